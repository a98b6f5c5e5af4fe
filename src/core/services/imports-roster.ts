import { minorityOn } from '../../shared/domain/age.ts';
import type { PartialDate } from '../../shared/domain/dates.ts';
import { personId } from '../../shared/domain/ids.ts';
import { memberRoleLabels, politicalStatusLabels, sexLabels } from '../../shared/labels/person.ts';
import { organizationId } from '../../shared/domain/ids.ts';
import type { Reader } from '../db/archive-store.ts';
import { isSealed } from '../db/repositories/exits.ts';
import { hasConsent } from '../db/repositories/consents.ts';
import { personByIdentity } from '../db/repositories/import-matching.ts';
import type { FieldReading } from '../interchange/field-reading.ts';
import { readRosterRow, type RosterDraft } from '../interchange/import-rows.ts';
import { rowSource, type MappedSheet } from '../interchange/mapped-sheets.ts';
import type { DataRow } from '../interchange/sheet-rows.ts';
import type { PersonFacts } from './imports-plan.ts';
import {
  knownPerson,
  newPerson,
  notesOn,
  organizationOfRoster,
  planMembership,
  rejectRow,
  type MemberInPlan,
  type OrganizationInPlan,
  type PersonInPlan,
  type PlanState,
} from './imports-planning-state.ts';

const factsOf = (state: PlanState, draft: RosterDraft): PersonFacts => {
  const lookup = draft.identity ? state.lookupOf(draft.identity.number) : null;
  return {
    name: draft.personName,
    sex: draft.sex,
    birthDate: draft.birthDate,
    politicalStatus: draft.politicalStatus,
    identityKind: draft.identity?.kind ?? null,
    identityNumber: draft.identity?.number ?? null,
    identityHash: lookup?.whole ?? null,
    identityTailHash: lookup?.tail ?? null,
    phone: draft.phone,
  };
};

/** True unless two dates contradict each other; one may know less (1980-12) than the other (1980-12-05). */
const agree = (one: PartialDate | null, other: PartialDate | null): boolean =>
  one === null || other === null || one.startsWith(other) || other.startsWith(one);

/** Same name in the same organization, and nothing that says they are two people. */
const sameMember = (member: MemberInPlan, facts: PersonFacts): boolean => {
  const known = member.person.facts;
  const identities = known.identityHash !== null && facts.identityHash !== null;
  return (
    known.name === facts.name &&
    agree(known.birthDate, facts.birthDate) &&
    (!identities || known.identityHash === facts.identityHash)
  );
};

const moreExact = (kept: PartialDate | null, stated: PartialDate | null): PartialDate | null =>
  stated !== null && (kept === null || (stated.startsWith(kept) && stated.length > kept.length))
    ? stated
    : kept;

/** Adds what a row knows to a person; what is known already stays, and what differs is reported. */
export const enrich = (
  state: PlanState,
  person: PersonInPlan,
  stated: PersonFacts,
  notes: FieldReading,
): void => {
  const known = person.facts;
  if (stated.phone !== null && known.phone !== null && stated.phone !== known.phone) {
    notes.warn('phone', 'phone-differs', stated.phone, known.phone);
  }
  if (!agree(known.birthDate, stated.birthDate)) {
    notes.warn('birth-date', 'differs-from-archive', stated.birthDate, known.birthDate);
  }
  if (stated.sex !== null && known.sex !== null && stated.sex !== known.sex) {
    notes.warn('sex', 'differs-from-archive', sexLabels[stated.sex], sexLabels[known.sex]);
  }
  if (
    stated.politicalStatus !== null &&
    known.politicalStatus !== null &&
    stated.politicalStatus !== known.politicalStatus
  ) {
    const [before, after] = [stated.politicalStatus, known.politicalStatus];
    notes.warn(
      'political-status',
      'differs-from-archive',
      politicalStatusLabels[before],
      politicalStatusLabels[after],
    );
  }
  const identity = known.identityHash === null ? stated : known;
  person.facts = {
    name: known.name,
    sex: known.sex ?? stated.sex,
    birthDate: moreExact(known.birthDate, stated.birthDate),
    politicalStatus: known.politicalStatus ?? stated.politicalStatus,
    identityKind: identity.identityKind,
    identityNumber: identity.identityNumber,
    identityHash: identity.identityHash,
    identityTailHash: identity.identityTailHash,
    phone: known.phone ?? stated.phone,
  };
  if (identity.identityHash !== null) state.peopleByIdentity.set(identity.identityHash, person);
};

export const byIdentity = (state: PlanState, reader: Reader, facts: PersonFacts): PersonInPlan | null => {
  if (facts.identityHash === null) return null;
  const planned = state.peopleByIdentity.get(facts.identityHash);
  if (planned) return planned;
  const record = personByIdentity(reader, facts.identityHash);
  return record ? knownPerson(state, reader, record) : null;
};

/**
 * Who a row speaks of: the person of its identity number; else the member of the same name in the same
 * organization, unless birth date or identity number says it is another; else somebody new (null).
 */
const personOf = (
  state: PlanState,
  reader: Reader,
  organization: OrganizationInPlan,
  facts: PersonFacts,
): PersonInPlan | null => {
  const identified = byIdentity(state, reader, facts);
  if (identified) return identified;
  const same = organization.members.filter((member) => sameMember(member, facts));
  return (same.find(({ named }) => !named) ?? same[0])?.person ?? null;
};

const refuseDuplicates = (
  notes: FieldReading,
  person: PersonInPlan,
  member: MemberInPlan | undefined,
  facts: PersonFacts,
): void => {
  if (person.facts.name !== facts.name)
    notes.refuse('identity-number', 'duplicate-person', facts.identityNumber);
  else if (member?.named) notes.refuse('person-name', 'duplicate-row', facts.name);
};

/** Nobody under 14 comes in without the guardian's consent on record (PIPL Art. 31). */
export const refuseWithoutGuardian = (
  state: PlanState,
  reader: Reader,
  notes: FieldReading,
  person: PersonInPlan | null,
  facts: PersonFacts,
): void => {
  const { birthDate } = person?.facts ?? facts;
  if (minorityOn(birthDate ?? facts.birthDate, state.today) !== 'under-14') return;
  const agreed = person !== null && hasConsent(reader, personId.parse(person.id), 'guardian');
  if (!agreed) notes.refuse('birth-date', 'guardian-consent-missing', facts.birthDate);
};

const takeRow = (
  state: PlanState,
  organization: OrganizationInPlan,
  matched: PersonInPlan | null,
  facts: PersonFacts,
  draft: RosterDraft,
  notes: FieldReading,
): void => {
  const person = matched ?? newPerson(state, facts);
  if (matched) {
    enrich(state, matched, facts, notes);
    state.peopleMatched++;
  }
  const member = organization.members.find((each) => each.person === person);
  if (member) {
    member.named = true;
    if (member.role !== draft.role.role)
      notes.warn(
        'role',
        'differs-from-archive',
        memberRoleLabels[draft.role.role],
        memberRoleLabels[member.role],
      );
    return;
  }
  if (person.organizations.size > 0) notes.warn('person-name', 'person-in-several-organizations', facts.name);
  const founded = organization.ledger?.draft.foundedOn ?? organization.record?.foundedOn ?? null;
  if (
    founded !== null &&
    draft.joinedOn !== null &&
    draft.joinedOn < founded &&
    !agree(draft.joinedOn, founded)
  ) {
    notes.warn('joined-on', 'joined-before-founded', draft.joinedOn, founded);
  }
  const head = draft.role.role === 'responsible-person';
  if (head && organization.members.some(({ role }) => role === 'responsible-person')) {
    notes.warn('role', 'several-responsible-persons', facts.name);
  }
  planMembership(state, organization, person, {
    role: draft.role.role,
    roleTitle: draft.role.title,
    joinedOn: draft.joinedOn,
    remark: draft.remark,
  });
};

/** Plans one roster row: refuses it, or makes its person a member of its organization. */
export const planRosterRow = (state: PlanState, reader: Reader, sheet: MappedSheet, row: DataRow): void => {
  const source = rowSource(sheet, row, state.workbook);
  const { draft, findings } = readRosterRow(source, sheet.organizationName, state.today);
  const notes = notesOn(source);
  const organization = draft ? organizationOfRoster(state, reader, draft.organizationName) : null;
  if (draft && !organization)
    notes.refuse('organization-name', 'organization-unknown', draft.organizationName);
  if (organization?.record && isSealed(reader, organizationId.parse(organization.id))) {
    notes.refuse('organization-name', 'dossier-sealed', organization.name);
  }
  if (draft && organization) {
    const facts = factsOf(state, draft);
    const person = personOf(state, reader, organization, facts);
    const member = organization.members.find((each) => each.person === person);
    if (person) refuseDuplicates(notes, person, member, facts);
    refuseWithoutGuardian(state, reader, notes, person, facts);
    if (!notes.refused) takeRow(state, organization, person, facts, draft, notes);
  }
  state.findings.push(...findings, ...notes.findings);
  if (!draft || notes.refused) rejectRow(state, sheet, row, [...findings, ...notes.findings]);
};
