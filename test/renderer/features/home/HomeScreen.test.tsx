import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HomeScreen } from '../../../../src/renderer/features/home/HomeScreen.tsx';
import { homeContract, type HomeSummary } from '../../../../src/shared/contract/home.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const summary: HomeSummary = {
  today: '2026-11-23',
  organizationCount: 224,
  filedCount: 187,
  memberCount: 6012,
  partyMemberCount: 903,
  averageCompleteness: 82,
  noticesEnded: 2,
  awaitingCommittee: 3,
  awaitingStreet: 0,
  overdueFilings: 1,
  withGaps: 38,
  lackingFilingNumber: 12,
  lackingFallbackParty: 0,
  todo: [],
  currentPeriod: {
    code: '2026H2',
    startsOn: '2026-07-01',
    endsOn: '2026-12-31',
    dueOn: '2027-01-15',
    frozenAt: null,
    snapshotSha256: null,
    packages: 0,
  },
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
    fakeClient({ home: { summary: implement(homeContract).summary.handler(() => shown) } }),
  );

test('every number opens the list it counts', async () => {
  show(summary);

  const hrefOf = (name: RegExp): string | null => screen.getByRole('link', { name }).getAttribute('href');
  expect((await screen.findByRole('link', { name: /公示期满.*2.*件/ })).getAttribute('href')).toBe(
    '/filings?state=on-notice,notice-cleared',
  );
  expect(hrefOf(/待居（村）委会初审.*3/)).toBe('/filings?state=applied');
  expect(hrefOf(/档案缺件.*38/)).toBe('/organizations?sort=completeness');
  expect(hrefOf(/^12 个/)).toBe('/organizations?lacking=filing-number');
  expect(hrefOf(/阳光里社区.*14/)).toBe('/organizations?community=c1');
  expect(hrefOf(/文体活动类.*96/)).toBe('/organizations?class=culture-sports');
});

test('the ledger shows the days that are left, and once it has gone in, that it has', async () => {
  const { unmount } = show(summary);
  expect(await screen.findByText('剩 53 天')).toBeTruthy();
  unmount();

  show({ ...summary, currentPeriod: { ...summary.currentPeriod, packages: 1 } });
  expect(await screen.findByText('已报送')).toBeTruthy();
});

test('an empty archive teaches the first steps instead of showing zeros', async () => {
  show({ ...summary, organizationCount: 0 });

  expect((await screen.findByRole('link', { name: '导入 Excel 台账' })).getAttribute('href')).toBe(
    '/imports',
  );
  expect(screen.queryByText('公示期满')).toBeNull();
});
