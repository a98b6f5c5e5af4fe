import { SimpleGrid } from '@mantine/core';
import type { HomeSummary } from '../../../shared/contract/home.ts';
import { NumberCard } from '../../components/NumberCard.tsx';
import { filingNumbers, gapPath } from './home-numbers.ts';

const shown = ['noticesEnded', 'awaitingCommittee', 'awaitingStreet', 'overdue'] as const;

/** The numbers of the day; each opens what it counts. */
export const WorkNumbers = ({ summary }: { readonly summary: HomeSummary }) => (
  <SimpleGrid cols={5} spacing="md">
    {shown.map((key) => {
      const { label, hint, tone, to } = filingNumbers[key];
      return (
        <NumberCard
          key={key}
          label={label}
          value={summary.filings[key]}
          unit="件"
          hint={hint}
          to={to}
          tone={tone}
        />
      );
    })}
    <NumberCard
      label="档案缺件"
      value={summary.gaps.any}
      unit="个组织"
      hint={`平均完整度 ${summary.averageCompleteness}%`}
      to={gapPath('any')}
      tone="late"
    />
  </SimpleGrid>
);
