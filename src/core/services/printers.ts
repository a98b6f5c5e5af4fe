import type { DocumentKind } from '../../shared/domain/document.ts';
import { printerId, type PrinterId } from '../../shared/domain/ids.ts';
import {
  noOffset,
  usualSetup,
  type PaperSetup,
  type Printer,
  type PrinterOffset,
  type StockFields,
  type StockKind,
} from '../../shared/domain/printing.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  deletePrinter,
  getPrinter,
  getStockFields,
  listPrinters,
  savedSetups,
  savePaperSetup,
  savePrinter,
  saveStockFields,
} from '../db/repositories/printers.ts';
import type { OpenArchive } from '../open-archive.ts';

/** How papers of a kind are printed. */
export const setupOf = (reader: Reader, kind: DocumentKind): PaperSetup =>
  savedSetups(reader).get(kind) ?? usualSetup;

export const readSetups = ({
  store,
}: OpenArchive): Promise<{ readonly kind: DocumentKind; readonly setup: PaperSetup }[]> =>
  store.read((reader) => [...savedSetups(reader)].map(([kind, setup]) => ({ kind, setup })));

export const saveSetup = async (
  archive: OpenArchive,
  kind: DocumentKind,
  setup: PaperSetup,
): Promise<{ readonly kind: DocumentKind; readonly setup: PaperSetup }[]> => {
  await archive.store.write((writer) => savePaperSetup(writer, kind, setup));
  return readSetups(archive);
};

export const readPrinters = ({ store }: OpenArchive): Promise<Printer[]> => store.read(listPrinters);

export interface PrinterInput extends Omit<Printer, 'id' | 'measuredOn' | 'usual'> {
  /** null adds one. */
  readonly id: PrinterId | null;
  readonly usual: boolean;
  /** The offset comes from a test page that was just measured. */
  readonly measured: boolean;
}

/** The first printer is the usual one. @throws CodedError NOT_FOUND; CONFLICT where the name is taken */
export const keepPrinter = (
  { store, ports }: OpenArchive,
  { id, measured, ...input }: PrinterInput,
): Promise<Printer[]> =>
  store.write((writer) => {
    const all = listPrinters(writer);
    const before = all.find((each) => each.id === id);
    if (id !== null && before === undefined) throw new CodedError('NOT_FOUND', { what: 'printer' });
    if (all.some((each) => each.name === input.name && each.id !== id))
      throw new CodedError('CONFLICT', { what: 'printer' });
    savePrinter(writer, {
      ...input,
      id: id ?? printerId.parse(ports.random.id()),
      usual: input.usual || !all.some((each) => each.usual && each.id !== id),
      measuredOn: measured ? ports.clock.today() : (before?.measuredOn ?? null),
    });
    return listPrinters(writer);
  });

/** With its stock. @throws CodedError NOT_FOUND */
export const removePrinter = ({ store }: OpenArchive, id: PrinterId): Promise<Printer[]> =>
  store.write((writer) => {
    if (deletePrinter(writer, id) === 0) throw new CodedError('NOT_FOUND', { what: 'printer' });
    return listPrinters(writer);
  });

/** What a run needs to know of its printer; nothing is moved without one. */
export interface PrinterInUse {
  readonly deviceName: string | null;
  readonly offset: PrinterOffset;
  readonly stockOf: (kind: StockKind) => StockFields;
}

/** @throws CodedError NOT_FOUND */
export const printerInUse = ({ store }: OpenArchive, id: PrinterId | null): Promise<PrinterInUse> =>
  store.read((reader) => {
    if (id === null) return { deviceName: null, offset: noOffset, stockOf: () => ({}) };
    const printer = getPrinter(reader, id);
    if (printer === null) throw new CodedError('NOT_FOUND', { what: 'printer' });
    const fields = {
      certificate: getStockFields(reader, id, 'certificate'),
      'certificate-receipt': getStockFields(reader, id, 'certificate-receipt'),
      'filing-form': getStockFields(reader, id, 'filing-form'),
      'dossier-cover': getStockFields(reader, id, 'dossier-cover'),
    } satisfies Record<StockKind, StockFields>;
    const { deviceName, offset } = printer;
    return { deviceName, offset, stockOf: (kind) => fields[kind] };
  });

/** @throws CodedError NOT_FOUND */
export const keepStockFields = (
  { store }: OpenArchive,
  id: PrinterId,
  kind: StockKind,
  fields: StockFields,
): Promise<void> =>
  store.write((writer) => {
    if (getPrinter(writer, id) === null) throw new CodedError('NOT_FOUND', { what: 'printer' });
    saveStockFields(writer, id, kind, fields);
  });
