import { createHash } from 'node:crypto';
import {
  importRecord,
  type ImportMapping,
  type ImportRecord,
  type ImportReport,
  type WorkbookAnalysis,
} from '../../shared/domain/workbook-import.ts';
import { uploadId, importId } from '../../shared/domain/ids.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import {
  dropOldUploads,
  getUpload,
  listImports as listImportRows,
  listMappings,
  saveUpload,
  saveUploadMapping,
} from '../db/repositories/imports.ts';
import { analyseSheets, guessedMapping } from '../interchange/sheet-analysis.ts';
import { readWorkbook } from '../interchange/workbook-reading.ts';
import type { OpenArchive } from '../open-archive.ts';
import { commitImport, reportOf } from './imports-commit.ts';
import type { ImportPlan } from './imports-plan.ts';
import { planImport, type WorkbookUpload } from './imports-planning.ts';
import { unwatched, watched, type ProgressThen, type Watch } from './watched-work.ts';

const uploadsKept = 4;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Takes a workbook in and says what its sheets and columns seem to be; what the office chose for the same headers
 * before wins over the guess. The bytes stay inside the archive until later uploads push them out.
 * @throws CodedError WORKBOOK_UNREADABLE, WORKBOOK_EMPTY
 */
export const analyseWorkbook = async (
  { store, ports }: OpenArchive,
  fileName: string,
  bytes: Uint8Array,
): Promise<WorkbookAnalysis> => {
  const workbook = await readWorkbook(bytes, fileName);
  const sha256 = sha256Of(bytes);
  const id = uploadId.parse(ports.random.id());
  const remembered = await store.write((writer) => {
    saveUpload(writer, { id, fileName, sha256, bytes }, ports.clock.instant());
    dropOldUploads(writer, uploadsKept);
    return listMappings(writer);
  });
  const sheets = analyseSheets(workbook, (signature) => remembered.get(signature) ?? null);
  return { uploadId: id, fileName, sha256, sheets };
};

/** @throws CodedError UPLOAD_EXPIRED */
const openUpload = async (
  { store }: OpenArchive,
  id: string,
): Promise<WorkbookUpload & { readonly mapping: ImportMapping | null }> => {
  const upload = await store.read((reader) => getUpload(reader, id));
  if (!upload) throw new CodedError('UPLOAD_EXPIRED', {});
  const { fileName, sha256, bytes, mapping } = upload;
  return { fileName, sha256, mapping, workbook: await readWorkbook(bytes, fileName) };
};

/** The plan of an upload under the mapping of its last dry run. @throws CodedError UPLOAD_EXPIRED */
export const planOfUpload = async (archive: OpenArchive, id: string): Promise<ImportPlan> => {
  const upload = await openUpload(archive, id);
  if (upload.mapping === null) throw new CodedError('UPLOAD_EXPIRED', {});
  return planImport(archive, upload, upload.mapping, unwatched);
};

/** What an import would do, without doing it. */
export const dryRunImport = (
  archive: OpenArchive,
  id: string,
  mapping: ImportMapping,
  signal?: AbortSignal,
): ProgressThen<ImportReport> =>
  watched(async (watch) => {
    await watch.report('read', 0, null);
    const upload = await openUpload(archive, id);
    const plan = await planImport(archive, upload, mapping, watch);
    await archive.store.write((writer) => saveUploadMapping(writer, id, mapping));
    return reportOf(plan, { uploadId: uploadId.parse(id), importId: null, dryRun: true });
  }, signal);

const plansTried = 3;

/** Plans and commits; when somebody changed the register in between, plans again. */
const planAndCommit = async (
  archive: OpenArchive,
  upload: WorkbookUpload,
  mapping: ImportMapping,
  watch: Watch,
): Promise<{ readonly plan: ImportPlan; readonly id: string }> => {
  for (let tried = 1; ; tried++) {
    const plan = await planImport(archive, upload, mapping, watch);
    try {
      return { plan, id: await commitImport(archive, upload, mapping, plan, watch) };
    } catch (error) {
      if (!isCoded(error, 'CONFLICT') || tried === plansTried) throw error;
    }
  }
};

/** Imports in one transaction and remembers the mapping. */
export const runImport = (
  archive: OpenArchive,
  id: string,
  mapping: ImportMapping,
  signal?: AbortSignal,
): ProgressThen<ImportReport> =>
  watched(async (watch) => {
    await watch.report('read', 0, null);
    const upload = await openUpload(archive, id);
    const done = await planAndCommit(archive, upload, mapping, watch);
    const ids = { uploadId: uploadId.parse(id), importId: importId.parse(done.id), dryRun: false };
    return reportOf(done.plan, ids);
  }, signal);

/** Newest first. */
export const listImports = async ({ store }: OpenArchive): Promise<ImportRecord[]> => {
  const rows = await store.read(listImportRows);
  return rows.map((row) => importRecord.parse(row));
};

/** What a terminal or the sample street hands over in one call. */
export interface WorkbookToImport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Default: what analysis guesses and the office chose before. */
  readonly mapping?: ImportMapping;
  readonly dryRun: boolean;
}

/**
 * Analyses and imports (or dry-runs) a workbook in one go, with the guessed mapping unless one is given.
 * @throws CodedError WORKBOOK_UNREADABLE, WORKBOOK_EMPTY, MAPPING_INCOMPLETE, CANCELLED
 */
export const importWorkbook = (
  archive: OpenArchive,
  { fileName, bytes, mapping, dryRun }: WorkbookToImport,
  signal?: AbortSignal,
): ProgressThen<ImportReport> =>
  watched(async (watch) => {
    await watch.report('read', 0, null);
    const analysis = await analyseWorkbook(archive, fileName, bytes);
    const chosen = mapping ?? guessedMapping(analysis.sheets);
    const stream = dryRun
      ? dryRunImport(archive, analysis.uploadId, chosen, signal)
      : runImport(archive, analysis.uploadId, chosen, signal);
    for await (const event of stream) {
      if (event.type === 'result') return event.result;
      await watch.report(event.stage, event.done, event.total);
    }
    throw new CodedError('CANCELLED', {});
  }, signal);
