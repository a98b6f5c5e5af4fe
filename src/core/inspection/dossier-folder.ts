import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { DossierFolderOutcome, DossierFolderRequest } from '../../shared/domain/dossier-folder.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { syncFolderWherePossible } from '../backup/copy-files.ts';
import { isInside } from '../backup/backup-layout.ts';
import { asPlaceError } from '../backup/place-error.ts';
import { openAttachment } from '../attachments/attachments.ts';
import { renderHtml } from '../documents/html-renderer.ts';
import { paperTemplates } from '../documents/paper-templates.ts';
import { organizationNames } from '../db/repositories/backups.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requirePlace } from '../services/backup-places.ts';
import { planDossier, type PlannedItem, type PlannedPaper } from '../services/dossier-plan.ts';
import { reveal } from '../services/reveals.ts';
import { watched, type ProgressThen, type Watch } from '../services/watched-work.ts';
import {
  dossierPage,
  folderPage,
  type FolderEntry,
  type PageItem,
  type WrittenPaper,
} from './dossier-folder-page.ts';

type Left = DossierFolderOutcome['left'][number];

const leftWords: Readonly<Record<Left['reason'], string>> = {
  lost: '原件损坏或丢失，没有导出',
  incomplete: '还缺内容，印不出来',
};

const unsafe = /[\\/:*?"<>|%#]|\p{Cc}|\p{Cf}|\p{Surrogate}/gu;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Any system takes it as a name, and it stays readable. */
const safeName = (text: string): string => {
  const plain = Array.from(text.normalize('NFC').replaceAll(unsafe, ''))
    .slice(0, 40)
    .join('')
    .replace(/[. ]+$/, '')
    .trim();
  return plain === '' ? '未命名' : deviceName.test(plain) ? `${plain}_` : plain;
};

const numbered = (index: number): string => String(index + 1).padStart(3, '0');

/** Writes files below one folder and remembers their digests. */
class FolderWriter {
  readonly #folder: string;
  readonly digests: string[] = [];
  byteLength = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const target = join(this.#folder, ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    const file = await open(target, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    this.byteLength += Buffer.byteLength(content);
    this.digests.push(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`);
  }
}

interface Clear {
  readonly content: string | Uint8Array;
  readonly extension: string;
}

/** @returns null for a paper that lacks what it has to say */
const madeContent = async (
  archive: OpenArchive,
  { kind, subjectId }: Extract<PlannedPaper, { what: 'made' }>,
): Promise<Clear | Left['reason']> => {
  const [prepared] = await paperTemplates[kind].prepare(archive, [subjectId]);
  if (prepared === undefined || prepared.lacking.length > 0) return 'incomplete';
  return { content: renderHtml([prepared.build(null)]), extension: '.html' };
};

const contentOf = async (archive: OpenArchive, paper: PlannedPaper): Promise<Clear | Left['reason']> => {
  if (paper.what === 'made') return madeContent(archive, paper);
  try {
    const { bytes } = await openAttachment(archive, paper.attachment.id);
    return { content: bytes, extension: extname(paper.attachment.fileName).toLowerCase() };
  } catch (error) {
    if (isCoded(error, 'ARCHIVE_DAMAGED') || isCoded(error, 'NOT_FOUND')) return 'lost';
    throw error;
  }
};

const writeItem = async (
  archive: OpenArchive,
  writer: FolderWriter,
  folder: string,
  { item, papers, withheld }: PlannedItem,
  place: { readonly index: number; readonly left: (paper: string, reason: Left['reason']) => void },
): Promise<PageItem> => {
  const below = `${numbered(place.index)}-${safeName(item.title)}`;
  const written: WrittenPaper[] = [];
  for (const [index, paper] of papers.entries()) {
    const clear = await contentOf(archive, paper);
    if (typeof clear === 'string') {
      place.left(paper.title, clear);
      written.push({ title: paper.title, path: null, note: leftWords[clear] });
      continue;
    }
    const path = `${below}/${numbered(index)}-${safeName(paper.title)}${clear.extension}`;
    await writer.write(`${folder}/${path}`, clear.content);
    written.push({ title: paper.title, path, note: null });
  }
  return { item, papers: written, withheld };
};

interface Run {
  readonly archive: OpenArchive;
  readonly request: DossierFolderRequest;
  readonly writer: FolderWriter;
  readonly left: Left[];
}

const writeDossier = async (
  { archive, request, writer, left }: Run,
  organizationId: OrganizationId,
  index: number,
  paperDone: () => Promise<void>,
): Promise<FolderEntry> => {
  const { version } = request;
  const choice = {
    organizationId,
    version,
    from: null,
    to: null,
    parts: null,
    made: 'all',
    stamped: false,
  } as const;
  const { data, items } = await planDossier(archive, choice);
  const { paper } = data;
  const { name } = paper.facts;
  const folder = `${numbered(index)}-${safeName(name)}`;
  const pageItems: PageItem[] = [];
  for (const [at, planned] of items.entries()) {
    await paperDone();
    pageItems.push(
      await writeItem(archive, writer, folder, planned, {
        index: at,
        left: (title, reason) => left.push({ organization: name, paper: title, reason }),
      }),
    );
  }
  const facts = [
    ['备案号', paper.filingNumber ?? '—'],
    ['档案', version === 'full' ? '全部材料，含个人信息，请妥善保管' : '公开版，不含个人信息和扫描件'],
    ['保管单位', paper.office.hubName],
  ] as const;
  await writer.write(`${folder}/index.html`, dossierPage({ name, facts, items: pageItems }));
  const files = pageItems.reduce(
    (sum, each) => sum + each.papers.filter(({ path }) => path !== null).length,
    0,
  );
  return { name, folder, items: pageItems.length, files };
};

/** Who asked for the numbers in it, and what for, is on disk before anything of it is made (PIPL Art. 51). */
const logAll = async (
  archive: OpenArchive,
  { organizationIds, actor, purpose }: DossierFolderRequest,
): Promise<void> => {
  for (const organizationId of organizationIds)
    await reveal(archive, {
      target: { kind: 'roster', organizationId, asOf: null },
      actor,
      reason: 'inspection',
      note: purpose,
    });
};

const listName = '校验清单.sha256';

const fill = async (run: Run, watch: Watch): Promise<Omit<DossierFolderOutcome, 'folderName'>> => {
  const { archive, request, writer, left } = run;
  const total = request.organizationIds.length;
  const entries: FolderEntry[] = [];
  for (const [index, id] of request.organizationIds.entries())
    entries.push(await writeDossier(run, id, index, () => watch.report('dossiers', index, total)));
  const today = archive.ports.clock.today();
  const lines = [
    `${today} 导出，共 ${entries.length} 个组织。${request.version === 'full' ? `用途：${request.purpose}。内含个人信息，用后请删除。` : '公开版。'}`,
    `用任何浏览器都能打开，不用安装枢纽档案。核对文件是否完好：在本文件夹运行 sha256sum -c ${listName}。`,
  ];
  await writer.write('index.html', folderPage({ title: '社区社会组织档案', lines }, entries));
  const files = writer.digests.length;
  const { byteLength } = writer;
  await writer.write(listName, writer.digests.join(''));
  return {
    organizations: entries.length,
    items: entries.reduce((sum, each) => sum + each.items, 0),
    files,
    byteLength,
    left,
  };
};

const exportTo = async (
  archive: OpenArchive,
  request: DossierFolderRequest,
  watch: Watch,
): Promise<DossierFolderOutcome> => {
  const place = await requirePlace(archive.ports, request.placeId, '所选位置');
  // What is written there can be read by everybody: never inside the archive.
  if (place.path === null || isInside(place.path, archive.ports.paths.archive))
    throw new CodedError('BACKUP_PLACE_INSIDE', {});
  const target = { path: place.path, label: place.label };
  if (request.version === 'full') await logAll(archive, request);
  const stamp = archive.ports.clock.instant().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const folderName = `档案导出-${stamp}`;
  try {
    const unfinished = await mkdtemp(join(target.path, '.hub-archive-'));
    try {
      const run = { archive, request, writer: new FolderWriter(unfinished), left: [] };
      const outcome = await fill(run, watch);
      await rename(unfinished, join(target.path, folderName));
      syncFolderWherePossible(target.path);
      return { folderName, ...outcome };
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true }).catch(() => {});
      throw error;
    }
  } catch (error) {
    throw asPlaceError(error, target, 0);
  }
};

/**
 * Writes whole dossiers as a folder that opens in any browser: a page with the catalogue of nine columns for each, the
 * papers under names that every system takes, and a list of digests. The folder gets its name when it is whole.
 *
 * @throws CodedError NOT_FOUND, BACKUP_PLACE_MISSING, BACKUP_PLACE_FULL, BACKUP_PLACE_UNWRITABLE, BACKUP_PLACE_INSIDE, CANCELLED
 */
export const exportDossiers = (
  archive: OpenArchive,
  request: DossierFolderRequest,
  signal?: AbortSignal,
): ProgressThen<DossierFolderOutcome> => watched((watch) => exportTo(archive, request, watch), signal);

/** Organizations that have a dossier, by name. */
export const dossierChoices = ({ store }: OpenArchive): Promise<{ id: OrganizationId; name: string }[]> =>
  store.read((reader) => [...organizationNames(reader)]);
