import type { ImportCounts, ImportFinding, ImportMapping } from '../../shared/domain/workbook-import.ts';
import { fallbackPartyKindOf } from '../../shared/domain/word-reading.ts';
import { organizationId } from '../../shared/domain/ids.ts';
import { politicalStatusLabels } from '../../shared/labels/person.ts';
import type { Reader } from '../db/archive-store.ts';
import { isSealed } from '../db/repositories/exits.ts';
import { openFilingOf } from '../db/repositories/filings.ts';
import { registerState } from '../db/repositories/import-matching.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { finishedImportOf } from '../db/repositories/imports.ts';
import { mappedSheets, type MappedSheet } from '../interchange/mapped-sheets.ts';
import type { Workbook } from '../interchange/workbook-cells.ts';
import type { OpenArchive } from '../open-archive.ts';
import { identityLookups } from './identity-lookup.ts';
import { communityFinder } from './imports-communities.ts';
import { fillingOf, planOrganizationRow } from './imports-organizations.ts';
import type { FilledOrganization, ImportPlan, NewOrganization } from './imports-plan.ts';
import {
  newPerson,
  notesOn,
  planMembership,
  type MemberInPlan,
  type OrganizationInPlan,
  type PlanState,
} from './imports-planning-state.ts';
import { planRosterRow } from './imports-roster.ts';
import { planTraineeRow } from './imports-trainees.ts';
import type { Watch } from './watched-work.ts';

/** The workbook that is planned, and where it came from. */
export interface WorkbookUpload {
  readonly fileName: string;
  readonly sha256: string;
  readonly workbook: Workbook;
}

const rowsBetweenReports = 500;

const rowPlans = { organizations: planOrganizationRow, roster: planRosterRow, trainees: planTraineeRow };

const openState = ({ keys, ports }: OpenArchive, reader: Reader, workbook: Workbook): PlanState => ({
  workbook,
  lookupOf: identityLookups(keys),
  newId: () => ports.random.id(),
  today: ports.clock.today(),
  findCommunity: communityFinder(listCommunities(reader)),
  organizations: new Map(),
  filingNumbers: new Set(),
  people: new Map(),
  peopleByIdentity: new Map(),
  newStays: [],
  findings: [],
  rejected: [],
  rowsRead: 0,
  peopleMatched: 0,
});

/** Warnings about the file and its sheets as a whole. */
const sheetFindings = (
  reader: Reader,
  upload: WorkbookUpload,
  sheets: readonly MappedSheet[],
): ImportFinding[] => {
  const warning = (sheet: string, row: number, code: 'imported-before' | 'row-skipped', before: string) =>
    ({ sheet, row, column: null, field: null, level: 'warning', code, before, after: null }) as const;
  const before = finishedImportOf(reader, upload.sha256);
  return [
    ...(before ? [warning(upload.fileName, 0, 'imported-before', before.finishedAt)] : []),
    ...sheets.flatMap(({ name, skipped }) =>
      skipped.map(({ row, text }) => warning(name, row, 'row-skipped', text)),
    ),
  ];
};

/**
 * The ledger's responsible person is the roster's of that name. One whom no roster row names becomes a member from
 * what the ledger says, so that form and certificate have their name; a roster row that follows later completes them.
 */
const settleResponsiblePerson = (state: PlanState, organization: OrganizationInPlan): void => {
  const heads = organization.members.filter(({ role }) => role === 'responsible-person');
  const { ledger } = organization;
  const name = ledger?.draft.responsiblePersonName ?? null;
  if (!ledger || name === null) {
    organization.responsiblePersonId ??= heads.length === 1 ? (heads[0]?.person.id ?? null) : null;
    return;
  }
  const named = ({ person }: MemberInPlan): boolean => person.facts.name === name;
  const member = heads.find(named) ?? organization.members.find(named);
  const notes = notesOn(ledger.source);
  const { contactPhone, responsiblePoliticalStatus: status } = ledger.draft;
  if (member) {
    const { facts } = member.person;
    if (contactPhone !== null && facts.phone !== null && contactPhone !== facts.phone) {
      notes.warn('contact-phone', 'phone-differs', contactPhone, facts.phone);
    }
    if (status !== null && facts.politicalStatus !== null && status !== facts.politicalStatus) {
      const word = politicalStatusLabels[facts.politicalStatus];
      notes.warn(
        'responsible-political-status',
        'political-status-differs',
        politicalStatusLabels[status],
        word,
      );
    }
    member.person.facts = {
      ...facts,
      phone: facts.phone ?? contactPhone,
      politicalStatus: facts.politicalStatus ?? status,
    };
    organization.responsiblePersonId ??= member.person.id;
  } else if (organization.responsiblePersonId === null) {
    notes.warn('responsible-person', 'responsible-person-not-in-roster', name);
    const person = newPerson(state, {
      name,
      sex: null,
      birthDate: null,
      politicalStatus: status,
      identityKind: null,
      identityNumber: null,
      identityHash: null,
      identityTailHash: null,
      phone: contactPhone,
    });
    planMembership(state, organization, person, {
      role: 'responsible-person',
      roleTitle: null,
      joinedOn: null,
      remark: null,
    });
    organization.responsiblePersonId = person.id;
  }
  state.findings.push(...notes.findings);
};

const compareMemberCount = (state: PlanState, { ledger, members }: OrganizationInPlan): void => {
  const declared = ledger?.draft.declaredMemberCount ?? null;
  if (!ledger || declared === null || members.length === 0 || members.length === declared) return;
  const notes = notesOn(ledger.source);
  notes.warn('member-count', 'member-count-differs', String(declared), String(members.length));
  state.findings.push(...notes.findings);
};

const newOrganizationOf = (organization: OrganizationInPlan): NewOrganization | null => {
  const { id, communityId, record, ledger, responsiblePersonId } = organization;
  if (record || !ledger) return null;
  const { draft } = ledger;
  const fallbackPartyKind =
    draft.fallbackPartyName === null ? null : fallbackPartyKindOf(draft.fallbackPartyName);
  return { id, communityId, draft, fallbackPartyKind, responsiblePersonId };
};

const filledOrganizationOf = (
  state: PlanState,
  reader: Reader,
  { record, ledger, responsiblePersonId }: OrganizationInPlan,
): FilledOrganization | null => {
  if (!record || isSealed(reader, organizationId.parse(record.id))) return null;
  const notes = ledger ? notesOn(ledger.source) : null;
  const filling = ledger && notes ? fillingOf(reader, record, ledger.draft, notes) : null;
  const names = record.responsiblePersonId === null && responsiblePersonId !== null;
  const open = openFilingOf(reader, record.id) !== null;
  // The filing's own facts become the organization's when it ends; what is filled in beside them would be lost.
  if (open && (filling !== null || names)) notes?.warn('organization-name', 'filing-open', record.name);
  if (notes) state.findings.push(...notes.findings);
  if (open) return null;
  if (!names) return filling;
  const { id } = record;
  return {
    id,
    category: filling?.category ?? null,
    facts: { ...filling?.facts, responsiblePersonId },
  };
};

const changedPeople = (state: PlanState): ImportPlan['filledPeople'] =>
  [...state.people.values()].filter(({ record, facts }) => {
    if (!record) return false;
    return (Object.keys(facts) as (keyof typeof facts)[]).some((fact) => facts[fact] !== record[fact]);
  });

const defined = <T>(value: T | null): value is T => value !== null;

const countsOf = (state: PlanState, plan: Omit<ImportPlan, 'counts'>): ImportCounts => ({
  rowsRead: state.rowsRead,
  rowsRefused: plan.rejected.length,
  organizationsCreated: plan.newOrganizations.length,
  organizationsUpdated: plan.filledOrganizations.length,
  peopleCreated: plan.newPeople.length,
  peopleMatched: state.peopleMatched,
  membershipsCreated: plan.newMemberships.length,
  traineesCreated: plan.newStays.length,
  valuesChanged: plan.findings.filter(({ level }) => level === 'changed').length,
  warnings: plan.findings.filter(({ level }) => level === 'warning').length,
});

const finish = (
  state: PlanState,
  reader: Reader,
  upload: WorkbookUpload,
  sheets: readonly MappedSheet[],
  stateOfRegister: string,
): ImportPlan => {
  const organizations = [...state.organizations.values()];
  for (const organization of organizations) {
    const rosterKnown = organization.members.length > 0;
    settleResponsiblePerson(state, organization);
    if (rosterKnown) compareMemberCount(state, organization);
  }
  const people = [...state.people.values()];
  const filledOrganizations = organizations
    .map((each) => filledOrganizationOf(state, reader, each))
    .filter(defined);
  const plan = {
    registerState: stateOfRegister,
    newPeople: people.filter(({ record }) => record === null),
    filledPeople: changedPeople(state),
    newOrganizations: organizations.map(newOrganizationOf).filter(defined),
    filledOrganizations,
    newMemberships: organizations.flatMap(({ members }) =>
      members.map(({ planned }) => planned).filter(defined),
    ),
    newStays: state.newStays,
    findings: state.findings,
    rejected: state.rejected,
    fileName: upload.fileName,
    sheets: sheets.map(({ name, kind, headers, organizationName, columns }) => ({
      name,
      kind,
      headers,
      organizationName,
      columns: [...columns],
    })),
  };
  return { ...plan, counts: countsOf(state, plan) };
};

/**
 * Works out everything that importing a workbook would do, and everything there is to say about it, without
 * writing. Dry run and run share it: the run carries out the plan, the dry run shows it.
 * @throws CodedError MAPPING_INCOMPLETE, CANCELLED
 */
export const planImport = async (
  archive: OpenArchive,
  upload: WorkbookUpload,
  mapping: ImportMapping,
  watch: Watch,
): Promise<ImportPlan> => {
  const sheets = mappedSheets(upload.workbook, mapping);
  // Ledgers first: roster rows find the organizations that a ledger of the same workbook brings.
  const ordered = [
    ...sheets.filter(({ kind }) => kind === 'organizations'),
    ...sheets.filter(({ kind }) => kind === 'roster'),
    ...sheets.filter(({ kind }) => kind === 'trainees'),
  ];
  const total = ordered.reduce((sum, { rows }) => sum + rows.length, 0);
  const { state, stateOfRegister } = await archive.store.read((reader) => {
    const opened = openState(archive, reader, upload.workbook);
    opened.findings.push(...sheetFindings(reader, upload, ordered));
    return { state: opened, stateOfRegister: registerState(reader) };
  });
  for (const sheet of ordered) {
    const plan = rowPlans[sheet.kind];
    for (let start = 0; start < sheet.rows.length; start += rowsBetweenReports) {
      const chunk = sheet.rows.slice(start, start + rowsBetweenReports);
      await archive.store.read((reader) => {
        for (const row of chunk) plan(state, reader, sheet, row);
      });
      state.rowsRead += chunk.length;
      await watch.report('rows', state.rowsRead, total);
    }
  }
  return archive.store.read((reader) => finish(state, reader, upload, ordered, stateOfRegister));
};
