import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { instantWords } from '../../../app/calendar-words.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { packageTitle } from './head-words.ts';
import { packageStanding } from './package-standing.ts';

interface PackageLinesProps {
  readonly packages: readonly ReceivedPackage[];
  readonly withStreet?: boolean;
}

const shortTitle = ({ period, correction }: ReceivedPackage): string =>
  `${periodWords(period)}${correction === null ? '' : ` 更正 ${correction}`}`;

/** Packages that were taken in, a line each, with what became of them. */
export const PackageLines = ({ packages, withStreet = true }: PackageLinesProps) =>
  packages.length === 0 ? (
    <Text size="sm" c="dimmed">
      还没有收到。
    </Text>
  ) : (
    <Table verticalSpacing={6} horizontalSpacing={6}>
      <Table.Tbody>
        {packages.map((each) => {
          const { tone, text } = packageStanding(each);
          return (
            <Table.Tr key={each.id}>
              <Table.Td>
                <Anchor component={Link} to={bureauPaths.package(each.id)} size="sm">
                  {withStreet ? packageTitle(each) : shortTitle(each)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {instantWords(each.importedAt)}　{each.organizationCount} 个组织
                  {each.faults === 0 ? '' : `　${each.faults} 处问题`}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <StatusBadge tone={tone}>{text}</StatusBadge>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
