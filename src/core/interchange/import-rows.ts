import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import { canonicalFilingNumber } from '../../shared/domain/filing-number.ts';
import { ageOn, readIdentityNumber, type IdentityNumber } from '../../shared/domain/identity-number.ts';
import type { OrganizationStatus } from '../../shared/domain/organization.ts';
import type { PoliticalStatus, Sex } from '../../shared/domain/person.ts';
import { characterCount, isPlaceholder } from '../../shared/domain/plain-text.ts';
import { empty, refused, valueOf, type Reading } from '../../shared/domain/reading.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import {
  readCategory,
  readPoliticalStatus,
  readRole,
  readSex,
  type CategoryReading,
  type RoleReading,
} from '../../shared/domain/word-reading.ts';
import type { ImportFinding } from '../../shared/domain/workbook-import.ts';
import {
  domainCategoryLabels,
  fourClassLabels,
  natureLabels,
  organizationStatusLabels,
  sixClassLabels,
} from '../../shared/labels/organization.ts';
import { memberRoleLabels, politicalStatusLabels, sexLabels } from '../../shared/labels/person.ts';
import { readFields, type RowSource } from './field-reading.ts';

/** A ledger row in the archive's terms; matching it with communities and organizations comes later. */
export interface OrganizationDraft {
  readonly name: string;
  readonly communityName: string | null;
  readonly category: CategoryReading | null;
  readonly filingNumber: string | null;
  readonly filedOn: PartialDate | null;
  readonly responsiblePersonName: string | null;
  readonly responsiblePoliticalStatus: PoliticalStatus | null;
  readonly contactPhone: string | null;
  readonly declaredMemberCount: number | null;
  readonly premises: string | null;
  readonly businessScope: string | null;
  readonly activityArea: string | null;
  readonly purpose: string | null;
  readonly funds: string | null;
  readonly fallbackPartyName: string | null;
  readonly foundedOn: PartialDate | null;
  readonly remark: string | null;
  readonly status: Extract<OrganizationStatus, 'filed' | 'preparing' | 'inactive'>;
  readonly proposedRegistration: boolean;
}

/** A roster row in the archive's terms. */
export interface RosterDraft {
  readonly organizationName: string;
  readonly personName: string;
  readonly sex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly identity: IdentityNumber | null;
  readonly phone: string | null;
  readonly role: RoleReading;
  readonly joinedOn: PartialDate | null;
  readonly remark: string | null;
}

/** What a row came to: a draft, or null where a value was refused; and everything there is to say. */
export interface RowReading<Draft> {
  readonly draft: Draft | null;
  readonly findings: readonly ImportFinding[];
}

const categoryWord = ({ scheme, code }: CategoryReading): string => {
  switch (scheme) {
    case 'four-class':
      return fourClassLabels[code];
    case 'domain':
      return domainCategoryLabels[code];
    case 'six-class':
      return sixClassLabels[code];
    case 'nature':
      return natureLabels[code];
  }
};

const politicalStatusWord = (status: PoliticalStatus): string => politicalStatusLabels[status];

const proposedWord = /拟登记/;
const inactiveWord = /(?:暂停|停止)活动/;
const longest = { name: 60, line: 120, paragraph: 500, number: 60, person: 60 } as const;

/** A filing number in the spelling that the register compares by. */
const readFilingNumber = (cell: string): Reading<string> => {
  const number = canonicalFilingNumber(cell);
  if (number === '' || isPlaceholder(number)) return empty;
  if (characterCount(number) > longest.number) return refused('value-too-long');
  return valueOf(number, number === cell ? [] : ['word-normalized']);
};

/** Reads one row of a ledger sheet. The limits are those of `organizationFacts`. */
export const readOrganizationRow = (source: RowSource): RowReading<OrganizationDraft> => {
  const fields = readFields(source);
  const name = fields.name('organization-name', longest.name);
  if (name === null && !fields.refused) fields.refuse('organization-name', 'name-missing');
  const filingNumber = fields.word('filing-number', readFilingNumber, String);
  const filedOn = fields.date('filed-on');
  const remark = fields.text('remark', longest.paragraph);
  const proposedRegistration = remark !== null && proposedWord.test(remark);
  const inactive = remark !== null && inactiveWord.test(remark);
  if (remark !== null && proposedRegistration)
    fields.change('remark', 'status-from-remark', remark, '拟登记');
  if (remark !== null && inactive) {
    fields.change('remark', 'status-from-remark', remark, organizationStatusLabels.inactive);
  }
  if (filingNumber === null) fields.warn('filing-number', 'filing-number-missing');
  const draft: OrganizationDraft = {
    name: name ?? '',
    communityName: fields.name('community', longest.name),
    category: fields.word('category', readCategory, categoryWord),
    filingNumber,
    filedOn,
    responsiblePersonName: fields.name('responsible-person', 30),
    responsiblePoliticalStatus: fields.word(
      'responsible-political-status',
      readPoliticalStatus,
      politicalStatusWord,
    ),
    contactPhone: fields.value('contact-phone', readPhone, String),
    declaredMemberCount: fields.count('member-count'),
    premises: fields.text('premises', longest.line),
    businessScope: fields.text('business-scope', longest.paragraph),
    activityArea: fields.text('activity-area', longest.line),
    purpose: fields.text('purpose', longest.paragraph),
    funds: fields.text('funds', 200),
    fallbackPartyName: fields.name('fallback-party', longest.name),
    foundedOn: fields.date('founded-on'),
    remark,
    status: inactive ? 'inactive' : filingNumber !== null || filedOn !== null ? 'filed' : 'preparing',
    proposedRegistration,
  };
  return { draft: fields.refused ? null : draft, findings: fields.findings };
};

/** True where a date known to the year or the month contradicts a whole one. */
const contradicts = (stated: PartialDate, whole: IsoDate): boolean => !whole.startsWith(stated);

const adult = 18;

/**
 * Reads one row of a roster sheet. Birth date and sex are taken from the identity number where the row leaves them
 * out; where the row says otherwise the number wins, since its check digit proves it, and the report names both.
 */
export const readRosterRow = (
  source: RowSource,
  organizationName: string | null,
  today: IsoDate,
): RowReading<RosterDraft> => {
  const fields = readFields(source);
  const named = fields.name('organization-name', longest.name) ?? organizationName;
  const personName = fields.name('person-name', longest.person);
  if (personName === null && !fields.refused) fields.refuse('person-name', 'name-missing');
  if (named === null && !fields.refused) fields.refuse('organization-name', 'organization-unknown');
  const identity = fields.value('identity-number', readIdentityNumber, ({ number }) => number);
  const sex = fields.word('sex', readSex, (code) => sexLabels[code]);
  const birthDate = fields.date('birth-date');
  const joinedOn = fields.date('joined-on');
  const draft: RosterDraft = {
    organizationName: named ?? '',
    personName: personName ?? '',
    sex: identity?.sex ?? sex,
    birthDate: identity?.birthDate ?? birthDate,
    politicalStatus: fields.word('political-status', readPoliticalStatus, politicalStatusWord),
    identity,
    phone: fields.value('phone', readPhone, String),
    role: fields.word('role', readRole, ({ role, title }) => title ?? memberRoleLabels[role]) ?? {
      role: 'member',
      title: null,
    },
    joinedOn,
    remark: fields.text('remark', 200),
  };
  if (identity?.birthDate && birthDate !== null && contradicts(birthDate, identity.birthDate)) {
    fields.warn('birth-date', 'birth-differs-from-identity', birthDate, identity.birthDate);
  }
  if (identity?.sex && sex !== null && sex !== identity.sex) {
    fields.warn('sex', 'sex-differs-from-identity', sexLabels[sex], sexLabels[identity.sex]);
  }
  if (draft.birthDate !== null && ageOn(draft.birthDate, today) < adult) {
    fields.warn('birth-date', 'minor', draft.birthDate);
  }
  for (const [field, date] of [
    ['birth-date', draft.birthDate],
    ['joined-on', joinedOn],
  ] as const) {
    if (date !== null && date > today.slice(0, date.length)) fields.warn(field, 'date-in-future', date);
  }
  return { draft: fields.refused ? null : draft, findings: fields.findings };
};
