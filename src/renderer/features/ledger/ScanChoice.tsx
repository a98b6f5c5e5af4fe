import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { byteWords } from '../../components/byte-words.ts';

/** Whose scans travel; null for those of all. */
export type ChosenScans = readonly OrganizationId[] | null;

interface ScanChoiceProps {
  readonly period: PeriodCode;
  readonly chosen: ChosenScans;
  readonly onChange: (chosen: ChosenScans) => void;
}

/** Which organizations' scans travel. */
export const ScanChoice = ({ period, chosen, onChange }: ScanChoiceProps) => {
  const [opened, { open, close }] = useDisclosure(false);
  const { data: rows = [] } = useQuery(useApi().ledger.scans.queryOptions({ input: { period } }));
  const taken = rows.filter(({ organizationId }) => chosen === null || chosen.includes(organizationId));
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    taken.reduce((total, row) => total + pick(row), 0);
  const toggle = (id: OrganizationId): void => {
    const before = chosen ?? rows.map(({ organizationId }) => organizationId);
    const after = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
    onChange(after.length === rows.length ? null : after);
  };
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {taken.length} 个组织，{sum(({ scans }) => scans)} 件，
        {byteWords(sum(({ byteLength }) => byteLength))}
      </Text>
      <Button size="compact-sm" variant="light" disabled={rows.length === 0} onClick={open}>
        逐个选择
      </Button>
      <Modal opened={opened} onClose={close} title="哪些组织的扫描件一起报送" size="lg">
        <Stack gap="sm">
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => onChange(null)}>
              全选
            </Button>
            <Button size="xs" variant="default" onClick={() => onChange([])}>
              全不选
            </Button>
          </Group>
          <ScrollArea.Autosize mah={420}>
            <Stack gap={6}>
              {rows.map(({ organizationId, name, community, scans, byteLength }) => (
                <Checkbox
                  key={organizationId}
                  label={`${community}　${name}（${scans} 件，${byteWords(byteLength)}）`}
                  checked={chosen === null || chosen.includes(organizationId)}
                  onChange={() => toggle(organizationId)}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          <Group justify="flex-end">
            <Button onClick={close}>选好了</Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
};
