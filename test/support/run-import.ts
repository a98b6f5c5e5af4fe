import type { ImportMapping, ImportReport } from '../../src/shared/domain/workbook-import.ts';
import { importWorkbook } from '../../src/core/services/imports.ts';
import type { TestArchive } from './open-test-archive.ts';

type ReportEvent = { readonly type: 'progress' } | { readonly type: 'result'; readonly result: ImportReport };

/** The result at the end of a stream of progress. */
export const resultOf = async (stream: AsyncIterable<ReportEvent>): Promise<ImportReport> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

export const runImportOf = (
  archive: TestArchive,
  bytes: Uint8Array,
  options: { readonly dryRun?: boolean; readonly fileName?: string; readonly mapping?: ImportMapping } = {},
): Promise<ImportReport> =>
  resultOf(
    importWorkbook(archive, {
      fileName: options.fileName ?? '台账.xlsx',
      bytes,
      dryRun: options.dryRun ?? false,
      ...(options.mapping ? { mapping: options.mapping } : {}),
    }),
  );

/** How often each code was found at a level. */
export const codesOf = (
  report: ImportReport,
  level: 'refused' | 'changed' | 'warning',
): Record<string, number> =>
  Object.fromEntries(
    report.byCode.filter((each) => each.level === level).map(({ code, count }) => [code, count]),
  );

export const countRows = (archive: TestArchive, from: string): Promise<number> =>
  archive.store.read((reader) => reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)?.n ?? -1);
