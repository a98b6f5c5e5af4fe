import { Anchor, Button, Group, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Restorable, RestoreResult } from '../../../shared/contract/backups.ts';
import { backupStageLabels } from '../../../shared/labels/backup.ts';
import { useApi } from '../../app/archive-api.tsx';
import { byteWords } from '../../components/byte-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { NewPasswordFields } from '../archive/NewPasswordFields.tsx';
import { useNewPassword } from '../archive/use-new-password.ts';
import { inMegabytes } from './in-megabytes.ts';

const keyOf = ({ placeId, archive, name }: Restorable): string => `${placeId} ${archive} ${name}`;

const choiceWords = (backup: Restorable): string =>
  `${new Date(backup.madeAt).toLocaleString('zh-CN', { hour12: false })}　${backup.placeLabel}　组织 ${backup.organizations} 个　${
    backup.scope === 'whole' ? `材料 ${backup.papers} 份` : '只有数据'
  }　${byteWords(backup.byteLength)}`;

const shownChoices = 6;

interface ChoicesProps {
  readonly found: readonly Restorable[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

const Choices = ({ found, chosen, onChoose }: ChoicesProps) => (
  <Radio.Group label="用哪一份备份" value={chosen} onChange={onChoose}>
    <Stack gap={6} mt={6}>
      {found.slice(0, shownChoices).map((backup) => (
        <Radio key={keyOf(backup)} value={keyOf(backup)} label={choiceWords(backup)} />
      ))}
    </Stack>
  </Radio.Group>
);

interface RestoreFormProps {
  /** An archive is there already: it will be set aside. */
  readonly replaces: boolean;
  readonly onRestored: (result: RestoreResult) => void;
  readonly back: ReactNode;
}

/** Restores an archive from a backup that this computer can see; nothing that is there is deleted. */
export const RestoreForm = ({ replaces, onRestored, back }: RestoreFormProps) => {
  const { backups } = useApi();
  const { data: found, refetch, isFetching } = useQuery(backups.restorable.queryOptions());
  const [picked, setPicked] = useState<string | null>(null);
  const [secret, setSecret] = useState('');
  const [byCode, setByCode] = useState(false);
  const newPassword = useNewPassword();
  const run = useProgressRun<RestoreResult>({ onResult: onRestored });
  const chosen = found?.find((each) => keyOf(each) === picked) ?? found?.[0];
  const ready = chosen !== undefined && secret.trim() !== '' && (!byCode || newPassword.ready);
  const start = (): void => {
    if (!ready) return;
    const { placeId, archive, name } = chosen;
    const behind = byCode
      ? ({ kind: 'recovery-code', recoveryCode: secret.trim(), newPassword: newPassword.first } as const)
      : ({ kind: 'password', password: secret } as const);
    void run.start((signal) => backups.restore.call({ placeId, archive, name, secret: behind }, { signal }));
  };
  if (run.state.phase === 'running')
    return (
      <ProgressPanel
        title="正在恢复，请不要拔出 U 盘"
        progress={inMegabytes(run.state.progress)}
        stageLabels={{ ...backupStageLabels, papers: '正在复制并核对' }}
        elapsedMs={run.state.elapsedMs}
        onCancel={run.cancel}
      />
    );
  if (found !== undefined && found.length === 0)
    return (
      <Stack>
        <Text>没有找到备份。请插好存有备份的 U 盘或移动硬盘。</Text>
        <Group justify="space-between">
          {back}
          <Button loading={isFetching} onClick={() => void refetch()}>
            再找一次
          </Button>
        </Group>
      </Stack>
    );
  return (
    <ImeSafeForm aria-label="从备份恢复" onSubmit={start}>
      <Stack>
        <Choices
          found={found ?? []}
          chosen={chosen === undefined ? '' : keyOf(chosen)}
          onChoose={setPicked}
        />
        {byCode ? (
          <>
            <TextInput
              label="备份那天的恢复码"
              autoComplete="off"
              spellCheck={false}
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
            <NewPasswordFields password={newPassword} />
          </>
        ) : (
          <PasswordInput
            label="备份那天的密码"
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        {replaces ? (
          <Text size="sm">现在的档案库不会删除，会整个另存在档案文件夹里，名字以“恢复前”开头。</Text>
        ) : null}
        {run.state.phase === 'failed' ? <ErrorNotice error={run.state.error} /> : null}
        <Group justify="space-between">
          <Group gap="md">
            {back}
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                setByCode(!byCode);
                setSecret('');
              }}
            >
              {byCode ? '用密码恢复' : '忘了密码，用恢复码'}
            </Anchor>
          </Group>
          <Button type="submit" disabled={!ready}>
            恢复
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
