import { Anchor, Table } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { EndingTerm } from '../../../shared/domain/people.ts';
import { memberRoleLabels } from '../../../shared/labels/person.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';

const Row = ({ term }: { readonly term: EndingTerm }) => (
  <Table.Tr>
    <Table.Td>
      <Anchor component={Link} to={paths.dossier(term.organizationId, 'roster')} size="sm">
        {term.organizationName}
      </Anchor>
    </Table.Td>
    <Table.Td>
      <Anchor component={Link} to={paths.person(term.personId)} size="sm">
        {term.personName}
      </Anchor>
    </Table.Td>
    <Table.Td>{term.roleTitle ?? memberRoleLabels[term.role]}</Table.Td>
    <Table.Td>{term.endsOn}</Table.Td>
    <Table.Td>
      <StatusBadge tone={term.daysLeft < 0 ? 'late' : 'waiting'}>
        {term.daysLeft < 0 ? `过期 ${-term.daysLeft} 天` : `还有 ${term.daysLeft} 天`}
      </StatusBadge>
    </Table.Td>
  </Table.Tr>
);

/** Terms that end soon or are over: time to elect, and for a responsible person to file the change. */
export const EndingTermsScreen = () => {
  const { people } = useApi();
  const { data: terms, error, refetch } = useQuery(people.endingTerms.queryOptions());
  return (
    <>
      <PageHeader
        title="任期到期"
        crumbs={[{ title: '人员', to: paths.people }]}
        detail={terms === undefined ? '正在读取' : `${terms.length} 人次`}
        actions={
          <ExportListButton
            make={() => people.exportEndingTerms.call()}
            disabled={terms === undefined || terms.length === 0}
          />
        }
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {terms === undefined ? (
        error === null && <ScreenLoading />
      ) : (
        <Card>
          {terms.length === 0 ? (
            <EmptyState
              icon={IconCalendarCheck}
              title="近期没有任期到期"
              hint="在人员页给职务记上任期，届满前会列在这里；提前多少天由规则决定。"
            />
          ) : (
            <Table verticalSpacing={7} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  {['组织', '姓名', '职务', '任期届满', ''].map((head) => (
                    <Table.Th key={head} fw={400} c="dimmed">
                      {head}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {terms.map((term) => (
                  <Row key={term.id} term={term} />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Card>
      )}
    </>
  );
};
