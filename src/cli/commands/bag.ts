import { Command } from 'commander';
import { verifyBag } from '../../core/ledger/verify-bag.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly json: boolean;
}

const verify = async (path: string): Promise<Outcome> => {
  const report = await verifyBag(path);
  return {
    data: report,
    lines: [
      `Valid bag: ${report.files} files, ${report.payloadBytes} bytes, ${report.algorithms.join(' and ')}.`,
    ],
  };
};

export const bagCommand = (): Command =>
  new Command('bag').description('BagIt bags').addCommand(
    new Command('verify')
      .description('check a bag in a folder or zip (RFC 8493)')
      .argument('<path>', 'folder or zip')
      .option('--json', 'print one JSON object', false)
      .action((path: string, options: Options) => run(options.json, () => verify(path))),
  );
