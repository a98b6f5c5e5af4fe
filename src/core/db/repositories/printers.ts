import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { PrinterId } from '../../../shared/domain/ids.ts';
import { labelSheet, type LabelSheet } from '../../../shared/domain/label-sheet.ts';
import {
  paperSetup,
  printer,
  stockFields,
  type PaperSetup,
  type Printer,
  type StockFields,
  type StockKind,
} from '../../../shared/domain/printing.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

const printerOf = ({ xMm, yMm, scale, usual, ...row }: Record<string, SqlValue>): Printer =>
  printer.parse({ ...row, offset: { xMm, yMm, scale }, usual: usual === 1 });

/** The usual one first. */
export const listPrinters = (reader: Reader): Printer[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT id, name, device_name AS deviceName, x_mm AS xMm, y_mm AS yMm, scale, measured_on AS measuredOn, usual
       FROM printers ORDER BY usual DESC, name`,
    )
    .map(printerOf);

export const getPrinter = (reader: Reader, id: PrinterId): Printer | null =>
  listPrinters(reader).find((each) => each.id === id) ?? null;

/** Only one is the usual one. */
export const savePrinter = (writer: Writer, { offset, usual, ...row }: Printer): void => {
  if (usual) writer.run('UPDATE printers SET usual = 0 WHERE id <> ?', [row.id]);
  writer.run(
    `INSERT INTO printers (id, name, device_name, x_mm, y_mm, scale, measured_on, usual)
     VALUES (:id, :name, :deviceName, :xMm, :yMm, :scale, :measuredOn, :usual)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, device_name = excluded.device_name, x_mm = excluded.x_mm,
       y_mm = excluded.y_mm, scale = excluded.scale, measured_on = excluded.measured_on, usual = excluded.usual`,
    { ...row, ...offset, usual: usual ? 1 : 0 },
  );
};

export const deletePrinter = (writer: Writer, id: PrinterId): number =>
  writer.run('DELETE FROM printers WHERE id = ?', [id]).changes;

/** What the office set itself, by kind. */
export const savedSetups = (reader: Reader): ReadonlyMap<DocumentKind, PaperSetup> =>
  new Map(
    reader
      .all<{ kind: DocumentKind; setup: string }>('SELECT kind, setup FROM paper_setups')
      .map(({ kind, setup }) => [kind, paperSetup.parse(JSON.parse(setup))]),
  );

export const savePaperSetup = (writer: Writer, kind: DocumentKind, setup: PaperSetup): void => {
  writer.run(
    'INSERT INTO paper_setups (kind, setup) VALUES (?, ?) ON CONFLICT DO UPDATE SET setup = excluded.setup',
    [kind, JSON.stringify(setup)],
  );
};

export const getStockFields = (reader: Reader, printerId: PrinterId, kind: StockKind): StockFields => {
  const row = reader.get<{ fields: string }>(
    'SELECT fields FROM stock_fields WHERE printer_id = ? AND kind = ?',
    [printerId, kind],
  );
  return row === undefined ? {} : stockFields.parse(JSON.parse(row.fields));
};

export const saveStockFields = (
  writer: Writer,
  printerId: PrinterId,
  kind: StockKind,
  fields: StockFields,
): void => {
  writer.run(
    `INSERT INTO stock_fields (printer_id, kind, fields) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET fields = excluded.fields`,
    [printerId, kind, JSON.stringify(fields)],
  );
};

/** Sheets that the office measured itself. */
export const ownLabelSheets = (reader: Reader): LabelSheet[] =>
  reader
    .all<{ id: string; name: string; format: string }>(
      'SELECT id, name, format FROM label_sheets ORDER BY name',
    )
    .map(({ format, ...row }) => labelSheet.parse({ ...row, format: JSON.parse(format), own: true }));

export const saveLabelSheetRow = (writer: Writer, { id, name, format }: LabelSheet): void => {
  writer.run(
    `INSERT INTO label_sheets (id, name, format) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, format = excluded.format`,
    [id, name, JSON.stringify(format)],
  );
};

export const deleteLabelSheet = (writer: Writer, id: string): number =>
  writer.run('DELETE FROM label_sheets WHERE id = ?', [id]).changes;
