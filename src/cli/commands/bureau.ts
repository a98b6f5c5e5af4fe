import { Command } from 'commander';
import { bureauKeygen } from '../../core/ledger/bureau-keygen.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { systemRandom } from '../../core/system-ports.ts';
import { bureauReceiptCommand } from './bureau-answer.ts';
import { bureauRollupCommand, bureauStatusCommand } from './bureau-district.ts';
import { bureauImportCommand } from './bureau-import.ts';
import { CommandError } from '../command-error.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly out: string;
  readonly name: string;
  readonly validUntil?: string;
  readonly json: boolean;
}

const keygen = async ({ out, name, validUntil }: Options): Promise<Outcome> => {
  const until = isoDate.nullable().safeParse(validUntil ?? null);
  if (!until.success) throw new CommandError('--valid-until takes a day, e.g. 2028-12-31.');
  const keys = await bureauKeygen(out, systemRandom, { name, validUntil: until.data });
  return {
    data: keys,
    lines: [
      `Identity (keep it apart, opens every package): ${keys.identityPath}`,
      `Signing key of receipts (keep it apart): ${keys.signingPath}`,
      `Public key card (hand it to the streets): ${keys.cardPath}`,
      `Recipient: ${keys.recipient}`,
      `Fingerprint: ${keys.fingerprint}`,
    ],
  };
};

const keygenCommand = (): Command =>
  new Command('keygen')
    .description("make the bureau's identity and its public key card, as files")
    .requiredOption('--out <dir>', 'folder for the files')
    .option('--name <name>', 'name on the card', '区民政局')
    .option('--valid-until <day>', 'last day of use; none where left out')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => keygen(options)));

export const bureauCommand = (): Command =>
  new Command('bureau')
    .description("the district bureau's side")
    .addCommand(keygenCommand())
    .addCommand(bureauImportCommand())
    .addCommand(bureauStatusCommand())
    .addCommand(bureauReceiptCommand())
    .addCommand(bureauRollupCommand());
