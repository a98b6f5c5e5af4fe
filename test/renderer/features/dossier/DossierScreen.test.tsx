import { implement } from '@orpc/server';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DossierScreen } from '../../../../src/renderer/features/dossier/DossierScreen.tsx';
import { filingsContract } from '../../../../src/shared/contract/filings.ts';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { organizationsContract } from '../../../../src/shared/contract/organizations.ts';
import { rosterContract } from '../../../../src/shared/contract/roster.ts';
import type { Dossier } from '../../../../src/shared/domain/dossier.ts';
import { personId } from '../../../../src/shared/domain/ids.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { dossierOf, rosterRowOf } from '../../../support/sample-dossier.ts';
import { filingOf } from '../../../support/sample-filing.ts';
import { officeProfileOf } from '../../../support/sample-office.ts';

const organizations = implement(organizationsContract);
const roster = implement(rosterContract);

interface Written {
  readonly added: unknown[];
  readonly updated: unknown[];
  readonly facts: unknown[];
  readonly changes?: unknown[];
}

const show = (dossier: Dossier, at: string, written: Written = { added: [], updated: [], facts: [] }) =>
  showScreen(
    <DossierScreen />,
    fakeClient({
      office: {
        get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
      },
      filings: {
        startOnOrganization: implement(filingsContract).startOnOrganization.handler(({ input }) => {
          written.changes?.push(input);
          return filingOf({ kind: 'change' });
        }),
      },
      organizations: {
        dossier: organizations.dossier.handler(() => dossier),
        updateFacts: organizations.updateFacts.handler(({ input }) => {
          written.facts.push(input.facts);
          return dossier.organization;
        }),
      },
      roster: {
        list: roster.list.handler(() => [rosterRowOf()]),
        findPeople: roster.findPeople.handler(() => []),
        add: roster.add.handler(({ input }) => {
          written.added.push(input.person);
          return rosterRowOf();
        }),
        addMany: roster.addMany.handler(({ input }) => {
          written.added.push(...input.members.map(({ person }) => person));
          return { added: input.members.length, refused: [] };
        }),
        history: roster.history.handler(() => []),
        update: roster.update.handler(({ input }) => {
          written.updated.push(input.person);
          return rosterRowOf();
        }),
      },
    }),
    { path: '/organizations/:id', at },
  );

test('the page says who they are, how complete the parts are, and links each gap to its mending', async () => {
  show(dossierOf(), '/organizations/o1');

  expect(await screen.findByRole('heading', { level: 1, name: '阳光里夕阳红舞蹈队' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '章程及备案表：百分之 90' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '信息公开：百分之 100' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '去填' }).getAttribute('href')).toBe(
    '/organizations/o1?tab=facts&edit=yes&fact=charter-adopted',
  );
  expect(screen.getByText('2018 年 3 月')).toBeTruthy();
});

test('the clause behind a gap shows on focus, so without a mouse too', async () => {
  const { user } = show(dossierOf(), '/organizations/o1');

  const hint = await screen.findByText('依据');
  hint.focus();
  await user.keyboard('{Shift}');

  expect(await screen.findByText('依据：第二条（一）')).toBeTruthy();
});

test('members are typed in one after another with Enter; a sound identity number fills sex and birth', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const { user } = show(dossierOf(), '/organizations/o1?tab=roster', written);

  await user.click(await screen.findByRole('button', { name: '添加成员' }));
  const form = within(await screen.findByRole('form', { name: '成员' }));
  await user.type(form.getByLabelText(/姓名/), '李淑兰');
  await user.type(form.getByLabelText('证件号码'), '11010519491231002X{Enter}');

  await waitFor(() => expect(written.added).toHaveLength(1));
  expect(written.added[0]).toMatchObject({ name: '李淑兰', sex: 'female', birthDate: '1949-12-31' });
  expect(await form.findByText('已添加 1 人：李淑兰')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText(/姓名/)));
});

test('an identity number with a wrong check digit is not saved', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const { user } = show(dossierOf(), '/organizations/o1?tab=roster', written);

  await user.click(await screen.findByRole('button', { name: '添加成员' }));
  const form = within(await screen.findByRole('form', { name: '成员' }));
  await user.type(form.getByLabelText(/姓名/), '李淑兰');
  await user.type(form.getByLabelText('证件号码'), '110105194912310021{Enter}');

  expect(form.getByText('号码不对：请核对位数和最后一位')).toBeTruthy();
  expect(written.added).toEqual([]);
});

test('changing a member sends only what was changed, never a mask', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const { user } = show(dossierOf(), '/organizations/o1?tab=roster', written);

  await user.click(await screen.findByRole('button', { name: '王桂英' }));
  const form = within(await screen.findByRole('form', { name: '成员' }));
  await user.type(form.getByLabelText('电话'), '13900000088{Enter}');

  await waitFor(() => expect(written.updated).toEqual([{ phone: '13900000088' }]));
});

test('a gap opens the facts for correction, and saving closes them', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const { user, address } = show(dossierOf(), '/organizations/o1?tab=facts&edit=yes', written);

  const form = within(await screen.findByRole('form', { name: '更正备案事项' }));
  await user.type(form.getByLabelText('宗旨'), '邻里和睦');
  await user.click(form.getByRole('button', { name: '保存' }));

  await waitFor(() => expect(written.facts).toHaveLength(1));
  expect(written.facts[0]).toMatchObject({ purpose: '邻里和睦', businessScope: '广场舞' });
  expect(address()).toBe('/organizations/o1?tab=facts');
});

test('an edit of a filed fact begins a change filing that carries it', async () => {
  const written = { added: [], updated: [], facts: [], changes: [] as unknown[] };
  const { user, address } = show(dossierOf(), '/organizations/o1?tab=facts&edit=yes', written);

  const form = within(await screen.findByRole('form', { name: '更正备案事项' }));
  expect(form.queryByRole('button', { name: '办变更备案' })).toBeNull();
  await user.type(form.getByLabelText('业务范围'), '、合唱');
  await user.click(form.getByRole('button', { name: '办变更备案' }));

  await waitFor(() =>
    expect(written.changes).toMatchObject([
      { organizationId: 'o1', kind: 'change', facts: { businessScope: '广场舞、合唱' } },
    ]),
  );
  expect(written.facts).toEqual([]);
  await waitFor(() => expect(address()).toBe('/filings/f1'));
});

test('a known contact phone shows masked, is kept when left alone', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const known = dossierOf();
  const dossier = dossierOf({ organization: { ...known.organization, contactPhone: '13812345678' } });
  const { user } = show(dossier, '/organizations/o1?tab=facts&edit=yes', written);
  const form = within(await screen.findByRole('form', { name: '更正备案事项' }));
  const phone = form.getByLabelText<HTMLInputElement>('联系电话');
  expect([phone.value, phone.placeholder]).toEqual(['', '138****5678（不改就空着）']);

  await user.type(form.getByLabelText('宗旨'), '和睦');
  await user.click(form.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(written.facts).toMatchObject([{ contactPhone: '13812345678' }]));
});

test('an organization that is gone says so', async () => {
  showScreen(
    <DossierScreen />,
    fakeClient({
      organizations: {
        dossier: organizations.dossier.handler(() => {
          throw new CodedError('NOT_FOUND', { what: 'organization' });
        }),
      },
    }),
    { path: '/organizations/:id', at: '/organizations/o9' },
  );

  expect((await screen.findByRole('alert')).textContent).toContain('这个组织不在了');
});

test('a pasted block adds the sound lines and leaves the others in the sheet to be mended', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const { user } = show(dossierOf(), '/organizations/o1?tab=roster', written);

  await user.click(await screen.findByRole('button', { name: '批量录入' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByLabelText('第 1 行 姓名'));
  await user.paste('姓名\t身份证号\n李淑兰\t11010519491231002X\n王五\t110105194912310021');
  await user.click(dialog.getByRole('button', { name: '加入花名册 1 人' }));

  await waitFor(() => expect(written.added).toMatchObject([{ name: '李淑兰' }]));
  const sheet = within(dialog.getByRole('grid', { name: '成员名单' }));
  await waitFor(() => expect(sheet.queryByText('李淑兰')).toBeNull());
  expect(sheet.getAllByRole('row')[1]?.textContent).toContain('1王五');
});

test('the sheet is filled by keys alone; an Enter that ends a composition stays in its cell', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const { user } = show(dossierOf(), '/organizations/o1?tab=roster', written);
  await user.click(await screen.findByRole('button', { name: '批量录入' }));
  const dialog = within(await screen.findByRole('dialog'));
  const present = (): HTMLInputElement => dialog.getByLabelText<HTMLInputElement>(/^第 \d+ 行/);

  await user.keyboard('赵一{Tab}女{Enter}');
  expect(present().getAttribute('aria-label')).toBe('第 2 行 性别');
  await user.keyboard('{ArrowLeft}');
  fireEvent.compositionStart(present());
  fireEvent.change(present(), { target: { value: '钱' } });
  fireEvent.keyDown(present(), { key: 'Enter', isComposing: true, keyCode: 229 });
  expect(present().getAttribute('aria-label')).toBe('第 2 行 姓名');
  fireEvent.compositionEnd(present());
  await user.keyboard('{Enter}孙三{Enter}{Control>}z{/Control}');
  expect(dialog.getByRole('button', { name: '加入花名册 2 人' })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: '加入花名册 2 人' }));
  await waitFor(() => expect(written.added).toMatchObject([{ name: '赵一', sex: 'female' }, { name: '钱' }]));
});

test('a gap of a fact opens the form at its field', async () => {
  const { user, address } = show(dossierOf(), '/organizations/o1?tab=facts&edit=yes&fact=premises');

  const form = within(await screen.findByRole('form', { name: '更正备案事项' }));
  await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText('活动场所')));
  await user.click(form.getByRole('button', { name: '不改了' }));
  expect(address()).toBe('/organizations/o1?tab=facts');
});

test('who answers for the organization is put on the roster from the gap: the name is there already', async () => {
  const written: Written = { added: [], updated: [], facts: [] };
  const dossier = dossierOf({
    organization: { ...dossierOf().organization, responsiblePersonId: personId.parse('p9') },
    responsiblePersonName: '李淑兰',
  });
  const { user, address } = show(dossier, '/organizations/o1?tab=roster&add=responsible-person', written);

  const form = within(await screen.findByRole('form', { name: '成员' }));
  expect(form.getByLabelText<HTMLInputElement>(/姓名/).value).toBe('李淑兰');
  expect(form.getByLabelText<HTMLInputElement>('职务', { selector: 'input' }).value).toBe('负责人');
  await user.keyboard('{Enter}');

  await waitFor(() => expect(written.added).toMatchObject([{ name: '李淑兰' }]));
  await waitFor(() => expect(address()).toBe('/organizations/o1?tab=roster'));
});

test('where many members are missing the sheet opens, once', async () => {
  const { user, address } = show(dossierOf(), '/organizations/o1?tab=roster&add=sheet');

  expect(await screen.findByRole('dialog', { name: /批量录入/ })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/organizations/o1?tab=roster'));
});
