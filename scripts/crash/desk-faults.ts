import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAttachment } from '../../src/core/attachments/attachments.ts';
import { storedNames } from '../../src/core/attachments/stored-path.ts';
import { recordedSoFar, sweepUnused } from '../../src/core/attachments/sweep-unused.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { readAreaChanges } from '../../src/core/services/area-changes.ts';
import { readItemClasses } from '../../src/core/services/archiving.ts';
import { readRecord } from '../../src/core/services/dossier-records.ts';
import { checkSeal, readExit } from '../../src/core/services/dossier-seal.ts';
import { scanDeskOf } from '../../src/core/services/scan-desk.ts';
import { unwatched } from '../../src/core/services/watched-work.ts';
import { attachmentId, organizationId, recordId } from '../../src/shared/domain/ids.ts';
import { acknowledged, type Acknowledgement } from './acknowledgement.ts';

/** What is wrong with what was done at the desk. */
type Faults = (archive: OpenArchive, said: readonly Acknowledgement[]) => Promise<readonly string[]>;

const all = <T>({ store }: OpenArchive, sql: string, parameters: string[] = []): Promise<readonly T[]> =>
  store.read((reader) => reader.all<T>(sql, parameters));

const count = async (archive: OpenArchive, sql: string, parameters: string[] = []): Promise<number> =>
  (await all<{ n: number }>(archive, `SELECT count(*) AS n ${sql}`, parameters))[0]?.n ?? 0;

interface ScanRow {
  readonly id: string;
  readonly state: string;
  readonly finding: string | null;
  readonly attachmentId: string;
  readonly parts: number;
}

/** A scan is unread and whole, or parted in three of which two are filed; read ones that were acknowledged are parted. */
const scanFaults: Faults = async (archive, said) => {
  const look = async (wanted: readonly string[]): Promise<string[]> => {
    const rows = await all<ScanRow>(
      archive,
      `SELECT i.id, i.state, i.reading ->> 'finding' AS finding, i.attachment_id AS attachmentId,
         (SELECT count(*) FROM scan_inbox p WHERE p.parent_id = i.id) AS parts
       FROM scan_inbox i WHERE i.parent_id IS NULL`,
    );
    const torn = rows.filter(({ finding, parts, state }) =>
      finding === null ? parts !== 0 || state !== 'waiting' : finding !== 'parted' || parts !== 3,
    );
    const lost = wanted.filter((id) => rows.find((row) => row.id === id)?.finding !== 'parted');
    return [...torn.map(({ id }) => `scan ${id} torn`), ...lost.map((id) => `scan ${id} not parted`)];
  };
  const owed = acknowledged(said, 'scan');
  const known = new Set(
    (await all<{ id: string }>(archive, 'SELECT id FROM scan_inbox')).map(({ id }) => id),
  );
  const lost = owed.filter(({ id }) => !known.has(id)).map(({ id }) => `scan ${id} lost`);
  const before = await look(acknowledged(said, 'scan-read').map(({ id }) => id));
  // What was cut off is read again, and each paper is filed once.
  await scanDeskOf(archive).readAll(unwatched);
  const after = await look(owed.map(({ id }) => id));
  const filedTwice = await all<{ id: string }>(
    archive,
    'SELECT attachment_id AS id FROM dossier_file_versions GROUP BY attachment_id HAVING count(*) > 1',
  );
  return [...lost, ...before, ...after, ...filedTwice.map(({ id }) => `scan ${id} filed twice`)];
};

const paperFaults: Faults = async (archive, said) => {
  const gone = new Set(acknowledged(said, 'paper-gone').map(({ id }) => id));
  const faults: string[] = [];
  const papers = acknowledged(said, 'paper');
  for (const [at, { id, attachmentId: scan }] of papers.entries()) {
    const known = await count(archive, 'FROM dossier_files WHERE id = ?', [id]);
    if (gone.has(id) && known !== 0) faults.push(`paper ${id} came back`);
    // The removal of the last one may have been under way.
    const mayBeGone = gone.has(id) || at === papers.length - 1;
    if (known === 0 && !mayBeGone) faults.push(`paper ${id} lost`);
    if (known === 1)
      await openAttachment(archive, attachmentId.parse(scan)).catch((error: unknown) =>
        faults.push(`paper ${id}: ${String(error)}`),
      );
  }
  return faults;
};

/** After the sweep every record is held by something and every stored file has a record. */
const orphanFaults: Faults = async (archive) => {
  const swept = await sweepUnused(archive, await recordedSoFar(archive));
  const again = await sweepUnused(archive, await recordedSoFar(archive));
  const digests = await all<{ sha256: string }>(archive, 'SELECT DISTINCT sha256 FROM attachments');
  const named = new Set(digests.map(({ sha256 }) => sha256).map(storedNames(archive)));
  const folder = join(archive.ports.paths.archive, 'attachments');
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const stored = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('unused'))
    .map(({ name }) => name);
  return [
    ...(swept.broughtBack > 0 ? ['bytes had been put aside that are in use'] : []),
    ...(again.records + again.putAside > 0 ? ['a second sweep found more'] : []),
    ...stored.filter((name) => !named.has(name)).map((name) => `bytes ${name} of no record`),
    ...[...named].filter((name) => !stored.includes(name)).map((name) => `bytes ${name} gone`),
  ];
};

const archivingFaults: Faults = async (archive, said) => {
  const owed = acknowledged(said, 'archived').at(-1)?.items ?? 0;
  const there = await count(archive, 'FROM archive_items');
  const classes = await readItemClasses(archive);
  const faults = classes.flatMap(({ classKey, missing, count: given, last }) =>
    missing.length > 0 || given !== last ? [`class ${classKey} has gaps`] : [],
  );
  if (there < owed) faults.push(`${there} items of ${owed}`);
  // A round archives all that is settled or nothing of it.
  const settled = await count(
    archive,
    "FROM dossier_records WHERE substr(occurred_on, 1, 4) = '2026' AND kind = 'meeting-vote'",
  );
  const archived = await count(archive, "FROM archive_items WHERE source = 'record'");
  if (archived !== settled && settled - archived > 6)
    faults.push(`${archived} of ${settled} records archived`);
  for (const { id, pages } of acknowledged(said, 'item-changed')) {
    const kept = await count(archive, 'FROM archive_items WHERE id = ? AND pages >= ?', [id, String(pages)]);
    if (kept === 0) faults.push(`change of item ${id} lost`);
  }
  const unlogged = await count(
    archive,
    'FROM archive_items i WHERE pages IS NOT NULL AND NOT EXISTS (SELECT 1 FROM archive_item_changes c WHERE c.item_id = i.id)',
  );
  return unlogged > 0 ? [...faults, `${unlogged} items changed without a word`] : faults;
};

const sealFaults: Faults = async (archive, said) => {
  const last = acknowledged(said, 'seal').at(-1);
  if (last === undefined) return [];
  const id = organizationId.parse(last.organizationId);
  const { exit, seals } = await readExit(archive, id);
  const opened = seals.filter((seal) => seal.opened !== null).length;
  const steps = seals.length + opened;
  const owed = last.sealed + last.opened;
  const faults = exit === null ? ['the end of the organization is lost'] : [];
  if (steps < owed || steps > owed + 1) faults.push(`${steps} sealings and openings of ${owed}`);
  if (seals.length === opened) return faults;
  const { intact, differing } = await checkSeal(archive, id);
  return intact ? faults : [...faults, `the seal does not hold: ${differing.join(', ')}`];
};

const mergeFaults: Faults = async (archive, said) => {
  const undone = new Set(acknowledged(said, 'merge-undone').map(({ id }) => id));
  const merges = acknowledged(said, 'merged');
  const faults: string[] = [];
  for (const [at, { id, keptId, mergedId }] of merges.entries()) {
    const [kept, merged] = [
      await count(archive, 'FROM memberships WHERE person_id = ?', [keptId]),
      await count(archive, 'FROM memberships WHERE person_id = ?', [mergedId]),
    ];
    const isTwo = kept === 1 && merged === 1;
    const isOne = kept === 2 && merged === 0;
    const mayBeUndone = at === merges.length - 1;
    if (undone.has(id) ? !isTwo : !isOne && !(mayBeUndone && isTwo))
      faults.push(`merge ${id}: ${kept} and ${merged} memberships`);
  }
  for (const { id, organizationId: team } of acknowledged(said, 'member')) {
    const merge = merges.find(({ mergedId }) => mergedId === id);
    const who = [id, merge?.keptId ?? id];
    const there = await count(archive, 'FROM memberships WHERE organization_id = ? AND person_id IN (?, ?)', [
      team,
      ...who,
    ]);
    const last = acknowledged(said, 'member')
      .slice(-2)
      .some((member) => member.id === id);
    if (there === 0 && !last) faults.push(`member ${id} lost`);
  }
  return faults;
};

const areaFaults: Faults = async (archive, said) => {
  const changes = await readAreaChanges(archive);
  const undone = new Set(acknowledged(said, 'area-undone').map(({ id }) => id));
  const owed = acknowledged(said, 'area');
  const faults = owed.flatMap(({ id, moves }, at) => {
    const change = changes.find((each) => each.id === id);
    if (change === undefined) return [`area change ${id} lost`];
    if (undone.has(id) && change.undoneAt === null) return [`area change ${id} came back`];
    if (!undone.has(id) && change.undoneAt !== null && at !== owed.length - 1)
      return [`area change ${id} undone`];
    // Moves into a community that an undone change had made went with it.
    return change.undoneAt !== null || change.organizations === moves
      ? []
      : [`area change ${id} moved ${change.organizations} of ${moves}`];
  });
  const holding = changes.filter(({ undoneAt }) => undoneAt === null).map(({ id }) => id);
  if (holding.length > 1) faults.push('two changes hold');
  const astray = await count(
    archive,
    `FROM area_moves m JOIN organizations o ON o.id = m.organization_id
     WHERE m.change_id = ? AND o.community_id <> m.to_community_id`,
    [holding[0] ?? ''],
  );
  return astray > 0 ? [...faults, `${astray} organizations astray`] : faults;
};

const surveyFaults: Faults = async (archive, said) => {
  const last = acknowledged(said, 'ballots').at(-1);
  if (last === undefined) return [];
  const { content } = await readRecord(archive, recordId.parse(last.id));
  if (content.kind !== 'survey') return ['the survey is something else'];
  const { returned, sheets } = content.groups.residents;
  const faults = returned === sheets.length ? [] : [`${returned} ballots counted, ${sheets.length} kept`];
  const whole = sheets.length === last.sheets || sheets.length === last.sheets + 1;
  return whole ? faults : [...faults, `${sheets.length} ballots of ${last.sheets}`];
};

/** Everything together; what a job has not done owes nothing. */
export const deskFaults: Faults = async (archive, said) => {
  const faults: string[] = [];
  const looks = [
    scanFaults,
    paperFaults,
    archivingFaults,
    sealFaults,
    mergeFaults,
    areaFaults,
    surveyFaults,
    orphanFaults,
  ];
  for (const look of looks) faults.push(...(await look(archive, said)));
  return faults;
};
