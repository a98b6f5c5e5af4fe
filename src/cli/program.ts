import { Command } from 'commander';
import { backupCommand } from './commands/backup.ts';
import { bagCommand } from './commands/bag.ts';
import { bureauCommand } from './commands/bureau.ts';
import { demoCommand } from './commands/demo.ts';
import { documentsCommand } from './commands/documents.ts';
import { dossierCommand } from './commands/dossier.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { keyCommand } from './commands/key.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { organizationsCommand } from './commands/organizations.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { trainingCommand } from './commands/training.ts';
import { verificationPageCommand } from './commands/verification-page.ts';

/** `hub-archive` with all its commands. */
export const hubArchiveProgram = (): Command => {
  const program = new Command('hub-archive').description(
    'Hub Archive (枢纽档案): the archive of community social organizations',
  );
  for (const command of [
    initCommand(),
    importCommand(),
    organizationsCommand(),
    documentsCommand(),
    dossierCommand(),
    bureauCommand(),
    ledgerCommand(),
    bagCommand(),
    backupCommand(),
    restoreCommand(),
    serveCommand(),
    demoCommand(),
    keyCommand(),
    trainingCommand(),
    verificationPageCommand(),
  ])
    program.addCommand(command);
  return program;
};
