import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { withArchive } from '../archive-client.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly out: string;
  readonly json: boolean;
}

const write = ({ archive, out }: Options): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const page = await client.verification.page();
    await mkdir(out, { recursive: true });
    const path = join(out, page.name);
    await writeFile(path, new Uint8Array(await page.arrayBuffer()));
    const keys = await client.verification.keys();
    return {
      data: { path, keys },
      lines: [path, ...keys.map(({ id, fingerprint }) => `key ${id}: ${fingerprint}`)],
    };
  });

export const verificationPageCommand = (): Command =>
  new Command('verification-page')
    .description('write the HTML file that checks certificates without network (核验页)')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .requiredOption('--out <dir>', 'folder to put the file in')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => write(options)));
