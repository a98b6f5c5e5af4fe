import { Command } from 'commander';
import { bureauKeygen } from '../../core/ledger/bureau-keygen.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly out: string;
  readonly json: boolean;
}

const keygen = async ({ out }: Options): Promise<Outcome> => {
  const keys = await bureauKeygen(out);
  return {
    data: keys,
    lines: [
      `Identity (keep it apart, opens every package): ${keys.identityPath}`,
      `Public key card (hand it to the streets): ${keys.cardPath}`,
      `Recipient: ${keys.recipient}`,
      `Fingerprint: ${keys.fingerprint}`,
    ],
  };
};

export const bureauCommand = (): Command =>
  new Command('bureau').description("the district bureau's side").addCommand(
    new Command('keygen')
      .description("make the bureau's identity and its public key card")
      .requiredOption('--out <dir>', 'folder for the two files')
      .option('--json', 'print one JSON object', false)
      .action((options: Options) => run(options.json, () => keygen(options))),
  );
