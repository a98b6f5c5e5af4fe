import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { officeInput, type OfficeInput } from '../../shared/domain/office.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { importWorkbook } from './imports.ts';
import type { ProgressThen } from './watched-work.ts';
import type { ImportReport } from '../../shared/domain/workbook-import.ts';

const workbookName = 'street-ledger.xlsx';
const sampleFolder = (ports: Pick<Ports, 'paths'>): string => join(ports.paths.resources, 'sample');

/** True when the application was shipped with its sample street. */
export const hasSampleStreet = (ports: Pick<Ports, 'paths'>): boolean =>
  existsSync(join(sampleFolder(ports), workbookName)) && existsSync(join(sampleFolder(ports), 'office.json'));

/** The fictional office of the sample street. */
export const sampleOffice = async (ports: Pick<Ports, 'paths'>): Promise<OfficeInput> =>
  officeInput.parse(JSON.parse(await readFile(join(sampleFolder(ports), 'office.json'), 'utf8')));

/** Fills an archive with the sample street's ledger, through the same import that a clerk uses. */
export async function* importSampleStreet(archive: OpenArchive): ProgressThen<ImportReport> {
  const bytes = await readFile(join(sampleFolder(archive.ports), workbookName));
  yield* importWorkbook(archive, { fileName: '新河街道台账.xlsx', bytes, dryRun: false });
}
