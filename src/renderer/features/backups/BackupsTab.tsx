import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupFigures } from '../../../shared/domain/backup.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { useArchiveStatus } from '../archive/use-archive-status.ts';
import { BackupLog } from './BackupLog.tsx';
import { BackupPlaces } from './BackupPlaces.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import { BackupSettingsForm } from './BackupSettingsForm.tsx';
import { BackupStandingNotice } from './BackupStandingNotice.tsx';
import type { ChosenBackup } from './chosen-backup.ts';
import { DossierExportCard } from './DossierExportCard.tsx';
import { DrillModal } from './DrillModal.tsx';

/** Backups on another disk: how they stand, made now or by themselves, opened again and tried (FEATURES M4, N10). Of both desks. */
export const BackupsTab = () => {
  const { backups } = useApi();
  const { data: status } = useArchiveStatus();
  const { data: state, error } = useQuery(backups.state.queryOptions());
  const run = useProgressRun<BackupFigures | { readonly mended: number; readonly left: number }>();
  const [title, setTitle] = useState('');
  const [drill, setDrill] = useState<ChosenBackup | null>(null);
  if (state === undefined) return <ErrorNotice error={error} />;
  const busy = run.state.phase === 'running';
  const start = (words: string, work: Parameters<typeof run.start>[0]): void => {
    setTitle(words);
    void run.start(work);
  };
  return (
    // A grid, because cards are as high as what holds them, and the notices would be pressed flat by that.
    <SimpleGrid cols={1} spacing="md" flex="none">
      <BackupStandingNotice standing={state.standing} settings={state.settings} />
      <BackupProgress title={title} run={run} />
      <BackupPlaces
        places={state.places}
        busy={busy}
        onRun={({ id, label }) =>
          start(`正在备份到${label}`, (signal) => backups.run.call({ placeId: id }, { signal }))
        }
        onCheck={({ placeId, backup }) =>
          start(`正在逐份核对第 ${backup.number} 号备份`, (signal) =>
            backups.check.call({ placeId, name: backup.name, full: true }, { signal }),
          )
        }
        onMend={({ id, label }) =>
          start(`正在从${label}找回损坏、丢失的材料`, (signal) =>
            backups.mend.call({ placeId: id }, { signal }),
          )
        }
        onDrill={setDrill}
      />
      <Card title="自动备份">
        <BackupSettingsForm state={state} />
      </Card>
      {status?.desk === 'office' ? (
        <DossierExportCard
          places={state.places.filter(({ kind, freeBytes }) => kind !== 'own' && freeBytes !== null)}
        />
      ) : null}
      <Card title="备份记录">
        <BackupLog events={state.events} />
      </Card>
      {drill === null ? null : (
        <DrillModal
          chosen={drill}
          onClose={() => setDrill(null)}
          onStart={(password) => {
            const { placeId, backup } = drill;
            setDrill(null);
            start(`正在用第 ${backup.number} 号备份演练恢复`, (signal) =>
              backups.drill.call({ placeId, name: backup.name, password }, { signal }),
            );
          }}
        />
      )}
    </SimpleGrid>
  );
};
