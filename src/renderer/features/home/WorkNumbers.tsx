import { SimpleGrid } from '@mantine/core';
import type { HomeSummary } from '../../../shared/contract/home.ts';
import { paths } from '../../app/paths.ts';
import { NumberCard } from '../../components/NumberCard.tsx';

/** The numbers of the day; each opens what it counts. */
export const WorkNumbers = ({ summary }: { readonly summary: HomeSummary }) => (
  <SimpleGrid cols={5} spacing="md">
    <NumberCard
      label="公示期满"
      value={summary.noticesEnded}
      unit="件"
      hint="可发证"
      to={paths.filingsIn(['on-notice', 'notice-cleared'])}
      tone="good"
    />
    <NumberCard
      label="待居（村）委会初审"
      value={summary.awaitingCommittee}
      unit="件"
      hint="去登记"
      to={paths.filingsIn(['applied'])}
      tone="waiting"
    />
    <NumberCard
      label="待街道审核"
      value={summary.awaitingStreet}
      unit="件"
      hint="去登记"
      to={paths.filingsIn(['committee-passed'])}
      tone="waiting"
    />
    <NumberCard
      label="办理逾期"
      value={summary.overdueFilings}
      unit="件"
      hint="去催办"
      to={paths.filings}
      tone="late"
    />
    <NumberCard
      label="档案缺件"
      value={summary.withGaps}
      unit="个组织"
      hint={`平均完整度 ${summary.averageCompleteness}%`}
      to={paths.organizationsWhere({ sort: 'completeness' })}
      tone="late"
    />
  </SimpleGrid>
);
