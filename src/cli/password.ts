import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from './command-error.ts';

/**
 * The archive's password: from HUB_ARCHIVE_PASSWORD, else asked for without echo. Never an argument, because
 * arguments are visible to every user of the machine.
 */
export const readPassword = async (question: string): Promise<string> => {
  const given = process.env['HUB_ARCHIVE_PASSWORD'];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY)
    throw new CommandError('No password: set HUB_ARCHIVE_PASSWORD or run in a terminal.');
  process.stderr.write(`${question}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question('', resolve);
      lines.once('SIGINT', () => reject(new CommandError('Cancelled.')));
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
};
