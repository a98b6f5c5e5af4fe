import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HomeScreen } from '../../../../src/renderer/features/home/HomeScreen.tsx';
import { homeContract, type HomeSummary } from '../../../../src/shared/contract/home.ts';
import { scansContract } from '../../../../src/shared/contract/scans.ts';
import { lackingFilter } from '../../../../src/shared/contract/organizations.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const summary: HomeSummary = {
  today: '2026-11-23',
  organizationCount: 224,
  filedCount: 187,
  averageCompleteness: 82,
  filings: {
    open: 9,
    drafts: 0,
    awaitingCommittee: 3,
    awaitingStreet: 0,
    awaitingNotice: 1,
    onNotice: 2,
    objected: 0,
    noticesEnded: 2,
    overdue: 1,
  },
  gaps: {
    ...(Object.fromEntries(lackingFilter.options.map((code) => [code, 0])) as HomeSummary['gaps']),
    any: 38,
    'filing-number': 12,
    'committee-report': 7,
  },
  due: { 'certificate-expired': 0, 'certificate-expiring': 4, 'matter-soon': 0 },
  todo: [],
  currentPeriod: {
    code: '2026H2',
    startsOn: '2026-07-01',
    endsOn: '2026-12-31',
    dueOn: '2027-01-15',
    lastWorkingDay: '2027-01-15',
    frozenAt: null,
    snapshotSha256: null,
    packages: 0,
    standing: 'open',
  },
  reminders: [],
  byCommunity: [
    {
      communityId: 'c1',
      name: '阳光里社区',
      settlement: 'urban',
      organizations: 14,
      members: 380,
      densityTarget: 10,
    },
  ],
  byClass: [{ fourClass: 'culture-sports', organizations: 96 }],
};

const show = (shown: HomeSummary) =>
  showScreen(
    <HomeScreen />,
    fakeClient({
      scans: { counts: implement(scansContract).counts.handler(() => ({ waiting: 4, unread: 0 })) },
      home: {
        summary: implement(homeContract).summary.handler(() => shown),
        people: implement(homeContract).people.handler(() => ({
          memberCount: 6012,
          partyMemberCount: 903,
          endingTerms: 3,
          lacksConsents: { membership: 0, sensitive: 0, guardian: 5 },
        })),
      },
    }),
  );

test('every number opens the list it counts', async () => {
  show(summary);

  const hrefOf = (name: RegExp): string | null => screen.getByRole('link', { name }).getAttribute('href');
  expect((await screen.findByRole('link', { name: /公示期满.*2.*件/ })).getAttribute('href')).toBe(
    '/filings?due=notice-ended',
  );
  expect(hrefOf(/待居（村）委会初审.*3/)).toBe('/filings?state=applied');
  expect(hrefOf(/办理逾期.*1/)).toBe('/filings?due=overdue');
  expect(hrefOf(/档案缺件.*38/)).toBe('/organizations?lacking=any');
  expect(hrefOf(/^7 个/)).toBe('/organizations?lacking=committee-report');
  expect(hrefOf(/^4 个/)).toBe('/organizations?due=certificate-expiring');
  expect(await screen.findByText('成员 6012 人，党员 903 人')).toBeTruthy();
  expect((await screen.findByRole('link', { name: '扫描待归档 4' })).getAttribute('href')).toBe('/scans');
  expect(hrefOf(/^3 人次/)).toBe('/people/terms');
  expect(hrefOf(/^5 人 /)).toBe('/people?lacks=guardian');
  expect(screen.getAllByRole('link', { name: /^12 个/ })[0]?.getAttribute('href')).toBe(
    '/organizations?lacking=filing-number',
  );
  expect(hrefOf(/阳光里社区.*14/)).toBe('/organizations?community=c1');
  expect(hrefOf(/文体活动类.*96/)).toBe('/organizations?class=culture-sports');
});

test('the ledger shows the days that are left, and once it has gone in, that it has', async () => {
  const { unmount } = show(summary);
  expect(await screen.findByText('剩 53 天')).toBeTruthy();
  unmount();

  show({ ...summary, currentPeriod: { ...summary.currentPeriod, packages: 1, standing: 'handed-over' } });
  expect(await screen.findByText('待回执')).toBeTruthy();
});

test('an empty archive teaches the first steps instead of showing zeros', async () => {
  show({ ...summary, organizationCount: 0 });

  expect((await screen.findByRole('link', { name: '导入 Excel 台账' })).getAttribute('href')).toBe(
    '/imports',
  );
  expect(screen.queryByText('公示期满')).toBeNull();
});
