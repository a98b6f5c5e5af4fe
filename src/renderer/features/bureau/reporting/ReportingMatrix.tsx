import { Anchor, ScrollArea, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DistrictPeriod, StreetReporting } from '../../../../shared/domain/bureau.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { ReportingMarks } from './reporting-marks.tsx';

/** As many as fit beside each other on a small screen. */
const shownPeriods = 3;

const Cell = ({ standing }: { readonly standing: StreetReporting | undefined }) => {
  if (standing === undefined) return <Text c="dimmed">—</Text>;
  return standing.packageId === null ? (
    <ReportingMarks standing={standing} />
  ) : (
    <Anchor component={Link} to={bureauPaths.package(standing.packageId)} underline="never">
      <ReportingMarks standing={standing} />
    </Anchor>
  );
};

/** Streets by the last periods: who is late again and again. */
export const ReportingMatrix = ({ periods }: { readonly periods: readonly DistrictPeriod[] }) => {
  const { bureau } = useApi();
  const shown = periods.slice(0, shownPeriods);
  const results = useQueries({
    queries: shown.map(({ code }) => bureau.reporting.queryOptions({ input: { period: code } })),
  });
  const byPeriod = results.map(({ data }) => new Map(data?.streets.map((one) => [one.streetCode, one])));
  const names = new Map(
    results.flatMap(
      ({ data }) => data?.streets.map((one) => [one.streetCode, one.streetName] as const) ?? [],
    ),
  );
  const codes = [...names.keys()].toSorted((a, b) => a.localeCompare(b));
  return (
    <ScrollArea flex={1}>
      <Table withTableBorder stickyHeader aria-label="历期对照" bg="var(--card)">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>街镇</Table.Th>
            {shown.map(({ code }) => (
              <Table.Th key={code}>{periodWords(code)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map((code) => (
            <Table.Tr key={code}>
              <Table.Td>
                <Anchor component={Link} to={bureauPaths.street(code)} size="sm">
                  {names.get(code)}
                </Anchor>
              </Table.Td>
              {byPeriod.map((streets, index) => (
                <Table.Td key={shown[index]?.code}>
                  <Cell standing={streets.get(code)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
};
