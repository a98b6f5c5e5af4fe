import { isPlannedPeriod } from '../../shared/domain/disclosure-plan.ts';
import {
  isRecordOf,
  type ContentOf,
  type DossierRecord,
  type RecordInput,
  type RecordOf,
} from '../../shared/domain/dossier-record.ts';
import { findPersonalData } from '../../shared/domain/personal-data.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { rulesOn } from './rules.ts';

/**
 * A period that was recorded under earlier rules stays; a new one must be one of the plan of then or now.
 *
 * @throws CodedError PERIOD_UNKNOWN
 */
export const checkDisclosurePeriod = (
  reader: Reader,
  today: string,
  before: DossierRecord | null,
  { content, occurredOn }: RecordInput,
): void => {
  if (content.kind !== 'disclosure' || content.period === null) return;
  const { subject, period } = content;
  const same =
    before !== null &&
    isRecordOf(before, 'disclosure') &&
    before.content.subject === subject &&
    before.content.period === period;
  const known = [today, occurredOn].some((day) =>
    isPlannedPeriod(rulesOn(reader, day).body.disclosurePlan, subject, period),
  );
  if (!same && !known) throw new CodedError('PERIOD_UNKNOWN', { period });
};

/** Short entries that are posted with the text: changed, they are searched at once. */
const postedFields = [
  'means',
  'place',
  'responsible',
] as const satisfies readonly (keyof ContentOf<'disclosure'>)[];

/** Nothing changed that has to be searched again. */
const staysSearched = (
  before: RecordOf<'disclosure'>,
  title: string,
  content: ContentOf<'disclosure'>,
): boolean =>
  before.title === title &&
  before.content.body === content.body &&
  postedFields.every(
    (field) =>
      before.content[field] === content[field] || findPersonalData(content[field] ?? '').length === 0,
  );

/**
 * A disclosure as it is kept. What only its own procedures may say stays as it was: the objections, and that it was
 * published; a text that changes, and a place or name that brings personal data, has to be searched again.
 */
export const keptDisclosure = (
  before: DossierRecord | null,
  title: string,
  content: ContentOf<'disclosure'>,
): ContentOf<'disclosure'> => {
  if (before === null || !isRecordOf(before, 'disclosure')) {
    return { ...content, objections: [], published: null, personalDataReason: null };
  }
  const { objections, published, personalDataReason } = before.content;
  const same = staysSearched(before, title, content);
  return {
    ...content,
    objections,
    published: same ? published : null,
    personalDataReason: same ? personalDataReason : null,
  };
};
