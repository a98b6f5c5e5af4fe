import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backupCommand } from '../../src/cli/commands/backup.ts';
import { restoreCommand } from '../../src/cli/commands/restore.ts';
import { createArchiveSession } from '../../src/core/archive-session.ts';
import { enterOrganization } from '../support/organization-facts.ts';
import { testOffice, testPorts } from '../support/open-test-archive.ts';

const password = '新河街道 2026';
let folder: string;
let recoveryCode: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-backup-commands-'));
  const session = createArchiveSession(testPorts(folder));
  recoveryCode = await session.create(password, testOffice);
  await enterOrganization(session.requireOpen());
  await session.lock();
  mkdirSync(join(folder, 'disk'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly exitCode: string | number | null | undefined;
  readonly said: { readonly ok: boolean; readonly result: any; readonly error: any }; // oxlint-disable-line typescript/no-explicit-any -- as printed
}

/** Runs one command in this process, as the terminal would. */
const command = async (parameters: readonly string[], secret = password): Promise<Ran> => {
  process.env['HUB_ARCHIVE_PASSWORD'] = secret;
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  process.exitCode = 0;
  try {
    const [name = '', ...rest] = parameters;
    const made = name === 'backup' ? backupCommand() : restoreCommand();
    await made.parseAsync([...rest, '--json'], { from: 'user' });
    return {
      exitCode: process.exitCode,
      said: JSON.parse(String(printed.mock.calls[0]?.[0])) as Ran['said'], // printed by run.ts
    };
  } finally {
    printed.mockRestore();
    process.exitCode = 0;
    delete process.env['HUB_ARCHIVE_PASSWORD'];
  }
};

test('an archive is backed up, verified and restored from a terminal, and refusals have their exit code', async () => {
  const archive = join(folder, 'archive');
  const disk = join(folder, 'disk');
  const made = await command(['backup', '--archive', archive, '--to', disk]);
  expect(made).toMatchObject({ exitCode: 0, said: { ok: true, result: { number: 1, organizations: 1 } } });
  const verified = await command(['backup', 'verify', '--archive', archive, '--from', disk, '--full']);
  expect(verified).toMatchObject({ exitCode: 0, said: { result: { full: true, organizations: 1 } } });

  const other = join(folder, 'other');
  const wrong = await command(['restore', '--from', disk, '--archive', other], 'wrong password');
  expect(wrong).toMatchObject({ exitCode: 3, said: { ok: false, error: { code: 'WRONG_PASSWORD' } } });
  const restored = await command(
    ['restore', '--from', disk, '--archive', other, '--recovery-code', recoveryCode],
    'another password',
  );
  expect(restored).toMatchObject({
    exitCode: 0,
    said: { result: { aside: null, figures: { organizations: 1 } } },
  });

  expect(await command(['backup', '--archive', archive, '--to', join(folder, 'nowhere')])).toMatchObject({
    exitCode: 3,
    said: { error: { code: 'BACKUP_PLACE_MISSING', data: { label: 'nowhere' } } },
  });
  expect((await command(['backup', '--archive', archive])).exitCode).toBe(2);
  const [root = ''] = readdirSync(disk);
  writeFileSync(join(disk, root, made.said.result.name, 'archive.db'), 'nothing');
  expect(await command(['backup', 'verify', '--archive', archive, '--from', disk])).toMatchObject({
    exitCode: 3,
    said: { error: { code: 'BACKUP_UNSOUND', data: { part: 'database' } } },
  });
});
