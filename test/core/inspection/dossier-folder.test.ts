import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportDossiers } from '../../../src/core/inspection/dossier-folder.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import { addPaper } from '../../../src/core/services/dossier-files.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { ended, refusalOf } from '../../support/backups.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let opened: TestArchive;
let archive: OpenArchive;
let disk: string;
let teams: OrganizationId[];
const pdf = samplePdf({ pages: [squarePage] });

beforeEach(async () => {
  opened = await openTestArchive();
  disk = join(opened.folder, 'disk');
  mkdirSync(disk);
  archive = { ...opened, ports: { ...opened.ports, backupFolder: () => disk } };
  teams = [await enterOrganization(archive), await enterOrganization(archive, '甲/乙<b>合唱队')];
  await addPaper(archive, {
    target: {
      to: 'dossier',
      organizationId: teams[0] as OrganizationId,
      part: 'disclosures',
      recordId: null,
      title: '盖章的材料',
      note: null,
    },
    file: new File([pdf], '材料.pdf'),
    evenIfSame: true,
  });
});
afterEach(() => opened.close());

const request = (version: 'full' | 'public') => ({
  organizationIds: teams,
  version,
  placeId: 'folder',
  actor: '刘敏',
  purpose: '区里检查',
});
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
const reveals = () => archive.store.read((reader) => reader.all('SELECT subject_name FROM reveal_log'));

test('a full export holds pages, catalogue, original bytes and digests, and is logged', async () => {
  const made = await ended(exportDossiers(archive, request('full')));
  const folder = join(disk, made.folderName);
  expect(made).toMatchObject({ organizations: 2 });
  expect(await reveals()).toHaveLength(2);
  expect(spawnSync('sha256sum', ['-c', '--quiet', '校验清单.sha256'], { cwd: folder }).status).toBe(0);
  const files = filesBelow(folder);
  expect(files).toHaveLength(made.files + 1);
  const kept = files.find((path) => path.endsWith('盖章的材料.pdf')) ?? '';
  expect(new Uint8Array(readFileSync(join(folder, kept)))).toEqual(pdf);
  // Every link leads to a file, nothing runs, and no name becomes markup.
  for (const page of files.filter((path) => path.endsWith('index.html'))) {
    const html = readFileSync(join(folder, page), 'utf8');
    expect(html).not.toMatch(/<script|<b>|https?:/);
    for (const [, href = ''] of html.matchAll(/href="([^"]+)"/g)) {
      const target = join(page, '..', ...href.split('/').map(decodeURIComponent));
      expect([href, files.includes(target)]).toEqual([href, true]);
    }
  }
  const first = readFileSync(
    join(folder, files.find((path) => /^001.*index\.html$/.test(path)) ?? ''),
    'utf8',
  );
  for (const column of ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'])
    expect(first).toContain(`<th>${column}</th>`);
});

test('a public export holds no scan and is not logged; one that is cancelled or has no place leaves nothing', async () => {
  const made = await ended(exportDossiers(archive, request('public')));
  expect(filesBelow(join(disk, made.folderName)).filter((path) => path.endsWith('.pdf'))).toEqual([]);
  expect(await reveals()).toEqual([]);
  opened.ports.clock.set('2026-11-24T01:00:00.000Z');
  for await (const event of exportDossiers(archive, request('public'))) if (event.type === 'progress') break;
  expect(readdirSync(disk)).toEqual([made.folderName]);
  expect(await refusalOf(ended(exportDossiers(archive, { ...request('public'), placeId: 'own' })))).toEqual({
    code: 'BACKUP_PLACE_INSIDE',
    data: {},
  });
});
