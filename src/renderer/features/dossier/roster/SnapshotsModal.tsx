import { Anchor, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterSnapshot } from '../../../../shared/domain/person.ts';
import { snapshotCauseLabels } from '../../../../shared/labels/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { rosterSubject } from '../../../../shared/domain/roster-paper.ts';
import { PaperButtons } from '../../documents/PaperButtons.tsx';
import { printable } from '../../documents/printable.ts';
import { RosterTable } from './RosterTable.tsx';
import { dayOfInstant } from '../../../../shared/domain/instant-day.ts';

interface SnapshotsModalProps {
  readonly organizationId: OrganizationId;
  readonly onClose: () => void;
}

const SnapshotRows = ({ snapshot }: { readonly snapshot: RosterSnapshot }) => {
  const { data: rows, error } = useQuery(
    useApi().roster.snapshotRows.queryOptions({ input: { id: snapshot.id } }),
  );
  return (
    <>
      <ErrorNotice error={error} />
      {rows === undefined ? null : <RosterTable rows={rows} />}
    </>
  );
};

const SnapshotList = ({
  snapshots,
  onOpen,
}: {
  readonly snapshots: readonly RosterSnapshot[];
  readonly onOpen: (snapshot: RosterSnapshot) => void;
}) => (
  <Table verticalSpacing={6}>
    <Table.Thead>
      <Table.Tr>
        {['截至', '人数', '党员', '为什么存', '存档时间'].map((head) => (
          <Table.Th key={head} fw={400} c="dimmed">
            {head}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {snapshots.map((snapshot) => (
        <Table.Tr key={snapshot.id}>
          <Table.Td>
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(snapshot)}>
              {snapshot.asOf}
            </Anchor>
          </Table.Td>
          <Table.Td>{snapshot.memberCount}</Table.Td>
          <Table.Td>{snapshot.partyMemberCount}</Table.Td>
          <Table.Td>
            {snapshotCauseLabels[snapshot.cause]}
            {snapshot.cause === 'ledger' ? `（${snapshot.causeCode}）` : ''}
          </Table.Td>
          <Table.Td>{dayOfInstant(snapshot.takenAt)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

/** Rosters frozen with filings and ledgers, each as it was on its day. */
export const SnapshotsModal = ({ organizationId, onClose }: SnapshotsModalProps) => {
  const { roster } = useApi();
  const [opened, setOpened] = useState<RosterSnapshot | null>(null);
  const [asOf, setAsOf] = useState<string | null>(null);
  const { data: snapshots = [], error } = useQuery(
    roster.snapshots.queryOptions({ input: { organizationId } }),
  );
  const take = useMutation(roster.takeSnapshot.mutationOptions({ onSuccess: () => setAsOf(null) }));
  return (
    <Modal.Stack>
      <Modal
        opened
        stackId="snapshots"
        size={900}
        onClose={onClose}
        title={
          opened === null ? '存档的花名册' : `存档的花名册　截至 ${opened.asOf}　${opened.memberCount} 人`
        }
      >
        <Stack>
          <ErrorNotice error={error} />
          {opened === null ? (
            <>
              {snapshots.length === 0 ? (
                <Text size="sm" c="dimmed">
                  还没有存档。发证、注销和冻结台账时会自动存一份；换届、开会前也可以自己存。
                </Text>
              ) : (
                <SnapshotList snapshots={snapshots} onOpen={setOpened} />
              )}
              <Group align="flex-end">
                <DateField label="现在存一份，截至" w={200} value={asOf} onChange={setAsOf} />
                <Button
                  variant="light"
                  disabled={asOf === null}
                  loading={take.isPending}
                  onClick={() => asOf !== null && take.mutate({ organizationId, asOf })}
                >
                  存档
                </Button>
              </Group>
              <ErrorNotice error={take.error} />
            </>
          ) : (
            <>
              <Group justify="space-between">
                <Button size="compact-md" variant="default" onClick={() => setOpened(null)}>
                  回到清单
                </Button>
                <PaperButtons
                  papers={(['roster-full', 'roster-public'] as const).map((kind) =>
                    printable(kind, rosterSubject(organizationId, opened.id)),
                  )}
                />
              </Group>
              <SnapshotRows snapshot={opened} />
            </>
          )}
        </Stack>
      </Modal>
    </Modal.Stack>
  );
};
