import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ExportCard } from '../../../../src/renderer/features/ledger/ExportCard.tsx';
import { LedgerLines } from '../../../../src/renderer/features/ledger/LedgerLines.tsx';
import { PackagesTab } from '../../../../src/renderer/features/ledger/PackagesTab.tsx';
import { BureauKeysTab } from '../../../../src/renderer/features/ledger/BureauKeysTab.tsx';
import { ReminderBanner } from '../../../../src/renderer/features/ledger/ReminderBanner.tsx';
import { RecoveryCard } from '../../../../src/renderer/features/ledger/RecoveryCard.tsx';
import { StandardTables } from '../../../../src/renderer/features/ledger/LedgerTables.tsx';
import { ledgerContract } from '../../../../src/shared/contract/ledger.ts';
import { bureauKeyId, organizationId, packageId } from '../../../../src/shared/domain/ids.ts';
import type { BureauKey, PackageRecord } from '../../../../src/shared/domain/ledger.ts';
import { ledgerSnapshot, type LedgerSnapshot } from '../../../../src/shared/domain/ledger-snapshot.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const os = implement(ledgerContract);

const key: BureauKey = {
  id: bureauKeyId.parse('k1'),
  name: '滨江区民政局',
  recipient: 'age1x',
  signingKey: 'RW',
  validUntil: '2026-12-31',
  fingerprint: '1111 2222 3333 4444 5555 6666 7777 8888 9999 AAAA',
  fingerprintWords: ['苹果', '长城'],
  standing: 'expiring',
  confirmedBy: null,
  confirmedAt: null,
};

const made: PackageRecord = {
  id: packageId.parse('p1'),
  period: '2026H1',
  serial: 1,
  fileName: '990101-990101001-2026H1-001.ledger.age',
  byteLength: 1000,
  sha256: 'ab'.repeat(32),
  recipients: ['age1x'],
  organizationCount: 2,
  scanCount: 0,
  createdAt: '2026-07-01T00:00:00.000Z',
  correction: null,
  follows: null,
  ledgerSha256: 'cd'.repeat(32),
  handOvers: [{ at: '2026-07-02T00:00:00.000Z', means: 'stick', to: '区民政局', by: '刘敏', readBack: true }],
  receipt: {
    outcome: 'returned',
    reasons: [{ organizationId: 'o1', organization: '舞蹈队', text: '缺备案日期' }],
    bureau: '滨江区民政局',
    receivedOn: '2026-07-10',
    decidedBy: '张处',
    decidedAt: '2026-07-12T01:02:03.000Z',
    importedAt: '2026-07-13T01:02:03.000Z',
  },
};

const line = (id: string, category: string | null, members: number) => ({
  id,
  community: '阳光里社区',
  communityCode: '990101001001',
  settlement: 'urban',
  name: `组织${id}`,
  category,
  status: 'filed',
  filingNumber: null,
  filedOn: null,
  responsiblePerson: null,
  maskedPhone: null,
  members,
  partyMembers: 1,
  fallbackParty: null,
  proposedRegistration: false,
  completeness: 80,
  events: [],
  remark: null,
});

const ledger: LedgerSnapshot = ledgerSnapshot.parse({
  format: 'hub-archive-ledger',
  version: '1.1',
  period: '2026H1',
  startsOn: '2026-01-01',
  endsOn: '2026-06-30',
  frozenOn: '2026-07-01',
  district: { code: '990101', name: '滨江区' },
  street: { code: '990101001', name: '新河街道' },
  hub: { name: '联合会', creditCode: null },
  organizations: [line('a', 'culture-sports', 12), line('b', null, 8)],
  statistics: {
    communities: 1,
    organizations: 2,
    members: 20,
    partyMembers: 2,
    byCommunity: [
      {
        community: '阳光里社区',
        communityCode: '990101001001',
        organizations: 2,
        members: 20,
        densityTarget: 10,
      },
    ],
    byCategory: [],
    byStatus: [],
  },
});

test('every cell of the ledger opens the record that it comes from', async () => {
  showScreen(
    <LedgerLines lines={ledger.organizations} columns={['name', 'members', 'reports']} />,
    fakeClient({}),
  );
  const hrefOf = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');
  expect((await screen.findByRole('link', { name: '组织a' })).getAttribute('href')).toBe('/organizations/a');
  expect(hrefOf('12')).toBe('/organizations/a?tab=roster');
  expect(screen.getAllByRole('link', { name: '0' })[0]?.getAttribute('href')).toBe(
    '/organizations/a?tab=reports',
  );
});

test('figures of the standard table open the lists that they count, and the total adds up', async () => {
  showScreen(<StandardTables ledger={ledger} communityIds={{ '990101001001': 'c1' }} />, fakeClient({}));
  const sports = (await screen.findAllByRole('link', { name: '1' }))[0];
  expect(sports?.getAttribute('href')).toBe('/organizations?community=c1&class=culture-sports');
  expect(screen.getByRole('row', { name: /^合计/ }).textContent).toBe('合计000112202');
});

test('a wrong fingerprint is refused, and the groups to be heard are not on the screen', async () => {
  const confirm = vi.fn(() => {
    throw new CodedError('FINGERPRINT_DIFFERS', { name: key.name });
  });
  const { user } = showScreen(
    <BureauKeysTab />,
    fakeClient({
      ledger: {
        bureauKeys: os.bureauKeys.handler(() => [key]),
        confirmBureauKey: os.confirmBureauKey.handler(confirm),
      },
    }),
  );
  expect((await screen.findByRole('group', { name: '公钥指纹' })).textContent).not.toContain('AAAA');
  expect(screen.getByText('快到期')).toBeTruthy();
  await user.type(screen.getByLabelText('对方念的最后两组'), '9999 AAAB');
  await user.type(screen.getByLabelText('核对人姓名'), '刘敏');
  await user.click(screen.getByRole('button', { name: '确认' }));
  expect(await screen.findByText(/填写的指纹与滨江区民政局的公钥对不上/)).toBeTruthy();
});

test('a package shows how it left the office and why it came back', async () => {
  const handOver = vi.fn(() => made);
  const { user } = showScreen(
    <PackagesTab />,
    fakeClient({
      ledger: {
        packages: os.packages.handler(() => [made]),
        bureauKeys: os.bureauKeys.handler(() => [key]),
        media: os.media.handler(() => []),
        handOver: os.handOver.handler(({ input }) => {
          handOver();
          return { ...made, handOvers: [{ ...input, at: made.createdAt, readBack: false }] };
        }),
      },
    }),
  );
  expect(await screen.findByText('退回')).toBeTruthy();
  expect(screen.getByText(/刘敏 用U 盘送给区民政局，已读回核对/)).toBeTruthy();
  expect(screen.getByText(/舞蹈队：/).textContent).toContain('缺备案日期');
  await user.click(screen.getByRole('button', { name: '送出' }));
  expect(screen.getByRole('button', { name: '写入并读回核对' }).hasAttribute('disabled')).toBe(true);
  await user.type(screen.getByLabelText(/经手人/), '刘敏');
  await user.click(screen.getByRole('button', { name: '登记送出' }));
  expect(await screen.findByText('已登记。')).toBeTruthy();
  expect(handOver).toHaveBeenCalledOnce();
});

test('the drill opens a package from paper alone', async () => {
  const { user } = showScreen(
    <RecoveryCard />,
    fakeClient({
      ledger: {
        recoveryState: os.recoveryState.handler(() => ({ printedAt: null, drilledAt: null })),
        drill: os.drill.handler(({ input }) => {
          if (input.typed !== 'AGE-SECRET-KEY-1X') throw new CodedError('RECOVERY_SHEET_WRONG', {});
          return { fileName: 'x.ledger.age', files: 7, payloadBytes: 1, organizations: 2 };
        }),
      },
    }),
  );
  expect(await screen.findByText('还没有打印')).toBeTruthy();
  const typed = screen.getByLabelText(/照恢复纸输入/);
  await user.type(typed, 'wrong');
  await user.click(screen.getByRole('button', { name: '开始演练' }));
  expect(await screen.findByText(/纸上的这把钥匙打不开报送包/)).toBeTruthy();
  await user.clear(typed);
  await user.type(typed, 'AGE-SECRET-KEY-1X');
  await user.click(screen.getByRole('button', { name: '开始演练' }));
  expect(await screen.findByText(/演练成功：凭纸打开了 x.ledger.age，2 个组织/)).toBeTruthy();
});

test('reminders say how long there is, in working days too, and lead to the period', async () => {
  const reminder = {
    period: '2026H2',
    dueOn: '2027-01-16',
    lastWorkingDay: '2027-01-15',
    daysLeft: 7,
    workingDaysLeft: 5,
    standing: 'made',
  } as const;
  showScreen(
    <ReminderBanner
      reminders={[{ ...reminder, period: '2026H1', daysLeft: -3, standing: 'open' }, reminder]}
    />,
    fakeClient({}),
  );
  expect(await screen.findByText('2026 年下半年台账还有 7 天到期')).toBeTruthy();
  expect(
    screen.getByText(/还没有送出.*还有 5 个工作日，到期日不上班，最后一个工作日是 1 月 15 日/),
  ).toBeTruthy();
  expect(screen.getByText('2026 年上半年台账已逾期 3 天')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: '去报送' })[1]?.getAttribute('href')).toBe(
    '/ledger?tab=submit&period=2026H2',
  );
});

test('a correction takes scans along only when asked, and then those of whom it brings', async () => {
  const asked = vi.fn();
  const scansOf = (id: string) => ({
    organizationId: organizationId.parse(id),
    name: `组织${id}`,
    community: '阳光里社区',
    scans: 2,
    byteLength: 2048,
  });
  const changed = {
    community: '阳光里社区',
    kind: 'changed',
    field: '备注',
    before: '',
    after: '更名',
  } as const;
  const { user } = showScreen(
    <ExportCard
      today="2026-07-02"
      period={{
        code: '2026H1',
        startsOn: '2026-01-01',
        endsOn: '2026-06-30',
        dueOn: '2026-07-15',
        lastWorkingDay: '2026-07-15',
        frozenAt: '2026-07-01T00:00:00.000Z',
        snapshotSha256: 'ab'.repeat(32),
        packages: 1,
        standing: 'handed-over',
      }}
    />,
    fakeClient({
      ledger: {
        bureauKeys: os.bureauKeys.handler(() => [
          { ...key, standing: 'valid', confirmedBy: '刘敏', confirmedAt: '2026-07-01T00:00:00.000Z' },
        ]),
        scans: os.scans.handler(() => [scansOf('a'), scansOf('b')]),
        correction: os.correction.handler(() => ({
          changes: [
            { ...changed, id: 'a', organization: '组织a' },
            { ...changed, id: 'a', organization: '组织a', field: '成员' },
            { ...changed, id: 'c', organization: '组织c', kind: 'removed' },
          ],
          parts: [],
          corrects: made.fileName,
        })),
        export: os.export.handler(async function* ({ input }) {
          asked(input);
          yield { type: 'result' as const, result: made };
        }),
      },
    }),
  );
  await user.click(await screen.findByText('补报更正'));
  await screen.findByText('只报送这些变化（3 处）');
  await user.type(screen.getByLabelText('更正的理由'), '补备注');
  const scans = screen.getByRole('switch', { name: /含扫描件/ });
  expect((scans as HTMLInputElement).checked).toBe(false);
  await user.click(scans);
  expect(await screen.findByText(/^1 个组织，2 件/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '导出更正包' }));
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    includeScans: true,
    scanOrganizationIds: ['a'],
    correction: { reason: '补备注' },
  });
});
