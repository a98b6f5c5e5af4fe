import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { backupTime, type BackupSettings, type BackupState } from '../../../shared/domain/backup.ts';
import { backupTimeLabels } from '../../../shared/labels/backup.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useState } from 'react';

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onSave: (value: number) => void;
}

/** Saved when the box is left. */
const Count = ({ label, value, least, most, onSave }: CountProps) => {
  const [typed, setTyped] = useState<number | string>(value);
  const wanted = Number(typed);
  const valid = typed !== '' && Number.isInteger(wanted) && wanted >= least && wanted <= most;
  const save = (): void => {
    if (valid && wanted !== value) onSave(wanted);
  };
  return (
    <NumberInput
      label={label}
      w={150}
      min={least}
      max={most}
      allowDecimal={false}
      error={!valid}
      value={typed}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
};

/** When backups are made by themselves, where they go and how many stay. */
export const BackupSettingsForm = ({ state: { settings, places } }: { readonly state: BackupState }) => {
  const save = useMutation(useApi().backups.saveSettings.mutationOptions());
  const change = (changes: Partial<BackupSettings>): void => {
    const { placeLabel: _label, ...current } = settings;
    save.mutate({ ...current, ...changes });
  };
  const choices = places.filter(({ kind }) => kind !== 'own').map(({ id, label }) => ({ value: id, label }));
  const away =
    settings.placeId !== null && !choices.some(({ value }) => value === settings.placeId)
      ? [{ value: settings.placeId, label: `${settings.placeLabel}（现在找不到）` }]
      : [];
  return (
    <Stack gap="xs">
      <Group gap="md" align="end">
        <Select
          label="备份到"
          w={260}
          placeholder="还没有选"
          data={[...choices, ...away]}
          value={settings.placeId}
          onChange={(placeId) => change({ placeId })}
          clearable
        />
        <Select
          label="什么时候"
          w={220}
          allowDeselect={false}
          data={backupTime.options.map((value) => ({ value, label: backupTimeLabels[value] }))}
          value={settings.when}
          onChange={(value) => change({ when: backupTime.parse(value) })}
        />
        <Count
          label="留最近几天"
          value={settings.keepDaily}
          least={1}
          most={365}
          onSave={(keepDaily) => change({ keepDaily })}
        />
        <Count
          label="每月留一份，留几月"
          value={settings.keepMonthly}
          least={0}
          most={120}
          onSave={(keepMonthly) => change({ keepMonthly })}
        />
        <Count
          label="几天没备份就提醒"
          value={settings.warnAfterDays}
          least={1}
          most={90}
          onSave={(warnAfterDays) => change({ warnAfterDays })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        每周自动把最新一份备份逐份核对一遍。最新的两份备份永远不会自动删除。
      </Text>
      <ErrorNotice error={save.error} />
    </Stack>
  );
};
