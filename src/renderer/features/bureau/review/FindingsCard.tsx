import { Accordion, Button, Group, Table, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { QualityFinding } from '../../../../shared/domain/bureau.ts';
import { qualityLabels, qualityLevelLabels } from '../../../../shared/labels/bureau.ts';
import { Card } from '../../../components/Card.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { findingKinds, type FindingKind } from './finding-kinds.ts';

const shownAtFirst = 20;

const Rows = ({ findings }: Pick<FindingKind, 'findings'>) => {
  const [whole, setWhole] = useState(false);
  const shown = whole ? findings : findings.slice(0, shownAtFirst);
  return (
    <>
      <Table verticalSpacing={4} fz="sm">
        <Table.Tbody>
          {shown.map(({ organizationId, organization, community, detail }, index) => (
            // Findings of the whole ledger have no identity beside their place.
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={`${organizationId ?? ''} ${index}`}>
              <Table.Td>{organization ?? '整份台账'}</Table.Td>
              <Table.Td c="dimmed">{community}</Table.Td>
              <Table.Td>{detail}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < findings.length ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          显示其余 {findings.length - shown.length} 个
        </Button>
      ) : null}
    </>
  );
};

/** What a person should look at, with the rows it is about. */
export const FindingsCard = ({ findings }: { readonly findings: readonly QualityFinding[] }) => {
  const kinds = findingKinds(findings);
  const faults = kinds.filter(({ level }) => level === 'fault').map(({ code }) => code);
  return (
    <Card title="数据检查" accent={faults.length > 0}>
      {kinds.length === 0 ? (
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-hidden />
          <Text size="sm">没有发现问题。</Text>
        </Group>
      ) : (
        <Accordion variant="separated" chevronPosition="left" multiple defaultValue={faults.slice(0, 2)}>
          {kinds.map(({ code, level, findings: of }) => (
            <Accordion.Item key={`${level} ${code}`} value={code}>
              <Accordion.Control>
                <Group justify="space-between" wrap="nowrap">
                  <Text size="sm">{qualityLabels[code]}</Text>
                  <Group gap="xs" wrap="nowrap" flex="none">
                    <StatusBadge tone={level === 'fault' ? 'late' : 'waiting'}>
                      {qualityLevelLabels[level]}
                    </StatusBadge>
                    <Text size="sm" fw={700}>
                      {of.length} 个
                    </Text>
                  </Group>
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <Rows findings={of} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Card>
  );
};
