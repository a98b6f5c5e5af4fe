import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { PackageId } from '../../../shared/domain/ids.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface StoredSnapshot {
  readonly period: PeriodCode;
  readonly frozenAt: IsoInstant;
  readonly json: Uint8Array;
  readonly sha256: string;
}

export const getSnapshot = (reader: Reader, period: PeriodCode): StoredSnapshot | null =>
  reader.get<StoredSnapshot>(
    'SELECT period, frozen_at AS frozenAt, ledger_json AS json, sha256 FROM ledger_snapshots WHERE period = ?',
    [period],
  ) ?? null;

/** A frozen period stays as it is; freezing twice is refused by its key. */
export const insertSnapshot = (writer: Writer, snapshot: StoredSnapshot, memberRows: number): void => {
  writer.run(
    'INSERT INTO ledger_snapshots (period, frozen_at, ledger_json, sha256, member_rows) VALUES (?, ?, ?, ?, ?)',
    [snapshot.period, snapshot.frozenAt, snapshot.json, snapshot.sha256, memberRows],
  );
};

export const listSnapshots = (reader: Reader): readonly Omit<StoredSnapshot, 'json'>[] =>
  reader.all('SELECT period, frozen_at AS frozenAt, sha256 FROM ledger_snapshots ORDER BY period');

/** 补报更正 as it was sent: the differences, and the whole ledger after them. */
export interface StoredCorrection {
  readonly period: PeriodCode;
  readonly number: number;
  readonly packageId: PackageId;
  readonly frozenAt: IsoInstant;
  /** correction.json */
  readonly json: Uint8Array;
  /** ledger.json after it */
  readonly ledgerJson: Uint8Array;
  /** Of `ledgerJson`. */
  readonly sha256: string;
}

/** The newest correction of a period; null where there is none. */
export const lastCorrection = (reader: Reader, period: PeriodCode): StoredCorrection | null =>
  reader.get<StoredCorrection>(
    `SELECT period, number, package_id AS packageId, frozen_at AS frozenAt, correction_json AS json,
       ledger_json AS ledgerJson, sha256
     FROM ledger_corrections WHERE period = ? ORDER BY number DESC LIMIT 1`,
    [period],
  ) ?? null;

export const insertCorrection = (writer: Writer, correction: StoredCorrection): void => {
  writer.run(
    `INSERT INTO ledger_corrections (period, number, package_id, frozen_at, correction_json, ledger_json, sha256)
     VALUES (:period, :number, :packageId, :frozenAt, :json, :ledgerJson, :sha256)`,
    { ...correction },
  );
};

/** ledger.json of the periods frozen before one, as last corrected, the newest first. */
export const ledgersBefore = (
  reader: Reader,
  period: PeriodCode,
  most: number,
): readonly { readonly json: Uint8Array }[] =>
  reader.all(
    `SELECT coalesce(
         (SELECT c.ledger_json FROM ledger_corrections c WHERE c.period = s.period ORDER BY c.number DESC LIMIT 1),
         s.ledger_json) AS json
       FROM ledger_snapshots s
      WHERE s.period < ? AND substr(s.period, 5, 1) = substr(?, 5, 1)
      ORDER BY s.period DESC LIMIT ?`,
    [period, period, most],
  );
