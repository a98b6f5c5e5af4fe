import type { ServiceFilter, ServiceRow } from '../../shared/contract/service-registers.ts';
import { importId, type ImportId } from '../../shared/domain/ids.ts';
import { registerSpec, type ServiceRegister } from '../../shared/domain/service-register.ts';
import { CodedError, type ErrorCode, type ErrorData } from '../../shared/errors.ts';
import { errorMessages, type ErrorMessage } from '../../shared/labels/error-messages.ts';
import { registerWords } from '../../shared/labels/service-register.ts';
import { linesOfImport } from '../db/repositories/service-lines.ts';
import { namesOnLines } from '../db/repositories/service-people.ts';
import { readWorkbook } from '../interchange/workbook-reading.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { workbookColumns } from './service-cells.ts';
import { readServiceLines, removeInWork, storeInWork } from './service-lines.ts';
import { linesOfSheet, templateColumns, type SheetLine } from './service-sheet.ts';

/** A register as shown, as a workbook. */
export const exportServiceLines = async (
  archive: OpenArchive,
  input: { readonly register: ServiceRegister; readonly filter: ServiceFilter },
): Promise<File> => {
  const { rows } = await readServiceLines(archive, { ...input, offset: 0, limit: -1 });
  const { name } = registerWords(input.register);
  const counted = registerSpec(input.register).people === 'minutes';
  const people = await archive.store.read((reader) =>
    namesOnLines(
      reader,
      rows.map(({ id }) => id),
    ),
  );
  const peopleOf = ({ id }: ServiceRow): string =>
    (people.get(id) ?? [])
      .map((person) => (counted ? `${person.name} ${person.minutes}` : person.name))
      .join('；');
  return exportedList(archive, {
    name,
    sheetName: name,
    columns: workbookColumns(input.register, peopleOf),
    rows,
  });
};

/** An empty workbook to fill in; its second row says what may be written where. */
export const serviceTemplate = (archive: OpenArchive, register: ServiceRegister): Promise<File> => {
  const columns = templateColumns(register);
  const { name } = registerWords(register);
  return exportedList(archive, {
    name: `${name}_模板`,
    sheetName: name,
    columns: columns.map(({ header, hint }) => ({
      header,
      width: Math.min(Math.max(header.length * 2 + 2, hint.length + 2, 10), 34),
      value: () => '',
    })),
    rows: [],
  });
};

const reasonOf = (error: CodedError): string => {
  const words = errorMessages[error.code] as (data: ErrorData<ErrorCode>) => ErrorMessage;
  return words(error.data).happened;
};

interface Outcome {
  readonly ready: number;
  readonly refused: { readonly row: number; readonly title: string; readonly reason: string }[];
  readonly importId: ImportId | null;
}

/** Leaves a work of the store without a trace, carrying what it found. */
class TakenBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('taken back');
    this.outcome = outcome;
  }
}

const storeLines = (archive: OpenArchive, lines: readonly SheetLine[], commit: boolean): Promise<Outcome> =>
  archive.store.write(async (writer) => {
    const id = importId.parse(archive.ports.random.id());
    const refused: Outcome['refused'] = [];
    for (const { row, title, line } of lines) {
      try {
        await storeInWork(archive, writer, line(writer), id);
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        refused.push({ row, title, reason: reasonOf(error) });
      }
    }
    const ready = lines.length - refused.length;
    if (!commit || refused.length > 0) throw new TakenBack({ ready, refused, importId: null });
    return { ready, refused, importId: id };
  });

/**
 * Reads a filled template by the same rules as the form. Nothing is written while `commit` is false, or while any row is
 * refused: the file is put right and read again.
 *
 * @throws CodedError WORKBOOK_UNREADABLE, WORKBOOK_EMPTY, SERVICE_SHEET_REFUSED
 */
export const importServiceLines = async (
  archive: OpenArchive,
  input: { readonly register: ServiceRegister; readonly file: File; readonly commit: boolean },
): Promise<Outcome> => {
  const { register, file, commit } = input;
  const workbook = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  const lines = linesOfSheet(register, workbook);
  try {
    return await storeLines(archive, lines, commit);
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
};

/**
 * Puts the lines of an import that nobody has changed since into the recycle bin, all together.
 *
 * @throws CodedError RECORD_IN_USE, POINTS_SHORT, DOSSIER_SEALED
 */
export const undoServiceImport = (
  { store, ports }: OpenArchive,
  id: ImportId,
): Promise<{ readonly removed: number }> =>
  store.write((writer) => {
    const lines = linesOfImport(writer, id);
    for (const line of lines) removeInWork(ports, writer, line);
    return { removed: lines.length };
  });
