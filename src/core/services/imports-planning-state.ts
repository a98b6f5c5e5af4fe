import { readDate, type DateSystem } from '../../shared/domain/date-reading.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Community } from '../../shared/domain/office.ts';
import type { MemberRole } from '../../shared/domain/person.ts';
import type { FindingCode, ImportField, ImportFinding } from '../../shared/domain/workbook-import.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  currentMembers,
  organizationNamed,
  organizationsOfPerson,
  type OrganizationRecord,
  type PersonRecord,
} from '../db/repositories/import-matching.ts';
import { readFields, type FieldReading, type RowSource } from '../interchange/field-reading.ts';
import type { OrganizationDraft } from '../interchange/import-rows.ts';
import type { MappedSheet } from '../interchange/mapped-sheets.ts';
import type { DataRow } from '../interchange/sheet-rows.ts';
import { cellText, type Cell, type Workbook } from '../interchange/workbook-cells.ts';
import type { IdentityLookup } from './identity-lookup.ts';
import type { PersonFacts, PlannedMembership, PlannedStay, RejectedRow } from './imports-plan.ts';

/** A person while the plan grows: facts fill up as rows speak of them. */
export interface PersonInPlan {
  readonly id: string;
  readonly record: PersonRecord | null;
  facts: PersonFacts;
  /** Present organizations, in the archive and in the plan. */
  readonly organizations: Set<string>;
}

export interface MemberInPlan {
  readonly person: PersonInPlan;
  readonly role: MemberRole;
  /** Null for a member whom the archive has already. */
  readonly planned: PlannedMembership | null;
  /** A row of this workbook speaks of this member. */
  named: boolean;
}

export interface OrganizationInPlan {
  readonly id: string;
  readonly name: string;
  readonly communityId: string;
  readonly record: OrganizationRecord | null;
  /** The ledger row, where this workbook has one. */
  readonly ledger: { readonly draft: OrganizationDraft; readonly source: RowSource } | null;
  readonly members: MemberInPlan[];
  responsiblePersonId: string | null;
}

/** Everything known while rows are read one after another; private to one planning. */
export interface PlanState {
  readonly workbook: Workbook;
  readonly lookupOf: (identityNumber: string) => IdentityLookup;
  readonly newId: () => string;
  readonly today: IsoDate;
  readonly findCommunity: (name: string) => Community | null;
  readonly organizations: Map<string, OrganizationInPlan>;
  readonly filingNumbers: Set<string>;
  readonly people: Map<string, PersonInPlan>;
  readonly peopleByIdentity: Map<string, PersonInPlan>;
  readonly newStays: PlannedStay[];
  readonly findings: ImportFinding[];
  readonly rejected: RejectedRow[];
  rowsRead: number;
  peopleMatched: number;
}

/** A person of the archive, once per plan, so that what two rows say meets in one place. */
export const knownPerson = (state: PlanState, reader: Reader, record: PersonRecord): PersonInPlan => {
  const known = state.people.get(record.id);
  if (known) return known;
  const { id, updatedAt: _, ...facts } = record;
  const person: PersonInPlan = {
    id,
    record,
    facts,
    organizations: new Set(organizationsOfPerson(reader, id)),
  };
  state.people.set(id, person);
  if (record.identityHash !== null) state.peopleByIdentity.set(record.identityHash, person);
  return person;
};

export const newPerson = (state: PlanState, facts: PersonFacts): PersonInPlan => {
  const person: PersonInPlan = { id: state.newId(), record: null, facts, organizations: new Set() };
  state.people.set(person.id, person);
  if (facts.identityHash !== null) state.peopleByIdentity.set(facts.identityHash, person);
  return person;
};

const membersOf = (state: PlanState, reader: Reader, organizationId: string): MemberInPlan[] =>
  currentMembers(reader, organizationId).map(({ role, ...record }) => ({
    person: knownPerson(state, reader, record),
    role,
    planned: null,
    named: false,
  }));

/** An organization of the archive with its present members, or a new one without any. */
export const openOrganization = (
  state: PlanState,
  reader: Reader,
  name: string,
  communityId: string,
  record: OrganizationRecord | null,
  ledger: OrganizationInPlan['ledger'],
): OrganizationInPlan => {
  const organization: OrganizationInPlan = {
    id: record?.id ?? state.newId(),
    name,
    communityId,
    record,
    ledger,
    members: record ? membersOf(state, reader, record.id) : [],
    responsiblePersonId: record?.responsiblePersonId ?? null,
  };
  state.organizations.set(name, organization);
  return organization;
};

/** The organization that a roster row names: from this workbook's ledger, or from the archive. */
export const organizationOfRoster = (
  state: PlanState,
  reader: Reader,
  name: string,
): OrganizationInPlan | null => {
  const known = state.organizations.get(name);
  if (known) return known;
  const record = organizationNamed(reader, name);
  return record ? openOrganization(state, reader, name, record.communityId, record, null) : null;
};

/** Adds a member to an organization of the plan. */
export const planMembership = (
  state: PlanState,
  organization: OrganizationInPlan,
  person: PersonInPlan,
  details: Pick<PlannedMembership, 'role' | 'roleTitle' | 'joinedOn' | 'remark'>,
): void => {
  const planned = {
    id: state.newId(),
    organizationId: organization.id,
    personId: person.id,
    ...details,
  };
  organization.members.push({ person, role: details.role, planned, named: true });
  person.organizations.add(organization.id);
};

const dateFields: readonly ImportField[] = [
  'filed-on',
  'founded-on',
  'birth-date',
  'joined-on',
  'starts-on',
  'ends-on',
];

/** The cell as text; a day number that its text would not say (1904 system, before 1927) as the day it means. */
const rejectedText = (cell: Cell | undefined, dateSystem: DateSystem, isDate: boolean): string => {
  const text = cellText(cell, dateSystem);
  if (!isDate || !cell || typeof cell.value === 'string') return text;
  const meant = readDate(cell.value, { dateSystem, dateFormatted: cell.dateFormatted });
  const said = readDate(text);
  const same = meant.kind !== 'value' || (said.kind === 'value' && said.value === meant.value);
  return same ? text : meant.value;
};

/** Sets a refused row aside as it stood, with merged areas filled so that it can stand alone. */
export const rejectRow = (
  state: PlanState,
  sheet: MappedSheet,
  row: DataRow,
  findings: readonly ImportFinding[],
): void => {
  const { dateSystem } = state.workbook;
  const dates = new Set(dateFields.map((field) => sheet.columns.get(field)));
  const width = Math.max(sheet.headers.length, row.own.length);
  const cells = Array.from({ length: width }, (_, column) =>
    rejectedText(row.own[column] ?? row.filled.get(column), dateSystem, dates.has(column)),
  );
  const reasons = findings
    .filter(({ level }) => level === 'refused')
    .map(({ code, field }): { code: FindingCode; field: ImportField | null } => ({ code, field }));
  state.rejected.push({ sheet: sheet.name, row: row.row, cells, reasons });
};

/** Reads a second time over a row: what matching has to say about it. */
export const notesOn = (source: RowSource): FieldReading => readFields(source);
