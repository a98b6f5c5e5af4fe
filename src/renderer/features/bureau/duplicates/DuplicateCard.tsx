import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { DistrictOrganization, JudgedDuplicate } from '../../../../shared/domain/district-ledger.ts';
import { duplicateReasonLabels } from '../../../../shared/labels/bureau.ts';
import { fourClassLabels, organizationStatusLabels } from '../../../../shared/labels/organization.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { Card } from '../../../components/Card.tsx';
import { JudgeButtons } from './JudgeButtons.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';

interface Fact {
  readonly label: string;
  readonly of: (organization: DistrictOrganization) => string;
}

/** What stands where a fact is missing; that it is missing everywhere makes nobody alike. */
const absent = '没有';

/** What tells one organization from another, side by side. */
const facts: readonly Fact[] = [
  { label: '社区（村）', of: ({ community }) => community },
  { label: '备案号', of: ({ filingNumber }) => filingNumber ?? absent },
  { label: '备案日期', of: ({ filedOn }) => filedOn ?? absent },
  { label: '负责人', of: ({ responsiblePerson }) => responsiblePerson ?? absent },
  { label: '电话', of: ({ maskedPhone }) => maskedPhone ?? absent },
  { label: '类别', of: ({ category }) => (category === null ? '未分类' : fourClassLabels[category]) },
  {
    label: '成员',
    of: ({ members, partyMembers }) => `${members} 人，党员 ${partyMembers} 人`,
  },
  { label: '状态', of: ({ status }) => organizationStatusLabels[status] },
];

const isAlike = ({ of }: Fact, organizations: readonly DistrictOrganization[]): boolean => {
  const [first, ...others] = organizations.map(of);
  return first !== absent && others.every((each) => each === first);
};

/** Why they may be one, and each of them in a column of its own; what is alike is bold. */
export const DuplicateCard = ({ group }: { readonly group: JudgedDuplicate }) => {
  const { reason, shared, organizations, apart } = group;
  return (
    <Card
      title={shared}
      aside={
        <StatusBadge tone={apart === null ? 'waiting' : 'ended'}>{duplicateReasonLabels[reason]}</StatusBadge>
      }
    >
      <Table.ScrollContainer minWidth={500}>
        <Table verticalSpacing={3} fz="sm" aria-label={`${duplicateReasonLabels[reason]}：${shared}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={110} />
              {organizations.map(({ streetCode, streetName, id, name }) => (
                <Table.Th key={`${streetCode} ${id}`}>
                  {name}
                  <br />
                  <Anchor component={Link} to={bureauPaths.street(streetCode)} size="sm" fw={400}>
                    {streetName}
                  </Anchor>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {facts.map((fact) => (
              <Table.Tr key={fact.label}>
                <Table.Td c="dimmed">{fact.label}</Table.Td>
                {organizations.map((organization) => (
                  <Table.Td
                    key={`${organization.streetCode} ${organization.id}`}
                    fw={isAlike(fact, organizations) ? 700 : 400}
                  >
                    {fact.of(organization)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="space-between" wrap="nowrap" mt="xs">
        <Text size="xs" c="dimmed">
          粗体的是几方相同的。
        </Text>
        <JudgeButtons group={group} />
      </Group>
    </Card>
  );
};
