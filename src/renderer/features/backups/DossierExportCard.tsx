import { Alert, Button, Group, MultiSelect, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupPlace } from '../../../shared/domain/backup.ts';
import type { DossierFolderOutcome } from '../../../shared/domain/dossier-folder.ts';
import { useApi } from '../../app/archive-api.tsx';
import { byteWords } from '../../components/byte-words.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';

const outcomeWords = ({
  folderName,
  organizations,
  items,
  files,
  byteLength,
  left,
}: DossierFolderOutcome): string => {
  const lost = left.filter(({ reason }) => reason === 'lost').length;
  return `已写入文件夹“${folderName}”：组织 ${organizations} 个，${items} 件，文件 ${files} 个（${byteWords(byteLength)}）。${
    lost > 0 ? `有 ${lost} 份原件损坏或丢失，没有写入，目录里已注明。` : ''
  }用浏览器打开其中的 index.html 就能看。`;
};

/** Whole dossiers as a folder for people without this application (FEATURES M3). */
export const DossierExportCard = ({ places }: { readonly places: readonly BackupPlace[] }) => {
  const { backups } = useApi();
  const { data: choices } = useQuery(backups.dossierChoices.queryOptions());
  const [organizationIds, setOrganizationIds] = useState<string[]>([]);
  const [version, setVersion] = useState<'full' | 'public'>('public');
  const [placeId, setPlaceId] = useState<string | null>(places[0]?.id ?? null);
  const [actor, setActor] = useState('');
  const [purpose, setPurpose] = useState('');
  const run = useProgressRun<DossierFolderOutcome>();
  const ready = placeId !== null && actor.trim() !== '' && (version === 'public' || purpose.trim() !== '');
  const start = (): void => {
    if (!ready || choices === undefined) return;
    const wanted = choices
      .filter(({ id }) => organizationIds.length === 0 || organizationIds.includes(id))
      .map(({ id }) => id);
    void run.start((signal) =>
      backups.exportDossiers.call({ organizationIds: wanted, version, placeId, actor, purpose }, { signal }),
    );
  };
  return (
    <Card title="导出档案文件夹">
      <ImeSafeForm aria-label="导出档案文件夹" onSubmit={start}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            把整卷档案写成普通文件夹，带九栏目录，任何电脑用浏览器都能看，不用装枢纽档案。写出的内容没有加密。
          </Text>
          <Radio.Group value={version} onChange={(value) => setVersion(value === 'full' ? 'full' : 'public')}>
            <Group>
              <Radio value="public" label="公开版：不含个人信息和扫描件" />
              <Radio value="full" label="全部材料：含个人信息，记入查看号码登记" />
            </Group>
          </Radio.Group>
          <Group align="end" gap="md">
            <MultiSelect
              label="组织"
              placeholder={organizationIds.length === 0 ? '不选就是全部' : ''}
              w={360}
              searchable
              clearable
              limit={50}
              data={(choices ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={organizationIds}
              onChange={setOrganizationIds}
            />
            <Select
              label="写到"
              w={200}
              data={places.map(({ id, label }) => ({ value: id, label }))}
              value={placeId}
              onChange={setPlaceId}
            />
            <TextInput
              label="经办人"
              w={130}
              value={actor}
              onChange={(event) => setActor(event.currentTarget.value)}
            />
            {version === 'full' ? (
              <TextInput
                label="用途"
                w={220}
                value={purpose}
                onChange={(event) => setPurpose(event.currentTarget.value)}
              />
            ) : null}
            <Button type="submit" variant="default" disabled={!ready || run.state.phase === 'running'}>
              导出
            </Button>
          </Group>
          {run.state.phase === 'running' ? (
            <ProgressPanel
              title="正在导出档案文件夹"
              progress={run.state.progress}
              stageLabels={{ dossiers: '已写好的组织' }}
              elapsedMs={run.state.elapsedMs}
              onCancel={run.cancel}
            />
          ) : null}
          {run.state.phase === 'failed' ? <ErrorNotice error={run.state.error} /> : null}
          {run.state.phase === 'done' ? <Alert role="status">{outcomeWords(run.state.result)}</Alert> : null}
        </Stack>
      </ImeSafeForm>
    </Card>
  );
};
