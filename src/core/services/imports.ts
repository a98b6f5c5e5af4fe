import { createHash } from 'node:crypto';
import {
  guessedMapping,
  importRecord,
  type ImportMapping,
  type ImportRecord,
  type ImportReport,
  type WorkbookAnalysis,
} from '../../shared/domain/workbook-import.ts';
import { uploadId, type UploadId } from '../../shared/domain/ids.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import {
  dropOldUploads,
  getUpload,
  listImports as listImportRows,
  listMappings,
  saveUpload,
  saveUploadMapping,
} from '../db/repositories/imports.ts';
import { analyseSheets } from '../interchange/sheet-analysis.ts';
import { readWorkbook } from '../interchange/workbook-reading.ts';
import type { OpenArchive } from '../open-archive.ts';
import { copyBefore } from './backup-safety.ts';
import { commitImport, reportOf } from './imports-commit.ts';
import type { ImportPlan } from './imports-plan.ts';
import { planImport, type WorkbookUpload } from './imports-planning.ts';
import { unwatched, watched, type ProgressThen, type Watch } from './watched-work.ts';

const uploadsKept = 4;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Analysed {
  readonly analysis: WorkbookAnalysis;
  readonly upload: WorkbookUpload;
}

const takeIn = async (
  { store, ports }: OpenArchive,
  fileName: string,
  bytes: Uint8Array,
): Promise<Analysed> => {
  const workbook = await readWorkbook(bytes, fileName);
  const sha256 = sha256Of(bytes);
  const id = uploadId.parse(ports.random.id());
  const remembered = await store.write((writer) => {
    saveUpload(writer, { id, fileName, sha256, bytes }, ports.clock.instant());
    dropOldUploads(writer, uploadsKept);
    return listMappings(writer);
  });
  const sheets = analyseSheets(workbook, (signature) => remembered.get(signature) ?? null);
  return { analysis: { uploadId: id, fileName, sha256, sheets }, upload: { fileName, sha256, workbook } };
};

/**
 * Takes a workbook in and says what its sheets and columns seem to be; what the office chose for the same headers
 * before wins over the guess. The bytes stay inside the archive until later uploads push them out.
 * @throws CodedError WORKBOOK_UNREADABLE, WORKBOOK_EMPTY
 */
export const analyseWorkbook = async (
  archive: OpenArchive,
  fileName: string,
  bytes: Uint8Array,
): Promise<WorkbookAnalysis> => (await takeIn(archive, fileName, bytes)).analysis;

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

const dryRun = async (
  archive: OpenArchive,
  upload: WorkbookUpload,
  id: UploadId,
  mapping: ImportMapping,
  watch: Watch,
): Promise<ImportReport> => {
  const plan = await planImport(archive, upload, mapping, watch);
  await archive.store.write((writer) => saveUploadMapping(writer, id, mapping));
  return reportOf(plan, { uploadId: id, importId: null, dryRun: true });
};

/** What an import would do, without doing it. */
export const dryRunImport = (
  archive: OpenArchive,
  id: UploadId,
  mapping: ImportMapping,
  signal?: AbortSignal,
): ProgressThen<ImportReport> =>
  watched(async (watch) => {
    await watch.report('read', 0, null);
    return dryRun(archive, await openUpload(archive, id), id, mapping, watch);
  }, signal);

const plansTried = 3;

/** Plans and commits; when somebody changed the register in between, plans again. */
const run = async (
  archive: OpenArchive,
  upload: WorkbookUpload,
  id: UploadId,
  mapping: ImportMapping,
  watch: Watch,
): Promise<ImportReport> => {
  await copyBefore(archive, 'import');
  for (let tried = 1; ; tried++) {
    const plan = await planImport(archive, upload, mapping, watch);
    try {
      const importId = await commitImport(archive, upload, mapping, plan, watch);
      return reportOf(plan, { uploadId: id, importId, dryRun: false });
    } catch (error) {
      if (!isCoded(error, 'CONFLICT') || tried === plansTried) throw error;
    }
  }
};

/** Imports in one transaction and remembers the mapping. */
export const runImport = (
  archive: OpenArchive,
  id: UploadId,
  mapping: ImportMapping,
  signal?: AbortSignal,
): ProgressThen<ImportReport> =>
  watched(async (watch) => {
    await watch.report('read', 0, null);
    return run(archive, await openUpload(archive, id), id, mapping, watch);
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
  { fileName, bytes, mapping, dryRun: only }: WorkbookToImport,
  signal?: AbortSignal,
): ProgressThen<ImportReport> =>
  watched(async (watch) => {
    await watch.report('read', 0, null);
    const { analysis, upload } = await takeIn(archive, fileName, bytes);
    const chosen = mapping ?? guessedMapping(analysis.sheets);
    return (only ? dryRun : run)(archive, upload, analysis.uploadId, chosen, watch);
  }, signal);
