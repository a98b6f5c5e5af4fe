import { readFileSync } from 'node:fs';
import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FilingScreen } from '../../../../src/renderer/features/filings/FilingScreen.tsx';
import { filingsContract } from '../../../../src/shared/contract/filings.ts';
import { officeContract, rulesContract } from '../../../../src/shared/contract/office.ts';
import { organizationsContract } from '../../../../src/shared/contract/organizations.ts';
import { rosterContract } from '../../../../src/shared/contract/roster.ts';
import type { Filing, FilingStepInput } from '../../../../src/shared/domain/filing.ts';
import { certificateId, communityId, rulePackId } from '../../../../src/shared/domain/ids.ts';
import type { OrganizationFacts } from '../../../../src/shared/domain/organization.ts';
import { rulePackFile } from '../../../../src/shared/domain/rule-pack.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { rosterRowOf } from '../../../support/sample-dossier.ts';
import { clubFactsOf, filingOf, filingStepOf } from '../../../support/sample-filing.ts';
import { officeProfileOf } from '../../../support/sample-office.ts';

const filings = implement(filingsContract);
const { body } = rulePackFile.parse(JSON.parse(readFileSync('resources/rule-packs/default.json', 'utf8')));
const yangguangli = {
  id: communityId.parse('c1'),
  code: '990101001001',
  name: '阳光里社区',
  settlement: 'urban',
  settlementClass: '111',
  validFrom: null,
  validTo: null,
  partyOrganization: '阳光里社区党委',
} as const;

/** Everything written, in the order in which it was written. */
type Written = (
  | { readonly wrote: 'facts'; readonly facts: OrganizationFacts }
  | { readonly wrote: 'step'; readonly step: FilingStepInput }
  | { readonly wrote: 'copy'; readonly signer: string | null }
)[];

const show = (filing: Filing, written: Written = [], refusal?: CodedError, disk = Promise.resolve()) =>
  showScreen(
    <FilingScreen />,
    fakeClient({
      filings: {
        get: filings.get.handler(() => filing),
        checklist: filings.checklist.handler(() => [
          {
            code: 'charter',
            name: '社区社会组织章程',
            basis: '第二条（一）',
            present: false,
            hint: '请附上章程',
          },
        ]),
        nextNumber: filings.nextNumber.handler(() => ({ filingNumber: '新河街社备〔2026〕7号' })),
        saveFacts: filings.saveFacts.handler(async ({ input }) => {
          await disk;
          written.push({ wrote: 'facts', facts: input.facts });
          return { ...filing, facts: input.facts };
        }),
        advance: filings.advance.handler(({ input }) => {
          if (refusal !== undefined) throw refusal;
          written.push({ wrote: 'step', step: input.step });
          return filing;
        }),
        recordCopy: filings.recordCopy.handler(({ input }) => {
          written.push({ wrote: 'copy', signer: input.signer });
          return filing;
        }),
      },
      office: {
        get: implement(officeContract).get.handler(() => ({
          profile: officeProfileOf(),
          communities: [yangguangli],
        })),
      },
      rules: {
        current: implement(rulesContract).current.handler(() => ({
          id: rulePackId.parse('r1'),
          validFrom: '2026-01-01',
          validTo: null,
          body,
        })),
      },
      roster: { list: implement(rosterContract).list.handler(() => [rosterRowOf()]) },
      organizations: {
        checkName: implement(organizationsContract).checkName.handler(() => ({ similar: [], hints: [] })),
      },
    }),
    { path: '/filings/:id', at: '/filings/f1' },
  );

const stepForm = async () => within(await screen.findByRole('form', { name: '登记办理结果' }));

test('what is still being typed is in the archive before the application is handed in', async () => {
  const written: Written = [];
  const { user } = show(filingOf(), written);

  await user.type(await screen.findByLabelText('业务范围'), '书法');
  const form = await stepForm();
  await waitFor(() => expect(form.getByLabelText(/申请人/)).toHaveProperty('value', '王桂英'));
  await user.click(form.getByRole('button', { name: '提交申请' }));

  await waitFor(() => expect(written.map(({ wrote }) => wrote)).toEqual(['facts', 'step']));
  expect(written[0]).toMatchObject({ facts: { businessScope: '书法' } });
  expect(written[1]).toMatchObject({ step: { action: 'submit', actor: '王桂英', notice: null } });
});

test('on a slow disk, a second press sends neither draft nor step again', async () => {
  const written: Written = [];
  const { promise: disk, resolve: isReady } = Promise.withResolvers<void>();
  const { user } = show(filingOf(), written, undefined, disk);

  await user.type(await screen.findByLabelText('业务范围'), '书');
  const form = await stepForm();
  await waitFor(() => expect(form.getByLabelText(/申请人/)).toHaveProperty('value', '王桂英'));
  await user.dblClick(form.getByRole('button', { name: '提交申请' }));
  expect(written).toEqual([]);
  isReady();

  await waitFor(() => expect(written.map(({ wrote }) => wrote)).toContain('step'));
  expect(written.map(({ wrote }) => wrote)).toEqual(['facts', 'step']);
});

test('a pause in typing saves the draft by itself; facts that cannot be right are not sent', async () => {
  const written: Written = [];
  const { user } = show(filingOf(), written);

  await user.type(await screen.findByLabelText('宗旨'), '睦邻');
  await screen.findByText('草稿已保存');
  expect(written).toMatchObject([{ wrote: 'facts', facts: { purpose: '睦邻' } }]);

  await user.clear(screen.getByLabelText(/^名称/));
  expect(await screen.findByText('有一项没填对，改好后自动保存')).toBeTruthy();
  expect(written).toHaveLength(1);
});

test('a return lists every gap at once: those of the checklist, and more line by line', async () => {
  const written: Written = [];
  const { user } = show(filingOf({ state: 'applied', steps: [filingStepOf()] }), written);

  const form = await stepForm();
  await user.click(form.getByText('初审退回补正'));
  const gap = form.getByRole('checkbox', { name: '社区社会组织章程：请附上章程' });
  expect(gap).toHaveProperty('checked', true);
  await user.click(gap);
  expect(form.getByText('还缺：意见')).toBeTruthy();
  expect(form.getByRole('button', { name: '初审退回补正' })).toHaveProperty('disabled', true);
  await user.click(gap);
  await user.type(form.getByLabelText('其他要补正的'), '场所没有证明{Enter}发起人只有一人');
  await user.click(form.getByRole('button', { name: '初审退回补正' }));

  await waitFor(() =>
    expect(written).toMatchObject([
      {
        step: {
          action: 'committee-return',
          actor: '阳光里社区居委会',
          noticeItems: [
            { material: '社区社会组织章程', text: '社区社会组织章程：请附上章程' },
            { material: null, text: '场所没有证明' },
            { material: null, text: '发起人只有一人' },
          ],
        },
      },
    ]),
  );
});

test('what an objection still lacks is called as its field is', async () => {
  const notice = {
    startsOn: '2026-11-03',
    endsOn: '2999-11-09',
    days: 7,
    place: '公告栏',
    method: '张贴',
    pausedOn: null,
  };
  show(filingOf({ state: 'on-notice', notice }));

  const form = await stepForm();
  expect(form.getByLabelText(/^异议内容/)).toBeTruthy();
  expect(form.getByText('还缺：异议内容')).toBeTruthy();
});

test('a second return shows what the first one listed', async () => {
  const returned = filingStepOf({
    sequence: 2,
    action: 'street-return',
    documentNumber: '新河街社备补〔2026〕3号',
    noticeItems: [{ material: null, text: '场所没有证明' }],
  });
  const { user } = show(filingOf({ state: 'committee-passed', steps: [filingStepOf(), returned] }));

  const form = await stepForm();
  expect(form.queryByRole('alert')).toBeNull();
  await user.click(form.getByText('街道退回补正'));
  const warning = form.getByRole('alert').textContent;
  expect(warning).toContain('新河街社备补〔2026〕3号');
  expect(warning).toContain('场所没有证明');
});

test('a new certificate asks what became of the old one', async () => {
  const written: Written = [];
  const formerCertificate = { id: certificateId.parse('z1'), issuedOn: '2021-05-08' };
  const { user } = show(filingOf({ kind: 'change', state: 'notice-cleared', formerCertificate }), written);

  const form = await stepForm();
  expect(form.getByText('还缺：旧证书的去向')).toBeTruthy();
  await user.click(form.getByLabelText('还没有收回'));
  expect(form.getByText('还缺：理由')).toBeTruthy();
  await user.click(form.getByLabelText('已遗失，发过遗失声明'));
  expect(form.getByText('还缺：旧证书的去向')).toBeTruthy();
  // The day of the step is the day of the statement until that is typed.
  await user.clear(form.getByLabelText(/^日期/));
  await user.type(form.getByLabelText(/^日期/), '2026-11-20{Tab}');
  await user.type(form.getByLabelText(/声明登在哪里/), '新河晚报');
  await user.click(form.getByRole('button', { name: '发证' }));

  await waitFor(() =>
    expect(written).toMatchObject([
      {
        step: {
          actedOn: '2026-11-20',
          formerCertificate: { outcome: 'lost', place: '新河晚报', on: '2026-11-20' },
          overrideReason: null,
        },
      },
    ]),
  );
});

test('a certificate before the last day of the notice asks for a reason, which goes on record', async () => {
  const written: Written = [];
  const notice = {
    startsOn: '2026-11-03',
    endsOn: '2999-11-09',
    days: 7,
    place: '公告栏',
    method: '张贴',
    pausedOn: null,
  };
  const { user } = show(filingOf({ state: 'on-notice', notice }), written);

  await user.click(await screen.findByText('发证'));
  const form = await stepForm();
  expect(form.getByPlaceholderText('将编为 新河街社备〔2026〕7号')).toBeTruthy();
  expect(form.getByRole('button', { name: '发证' })).toHaveProperty('disabled', true);
  await user.type(form.getByLabelText(/公示要到 2999-11-09 才满/), '集中发证日');
  await user.click(form.getByRole('button', { name: '发证' }));

  await waitFor(() =>
    expect(written).toMatchObject([
      { step: { action: 'issue-certificate', overrideReason: '集中发证日', filingNumber: null } },
    ]),
  );
});

test('a notice hangs where, how and how long as the rules ask', async () => {
  const written: Written = [];
  const { user } = show(filingOf({ state: 'street-agreed' }), written);

  await user.click((await stepForm()).getByRole('button', { name: '开始公示' }));

  await waitFor(() =>
    expect(written).toMatchObject([
      { step: { notice: { place: '阳光里社区公告栏', method: '张贴纸质公示', days: 7 } } },
    ]),
  );
});

test('a change shows what was and what will be', async () => {
  const { user } = show(
    filingOf({
      kind: 'change',
      state: 'applied',
      factsBefore: clubFactsOf(),
      facts: clubFactsOf({ premises: '文化站' }),
      steps: [filingStepOf()],
    }),
  );

  await user.click(await screen.findByText('填写材料'));
  const table = within(await screen.findByRole('table', { name: '变更内容' }));
  expect(table.getAllByRole('row').slice(1)).toHaveLength(1);
  expect(table.getByText('党群服务中心')).toBeTruthy();
  expect(table.getByText('文化站')).toBeTruthy();
});

test('back-entry leaves the day open, because it is on the paper', async () => {
  show(filingOf({ entryMode: 'back-entry' }));

  const form = await stepForm();
  await waitFor(() => expect(form.getByText(/还缺：.*日期/)).toBeTruthy());
});

test('a signed copy is noted with who signed', async () => {
  const written: Written = [];
  const { user } = show(filingOf({ state: 'filed' }), written);

  const copies = within(await screen.findByRole('table', { name: '三方留存' }));
  const [first] = copies.getAllByRole('button', { name: '登记签收' });
  await user.click(first as HTMLElement);
  await user.type(await screen.findByLabelText('签收人'), '王敏{Enter}');

  await waitFor(() => expect(written).toEqual([{ wrote: 'copy', signer: '王敏' }]));
});

test('a refusal of the core is told where the step was taken', async () => {
  const { user } = show(
    filingOf({ state: 'notice-cleared' }),
    [],
    new CodedError('FILING_NUMBER_TAKEN', { filingNumber: '新河街社备〔2026〕7号' }),
  );

  await user.click((await stepForm()).getByRole('button', { name: '发证' }));

  expect(await screen.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('新河街社备〔2026〕7号'),
  );
});
