/**
 * `npm run bench -- backup`: a backup of an archive with papers, the next one after a few new papers, and its restore,
 * each against `cp -r` of the same folder with `sync`, measured in the same run.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAttachment } from '../src/core/attachments/attachments.ts';
import { buildArchive } from '../src/core/backup/restore-backup.ts';
import { makeBackup, type BackupSource } from '../src/core/backup/make-backup.ts';
import { unwatched } from '../src/core/services/watched-work.ts';
import { officeInput } from '../src/shared/domain/office.ts';
import { resources, withFreshArchive } from './fresh-archive.ts';
import { generatedOffice, generateStreet } from './street-generator.ts';

const papers = 400;
const paperBytes = 250_000;
const size = { organizations: 200, membersPerOrganization: 60, seed: 7 };

const timed = async <T>(work: () => Promise<T> | T): Promise<readonly [T, number]> => {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
};

const copyWithSync = (from: string, to: string): void => {
  spawnSync('cp', ['-r', from, to]);
  spawnSync('sync', ['-f', to]);
};

const { profile } = officeInput.parse(
  JSON.parse(readFileSync(join(resources, 'sample/office.json'), 'utf8')),
);

await withFreshArchive(generatedOffice(profile, 20), async (archive, folder) => {
  await generateStreet(archive, size);
  const add = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at++)
      await addAttachment(archive, {
        fileName: `${at}.pdf`,
        mediaType: 'application/pdf',
        bytes: randomBytes(paperBytes),
      });
  };
  await add(papers);
  writeFileSync(join(folder, 'archive.key.json'), '{}');
  const disk = `${folder}-disk`;
  mkdirSync(disk);
  const source: BackupSource = {
    archiveFolder: folder,
    packagesFolder: folder,
    databaseKey: archive.keys.database,
    isKept: async () => true,
  };
  const order = {
    place: { path: disk, label: 'disk' },
    reason: 'hand',
    madeAt: archive.ports.clock.instant(),
    applicationVersion: '0.0.0-bench',
  } as const;
  const say = (what: string, ours: number, theirs: number): void =>
    console.log(
      `${what}: ${ours.toFixed(0)} ms, cp -r and sync ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`,
    );
  try {
    const [, copied] = await timed(() => copyWithSync(folder, join(disk, 'copy')));
    const [first, firstTime] = await timed(() => makeBackup(source, order, 0, unwatched));
    console.log(
      `${first.figures.papers} papers, ${first.figures.paperBytes} bytes; database ${first.figures.databaseBytes} bytes`,
    );
    say('first backup, read back and proven', firstTime, copied);
    await add(4);
    const [next, nextTime] = await timed(() => makeBackup(source, order, 1, unwatched));
    say(`next backup, ${next.figures.copied} new papers`, nextTime, copied);
    const restore = { root: next.root, name: next.figures.name, databaseKey: archive.keys.database };
    const [, restored] = await timed(() => buildArchive(restore, join(disk, 'restored'), unwatched));
    say('restore, every byte compared', restored, copied);
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
});
