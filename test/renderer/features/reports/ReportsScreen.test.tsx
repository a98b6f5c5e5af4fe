import { implement } from '@orpc/server';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ReportsScreen } from '../../../../src/renderer/features/reports/ReportsScreen.tsx';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { reportsContract, type PlanRow, type SurveyRow } from '../../../../src/shared/contract/reports.ts';
import { communityId, organizationId, recordId } from '../../../../src/shared/domain/ids.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';

const reports = implement(reportsContract);
const place = {
  organizationId: organizationId.parse('o1'),
  organizationName: '阳光里夕阳红舞蹈队',
  communityName: '阳光里社区',
};
const overdue: PlanRow = {
  ...place,
  responsiblePersonName: '王秀英',
  state: 'overdue',
  overdueDays: 131,
  reportId: null,
  reportedOn: null,
};
const low: SurveyRow = {
  ...place,
  id: recordId.parse('r1'),
  title: '2026 年测评',
  occurredOn: '2026-08-01',
  closedOn: '2026-08-02',
  valid: 25,
  groups: {
    committees: { rate: 90, score: 86 },
    residents: { rate: 84.4, score: 78.8 },
    units: { rate: 80, score: 68 },
  },
  rate: 84.8,
  score: 77.6,
  low: true,
  tooFew: true,
  followUp: 'none',
  decisions: 0,
};

const showReports = (at: string) => {
  const asked: unknown[] = [];
  const shown = showScreen(
    <ReportsScreen />,
    fakeClient({
      office: {
        get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
      },
      reports: {
        periods: reports.periods.handler(() => [
          {
            code: '2026-2/2',
            label: '2026 年下半年',
            endsOn: '2026-12-31',
            dueOn: '2027-01-15',
            state: 'running',
            owed: 9,
            reported: 0,
          },
          {
            code: '2026-1/2',
            label: '2026 年上半年',
            endsOn: '2026-06-30',
            dueOn: '2026-07-15',
            state: 'overdue',
            owed: 9,
            reported: 8,
          },
        ]),
        communities: reports.communities.handler(() => [
          { communityId: communityId.parse('c1'), name: '阳光里社区', owed: 9, reported: 8 },
        ]),
        plan: reports.plan.handler(({ input }) => {
          asked.push(input.filter);
          return { rows: [overdue], total: 1 };
        }),
        surveys: reports.surveys.handler(({ input }) => {
          asked.push({ ...input.filter, sort: input.sort });
          return { rows: [low], total: 1 };
        }),
        decisions: reports.decisions.handler(() => ({ rows: [], total: 0 })),
        followUps: reports.followUps.handler(() => ({ rows: [], total: 0 })),
      },
    }),
    { at },
  );
  return { ...shown, asked };
};

test('begins with the period that is overdue; each line leads to its form, each community narrows the list', async () => {
  const { user, asked, address } = showReports('/');
  expect(await screen.findByText('逾期 131 天')).toBeTruthy();
  expect(asked.at(-1)).toEqual({ text: '', communityIds: [], period: '2026-1/2', reported: null });
  expect(screen.getByRole('link', { name: '登记报告' }).getAttribute('href')).toBe(
    '/organizations/o1?tab=reports&report=2026-1%2F2',
  );
  await user.click(await screen.findByRole('button', { name: /阳光里社区/ }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ communityIds: ['c1'] }));
  await user.click(screen.getByRole('radio', { name: '未报' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ communityIds: ['c1'], reported: false }));
  expect(address()).toBe('/?community=c1&done=no');
});

test('surveys are narrowed and sorted through the address', async () => {
  const { user, asked, address } = showReports('/?tab=surveys&low=yes&sort=score&order=up');
  expect(await screen.findByText('77.6')).toBeTruthy();
  expect(asked).toEqual([
    {
      text: '',
      communityIds: [],
      year: null,
      closed: null,
      lowOnly: true,
      sort: { by: 'score', descending: false },
    },
  ]);
  await user.click(screen.getByRole('checkbox', { name: '只看低分' }));
  await waitFor(() => expect(address()).toBe('/?tab=surveys&sort=score&order=up'));
});

test.each([
  ['decisions', '还没有登记结果运用'],
  ['follow-ups', '没有等着整改的'],
])('an empty list of %s teaches the next step', async (tab, title) => {
  showReports(`/?tab=${tab}`);
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
});
