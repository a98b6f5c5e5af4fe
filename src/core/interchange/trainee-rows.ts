import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import { readIdentityNumber, type IdentityNumber } from '../../shared/domain/identity-number.ts';
import type { PoliticalStatus, Sex } from '../../shared/domain/person.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import { isPlaceholder } from '../../shared/domain/plain-text.ts';
import { empty, refused, valueOf, type Reading } from '../../shared/domain/reading.ts';
import { groupNamedIn, traineeGroupsIn } from '../../shared/domain/trainee-words.ts';
import type { TraineeGroup } from '../../shared/domain/trainee.ts';
import { readPoliticalStatus, readSex } from '../../shared/domain/word-reading.ts';
import { politicalStatusLabels, sexLabels } from '../../shared/labels/person.ts';
import { traineeGroupLabels } from '../../shared/labels/training.ts';
import { readFields, type RowSource } from './field-reading.ts';
import type { RowReading } from './import-rows.ts';

/** A row of a staff list in the archive's terms. */
export interface TraineeDraft {
  readonly name: string;
  readonly groups: readonly TraineeGroup[];
  /** null: of the street itself */
  readonly communityName: string | null;
  readonly workUnit: string | null;
  readonly post: string | null;
  readonly sex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly identity: IdentityNumber | null;
  readonly phone: string | null;
  readonly startsOn: PartialDate | null;
  readonly endsOn: IsoDate | null;
}

const groupWords = (groups: readonly TraineeGroup[]): string =>
  groups.map((group) => traineeGroupLabels[group]).join('、');

const readGroups = (cell: string): Reading<readonly TraineeGroup[]> => {
  if (cell.trim() === '' || isPlaceholder(cell.trim())) return empty;
  const groups = traineeGroupsIn(cell);
  if (groups === null) return refused('value-unknown');
  return valueOf(groups, groupWords(groups) === cell.trim() ? [] : ['word-normalized']);
};

/** Words for the street itself where a community is asked for. */
const streetWords = /^(?:街道|乡镇|镇|乡)?(?:本级|机关|办事处)$/;

/** Reads one row of a staff list; a sheet that is called after a group gives it to rows that name none. */
export const readTraineeRow = (source: RowSource, today: IsoDate): RowReading<TraineeDraft> => {
  const fields = readFields(source);
  const name = fields.name('person-name', 60);
  if (name === null && !fields.refused) fields.refuse('person-name', 'name-missing');
  const named = fields.word('trainee-group', readGroups, groupWords);
  const ofSheet = groupNamedIn(source.sheet);
  const groups = named ?? (ofSheet === null ? [] : [ofSheet]);
  if (groups.length === 0 && !fields.refused) fields.refuse('trainee-group', 'value-unknown');
  const identity = fields.value('identity-number', readIdentityNumber, ({ number }) => number);
  const startsOn = fields.date('starts-on');
  const endsOn = fields.date('ends-on');
  if (endsOn !== null && endsOn.length < 10) fields.refuse('ends-on', 'date-unreadable', endsOn);
  else if (endsOn !== null && startsOn !== null && endsOn < startsOn)
    fields.refuse('ends-on', 'date-impossible', endsOn);
  if (startsOn !== null && startsOn > today.slice(0, startsOn.length))
    fields.warn('starts-on', 'date-in-future', startsOn);
  const community = fields.name('community', 60);
  const draft: TraineeDraft = {
    name: name ?? '',
    groups,
    communityName: community !== null && streetWords.test(community) ? null : community,
    workUnit: fields.text('work-unit', 60),
    post: fields.text('post', 30),
    sex: identity?.sex ?? fields.word('sex', readSex, (code) => sexLabels[code]),
    birthDate: identity?.birthDate ?? fields.date('birth-date'),
    politicalStatus: fields.word(
      'political-status',
      readPoliticalStatus,
      (status) => politicalStatusLabels[status],
    ),
    identity,
    phone: fields.value('phone', readPhone, String),
    startsOn,
    endsOn,
  };
  return { draft: fields.refused ? null : draft, findings: fields.findings };
};
