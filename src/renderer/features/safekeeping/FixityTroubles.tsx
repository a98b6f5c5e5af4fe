import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { FixityTrouble } from '../../../shared/domain/fixity.ts';
import { fixityOutcomeLabels } from '../../../shared/labels/fixity.ts';
import { paths } from '../../app/paths.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';

/** Each place where something is damaged or gone, with the way to its dossier. */
export const FixityTroubles = ({ troubles }: { readonly troubles: readonly FixityTrouble[] }) =>
  troubles.length === 0 ? null : (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th fw={400}>组织</Table.Th>
            <Table.Th fw={400}>材料</Table.Th>
            <Table.Th fw={400}>情况</Table.Th>
            <Table.Th fw={400}>发现</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {troubles.map(({ sha256, title, outcome, checkedAt, organizationId, organizationName }) => (
            <Table.Tr key={`${sha256}-${organizationId}-${title}`}>
              <Table.Td>
                {organizationId === null ? (
                  '待归档扫描件'
                ) : (
                  <Anchor component={Link} size="sm" to={paths.dossier(organizationId, 'files')}>
                    {organizationName}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>{title}</Table.Td>
              <Table.Td>
                <StatusBadge tone="late">{fixityOutcomeLabels[outcome]}</StatusBadge>
              </Table.Td>
              <Table.Td>{dayOfInstant(checkedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        请从最近一次备份的“attachments”文件夹里找回同名文件；手里还有原件的，可重新扫描，作为新版本存入。
      </Text>
    </>
  );
