import { Alert } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { BackupFigures } from '../../../shared/domain/backup.ts';
import { backupStageLabels } from '../../../shared/labels/backup.ts';
import { byteWords } from '../../components/byte-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import type { ProgressRun } from '../../components/use-progress-run.ts';
import { inMegabytes } from './in-megabytes.ts';

type Outcome = BackupFigures | { readonly mended: number; readonly left: number };

const outcomeWords = (outcome: Outcome): string => {
  if ('mended' in outcome)
    return `找回 ${outcome.mended} 份材料${outcome.left > 0 ? `，还有 ${outcome.left} 份在这里找不到完好的` : ''}。`;
  const { organizations, people, papers, paperBytes, tables, rows, missing, copied, scope } = outcome;
  return [
    `组织 ${organizations} 个、人员 ${people} 人，${tables} 张表 ${rows} 行，数量都对得上。`,
    scope === 'whole' ? `材料 ${papers} 份（${byteWords(paperBytes)}）` : '只含数据，不含材料',
    copied > 0 ? `，这次复制 ${copied} 份` : '',
    '。',
    missing > 0 ? `档案库里原本就缺 ${missing} 份材料，请到“完好性检查”查看。` : '',
  ].join('');
};

/** What is being done about backups now, or what came of it. */
export const BackupProgress = ({
  title,
  run: { state, cancel },
}: {
  readonly title: string;
  readonly run: ProgressRun<Outcome>;
}) => {
  switch (state.phase) {
    case 'running':
      return (
        <ProgressPanel
          title={title}
          progress={inMegabytes(state.progress)}
          stageLabels={backupStageLabels}
          elapsedMs={state.elapsedMs}
          onCancel={cancel}
        />
      );
    case 'failed':
      return <ErrorNotice error={state.error} />;
    case 'done':
      return (
        <Alert icon={<IconCircleCheck size={20} />} title={title.replace(/^正在/, '已完成：')} role="status">
          {outcomeWords(state.result)}
        </Alert>
      );
    case 'cancelled':
      return <Alert role="status">已取消。原来的备份都在，档案没有改动。</Alert>;
    case 'idle':
      return null;
  }
};
