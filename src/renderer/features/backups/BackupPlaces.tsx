import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { BackupPlace, BackupState, BackupSummary } from '../../../shared/domain/backup.ts';
import { backupPlaceKindLabels, backupReasonLabels } from '../../../shared/labels/backup.ts';
import { byteWords } from '../../components/byte-words.ts';
import { Card } from '../../components/Card.tsx';
import type { ChosenBackup } from './chosen-backup.ts';

interface PlaceActions {
  readonly busy: boolean;
  readonly onRun: (place: BackupPlace) => void;
  readonly onMend: (place: BackupPlace) => void;
  readonly onCheck: (chosen: ChosenBackup) => void;
  readonly onDrill: (chosen: ChosenBackup) => void;
}

const timeWords = (instant: string): string => new Date(instant).toLocaleString('zh-CN', { hour12: false });

interface RowProps {
  readonly backup: BackupSummary;
  readonly busy: boolean;
  readonly onCheck: () => void;
  readonly onDrill: () => void;
}

const BackupRow = ({ backup, busy, onCheck, onDrill }: RowProps) => (
  <Table.Tr>
    <Table.Td>{backup.number}</Table.Td>
    <Table.Td>{timeWords(backup.madeAt)}</Table.Td>
    <Table.Td>{backupReasonLabels[backup.reason]}</Table.Td>
    <Table.Td>{backup.organizations} 个</Table.Td>
    <Table.Td>{backup.scope === 'whole' ? `${backup.papers} 份` : '不含材料'}</Table.Td>
    <Table.Td>{byteWords(backup.byteLength)}</Table.Td>
    <Table.Td>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <Button size="compact-sm" variant="subtle" disabled={busy} onClick={onCheck}>
          逐份核对
        </Button>
        <Button size="compact-sm" variant="subtle" disabled={busy} onClick={onDrill}>
          演练恢复
        </Button>
      </Group>
    </Table.Td>
  </Table.Tr>
);

const shownBackups = 8;

const PlaceCard = ({
  place,
  busy,
  onRun,
  onMend,
  onCheck,
  onDrill,
}: PlaceActions & { readonly place: BackupState['places'][number] }) => {
  const { id: placeId, label: placeLabel, freeBytes, backups, kind } = place;
  return (
    <Card>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Text fw={700}>{placeLabel}</Text>
            {kind === 'own' ? null : <Badge variant="light">{backupPlaceKindLabels[kind]}</Badge>}
            <Text size="sm" c={freeBytes === null ? 'red.8' : 'dimmed'}>
              {freeBytes === null ? '现在找不到，请插好' : `还有 ${byteWords(freeBytes)} 空间`}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {kind === 'own' ? null : (
              <Button variant="default" disabled={busy || freeBytes === null} onClick={() => onMend(place)}>
                找回材料
              </Button>
            )}
            <Button
              variant={kind === 'own' ? 'default' : 'filled'}
              disabled={busy || freeBytes === null}
              onClick={() => onRun(place)}
            >
              {kind === 'own' ? '存一份数据' : '现在备份'}
            </Button>
          </Group>
        </Group>
        {kind === 'own' ? (
          <Text size="sm" c="dimmed">
            导入、升级之前自动在这里存一份数据，留最近几份，误操作时用。同一块磁盘，不能代替备份。
          </Text>
        ) : null}
        {backups.length === 0 ? (
          <Text size="sm" c="dimmed">
            这里还没有备份。
          </Text>
        ) : (
          <Table verticalSpacing={4} aria-label={`${placeLabel}里的备份`}>
            <Table.Thead>
              <Table.Tr>
                {['编号', '时间', '缘由', '组织', '材料', '大小', ''].map((word) => (
                  <Table.Th key={word}>{word}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {backups.slice(0, shownBackups).map((backup) => (
                <BackupRow
                  key={backup.name}
                  backup={backup}
                  busy={busy}
                  onCheck={() => onCheck({ placeId, placeLabel, backup })}
                  onDrill={() => onDrill({ placeId, placeLabel, backup })}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {backups.length > shownBackups ? (
          <Text size="sm" c="dimmed">
            更早的还有 {backups.length - shownBackups} 份。
          </Text>
        ) : null}
      </Stack>
    </Card>
  );
};

/** Where backups can go or lie, with what lies there. */
export const BackupPlaces = ({
  places,
  ...actions
}: PlaceActions & { readonly places: BackupState['places'] }) => (
  <>
    {places.every(({ kind }) => kind === 'own') ? (
      <Card>
        <Text fw={700}>还没有备份位置</Text>
        <Text size="sm" c="dimmed">
          请插上 U 盘或移动硬盘；要固定备份到另一块磁盘的文件夹，请在菜单“文件 →
          备份文件夹…”里选；浏览器版在启动时用 --backup-folder 指明。
        </Text>
      </Card>
    ) : null}
    {places.map((place) => (
      <PlaceCard key={place.id} place={place} {...actions} />
    ))}
  </>
);
