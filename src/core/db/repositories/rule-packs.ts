import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import { addDays } from '../../../shared/domain/calendar-days.ts';
import type { RulePackId } from '../../../shared/domain/ids.ts';
import { rulePack, type RulePack, type RulePackBody } from '../../../shared/domain/rule-pack.ts';
import type { Reader, Writer } from '../archive-store.ts';

interface Row {
  readonly id: string;
  readonly validFrom: string;
  readonly nextFrom: string | null;
  readonly body: string;
}

const selectPacks = `SELECT id, valid_from AS validFrom, lead(valid_from) OVER (ORDER BY valid_from) AS nextFrom, body
  FROM rule_packs`;

const toPack = ({ id, validFrom, nextFrom, body }: Row): RulePack =>
  rulePack.parse({
    id,
    validFrom,
    validTo: nextFrom === null ? null : addDays(nextFrom, -1),
    body: JSON.parse(body),
  });

/** Oldest first; each one ends the day before the next begins. */
export const listRulePacks = (reader: Reader): readonly RulePack[] =>
  reader.all<Row>(`${selectPacks} ORDER BY valid_from`).map(toPack);

export const getRulePack = (reader: Reader, id: RulePackId): RulePack | null => {
  const row = reader.get<Row>(`SELECT * FROM (${selectPacks}) WHERE id = ?`, [id]);
  return row === undefined ? null : toPack(row);
};

/** The pack in force on a day; days before the first pack fall under the first. Null in an archive without any. */
export const rulePackOn = (reader: Reader, day: IsoDate): RulePack | null => {
  const row = reader.get<Row>(
    `SELECT * FROM (${selectPacks})
     ORDER BY validFrom > :day, CASE WHEN validFrom > :day THEN validFrom END, validFrom DESC LIMIT 1`,
    { day },
  );
  return row === undefined ? null : toPack(row);
};

export interface StoredRulePack {
  readonly id: RulePackId;
  readonly validFrom: IsoDate;
  readonly body: RulePackBody;
  readonly savedAt: IsoInstant;
}

/** Inserts a pack, or replaces the one with this id. */
export const saveRulePack = (writer: Writer, { id, validFrom, body, savedAt }: StoredRulePack): void => {
  writer.run(
    `INSERT INTO rule_packs (id, valid_from, body, saved_at) VALUES (:id, :validFrom, :body, :savedAt)
     ON CONFLICT (id) DO UPDATE SET valid_from = excluded.valid_from, body = excluded.body, saved_at = excluded.saved_at`,
    { id, validFrom, body: JSON.stringify(body), savedAt },
  );
};
