import { shippedLabelSheets, type LabelSheet } from '../../shared/domain/label-sheet.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { deleteLabelSheet, ownLabelSheets, saveLabelSheetRow } from '../db/repositories/printers.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import type { OpenArchive } from '../open-archive.ts';

const usualKey = 'label-sheet';

const allSheets = (reader: Reader): LabelSheet[] => [...shippedLabelSheets, ...ownLabelSheets(reader)];

const usualSheet = (reader: Reader, sheets: readonly LabelSheet[]): LabelSheet => {
  const wanted = getSetting(reader, usualKey);
  return sheets.find(({ id }) => id === wanted) ?? shippedLabelSheets[0]!;
};

export interface LabelSheets {
  readonly sheets: LabelSheet[];
  /** The sheet that is taken unless somebody says otherwise. */
  readonly usual: string;
}

const state = (reader: Reader): LabelSheets => {
  const sheets = allSheets(reader);
  return { sheets, usual: usualSheet(reader, sheets).id };
};

export const readLabelSheets = ({ store }: OpenArchive): Promise<LabelSheets> => store.read(state);

/** A sheet, null for the usual one. @throws CodedError NOT_FOUND */
export const labelSheetOf = ({ store }: OpenArchive, id: string | null): Promise<LabelSheet> =>
  store.read((reader) => {
    const sheets = allSheets(reader);
    if (id === null) return usualSheet(reader, sheets);
    const found = sheets.find((sheet) => sheet.id === id);
    if (found === undefined) throw new CodedError('NOT_FOUND', { what: 'label-sheet' });
    return found;
  });

/** @throws CodedError NOT_FOUND */
export const chooseLabelSheet = ({ store }: OpenArchive, id: string): Promise<LabelSheets> =>
  store.write((writer) => {
    if (!allSheets(writer).some((sheet) => sheet.id === id))
      throw new CodedError('NOT_FOUND', { what: 'label-sheet' });
    saveSetting(writer, usualKey, id);
    return state(writer);
  });

/** Adds a sheet that the office measured, or changes it. @throws CodedError CONFLICT where the name is taken */
export const saveLabelSheet = (
  { store, ports }: OpenArchive,
  { id, name, format }: Pick<LabelSheet, 'name' | 'format'> & { readonly id: string | null },
): Promise<LabelSheets> =>
  store.write((writer) => {
    const sheets = allSheets(writer);
    if (sheets.some((sheet) => sheet.name === name && sheet.id !== id))
      throw new CodedError('CONFLICT', { what: 'label-sheet' });
    if (id !== null && !sheets.some((sheet) => sheet.own && sheet.id === id))
      throw new CodedError('NOT_FOUND', { what: 'label-sheet' });
    saveLabelSheetRow(writer, { id: id ?? ports.random.id(), name, format, own: true });
    return state(writer);
  });

/** @throws CodedError NOT_FOUND, also for one that comes with the application */
export const removeLabelSheet = ({ store }: OpenArchive, id: string): Promise<LabelSheets> =>
  store.write((writer) => {
    if (deleteLabelSheet(writer, id) === 0) throw new CodedError('NOT_FOUND', { what: 'label-sheet' });
    return state(writer);
  });
