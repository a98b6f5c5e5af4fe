import { fallbackPartyKindOf } from '../../shared/domain/word-reading.ts';
import type { ImportField } from '../../shared/domain/workbook-import.ts';
import { organizationId } from '../../shared/domain/ids.ts';
import type { Reader } from '../db/archive-store.ts';
import { isSealed } from '../db/repositories/exits.ts';
import {
  categoriesOf,
  filingNumberHolder,
  organizationNamed,
  organizationNamesIn,
  type OrganizationRecord,
} from '../db/repositories/import-matching.ts';
import type { FieldReading } from '../interchange/field-reading.ts';
import { readOrganizationRow, type OrganizationDraft } from '../interchange/import-rows.ts';
import { rowSource, type MappedSheet } from '../interchange/mapped-sheets.ts';
import type { DataRow } from '../interchange/sheet-rows.ts';
import type { FilledOrganization } from './imports-plan.ts';
import {
  notesOn,
  openOrganization,
  rejectRow,
  type OrganizationInPlan,
  type PlanState,
} from './imports-planning-state.ts';

/** Names that differ in brackets, punctuation or a repeated 社区 only are likely one organization. */
const nameCore = (name: string): string => name.replaceAll(/[\p{P}\p{S}\s]|社区|的/gu, '');

const warnOfNearNames = (
  state: PlanState,
  reader: Reader,
  notes: FieldReading,
  draft: OrganizationDraft,
  communityId: string,
): void => {
  const core = nameCore(draft.name);
  const planned = [...state.organizations.values()].filter((each) => each.communityId === communityId);
  const near = [...organizationNamesIn(reader, communityId), ...planned.map(({ name }) => name)].find(
    (name) => name !== draft.name && nameCore(name) === core,
  );
  if (near !== undefined) notes.warn('organization-name', 'near-duplicate-name', draft.name, near);
};

type FillableFact = keyof FilledOrganization['facts'];

/** Facts of a ledger row by the column they fill. */
const factsOf = (
  draft: OrganizationDraft,
): readonly (readonly [FillableFact, ImportField, string | number | null])[] => [
  ['filingNumber', 'filing-number', draft.filingNumber],
  ['filedOn', 'filed-on', draft.filedOn],
  ['contactName', 'responsible-person', draft.responsiblePersonName],
  ['contactPhone', 'contact-phone', draft.contactPhone],
  ['declaredMemberCount', 'member-count', draft.declaredMemberCount],
  ['premises', 'premises', draft.premises],
  ['businessScope', 'business-scope', draft.businessScope],
  ['activityArea', 'activity-area', draft.activityArea],
  ['purpose', 'purpose', draft.purpose],
  ['funds', 'funds', draft.funds],
  ['fallbackPartyName', 'fallback-party', draft.fallbackPartyName],
  ['foundedOn', 'founded-on', draft.foundedOn],
  ['remark', 'remark', draft.remark],
];

/**
 * What a ledger row adds to an organization that the archive has. Facts of a filed organization change by a change
 * filing only (policy Art. 2(4)), so an import fills what is empty and reports what differs.
 */
export const fillingOf = (
  reader: Reader,
  record: OrganizationRecord,
  draft: OrganizationDraft,
  notes: FieldReading,
): FilledOrganization | null => {
  const facts: Record<string, string | number> = {};
  for (const [fact, field, stated] of factsOf(draft)) {
    const kept = record[fact];
    if (stated === null || stated === kept) continue;
    if (kept === null) facts[fact] = stated;
    else notes.warn(field, 'differs-from-archive', String(stated), String(kept));
  }
  if (draft.fallbackPartyName !== null && facts['fallbackPartyName'] !== undefined) {
    facts['fallbackPartyKind'] = fallbackPartyKindOf(draft.fallbackPartyName);
  }
  if (draft.proposedRegistration && record.proposedRegistration === 0) facts['proposedRegistration'] = 1;
  const known = draft.category ? categoriesOf(reader, record.id)[draft.category.scheme] : undefined;
  const category = draft.category && known === undefined ? draft.category : null;
  if (draft.category && known !== undefined && known !== draft.category.code) {
    notes.warn('category', 'differs-from-archive', draft.category.code, known);
  }
  return Object.keys(facts).length === 0 && category === null ? null : { id: record.id, facts, category };
};

const refuseTakenNumber = (
  state: PlanState,
  reader: Reader,
  notes: FieldReading,
  filingNumber: string,
  record: OrganizationRecord | null,
): void => {
  const holder = filingNumberHolder(reader, filingNumber);
  const taken = state.filingNumbers.has(filingNumber) || (holder !== null && holder !== record?.id);
  if (taken) notes.refuse('filing-number', 'filing-number-taken', filingNumber);
};

/** Plans one ledger row: refuses it, or opens its organization for the roster rows to come. */
export const planOrganizationRow = (
  state: PlanState,
  reader: Reader,
  sheet: MappedSheet,
  row: DataRow,
): OrganizationInPlan | null => {
  const source = rowSource(sheet, row, state.workbook);
  const { draft, findings } = readOrganizationRow(source);
  const notes = notesOn(source);
  const named = draft?.communityName ?? null;
  const community = named === null ? null : state.findCommunity(named);
  const record = draft ? organizationNamed(reader, draft.name) : null;
  if (draft) {
    if (!community) notes.refuse('community', 'community-unknown', draft.communityName);
    if (state.organizations.has(draft.name)) {
      notes.refuse('organization-name', 'duplicate-organization', draft.name);
    }
    if (record && isSealed(reader, organizationId.parse(record.id))) {
      notes.refuse('organization-name', 'dossier-sealed', draft.name);
    }
    if (draft.filingNumber !== null) refuseTakenNumber(state, reader, notes, draft.filingNumber, record);
    if (community) warnOfNearNames(state, reader, notes, draft, community.id);
  }
  state.findings.push(...findings, ...notes.findings);
  if (!draft || !community || notes.refused) {
    rejectRow(state, sheet, row, [...findings, ...notes.findings]);
    return null;
  }
  if (draft.filingNumber !== null) state.filingNumbers.add(draft.filingNumber);
  return openOrganization(state, reader, draft.name, record?.communityId ?? community.id, record, {
    draft,
    source,
  });
};
