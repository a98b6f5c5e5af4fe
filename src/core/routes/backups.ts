import { implement, type Router } from '@orpc/server';
import { backupsContract } from '../../shared/contract/backups.ts';
import { dossierChoices, exportDossiers } from '../inspection/dossier-folder.ts';
import { findPlaces } from '../services/backup-places.ts';
import { listRestorable, mendPapers, restoreArchive } from '../services/backup-restore.ts';
import {
  checkBackup,
  drillBackup,
  readBackups,
  readStanding,
  runBackup,
  setBackupSettings,
} from '../services/backups.ts';
import { anyArchiveOf, archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(backupsContract).$context<CoreContext>().use(codedRefusals);

export const backupsRoutes: Router<typeof backupsContract, CoreContext> = os.router({
  standing: os.standing.handler(({ context }) => readStanding(anyArchiveOf(context))),
  state: os.state.handler(({ context }) => readBackups(anyArchiveOf(context))),
  // The path stays here.
  places: os.places.handler(async ({ context }) =>
    (await findPlaces(context.ports)).map(({ path: _path, ...place }) => place),
  ),
  saveSettings: os.saveSettings.handler(({ input, context }) =>
    setBackupSettings(anyArchiveOf(context), input),
  ),
  run: os.run.handler(({ input, context, signal }) => runBackup(anyArchiveOf(context), input, signal)),
  check: os.check.handler(({ input, context, signal }) => checkBackup(anyArchiveOf(context), input, signal)),
  drill: os.drill.handler(({ input, context, signal }) => drillBackup(anyArchiveOf(context), input, signal)),
  mend: os.mend.handler(({ input, context, signal }) => mendPapers(anyArchiveOf(context), input, signal)),
  dossierChoices: os.dossierChoices.handler(({ context }) => dossierChoices(archiveOf(context))),
  exportDossiers: os.exportDossiers.handler(({ input, context, signal }) =>
    exportDossiers(archiveOf(context), input, signal),
  ),
  restorable: os.restorable.handler(({ context }) => listRestorable(context.ports)),
  restore: os.restore.handler(({ input, context, signal }) => restoreArchive(context, input, signal)),
});
