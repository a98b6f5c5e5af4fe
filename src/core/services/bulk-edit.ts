import type { BulkChoice } from '../../shared/contract/bulk.ts';
import {
  bulkOutcome,
  type BulkChange,
  type BulkEdit,
  type BulkLine,
  type BulkOutcome,
  type BulkPreview,
} from '../../shared/domain/bulk-edit.ts';
import { needsChangeFiling } from '../../shared/domain/filed-facts.ts';
import { bulkEditId, type BulkEditId, type OrganizationId } from '../../shared/domain/ids.ts';
import type { Organization } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  getBulkEdit,
  insertBulkEdit,
  insertBulkLine,
  lastBulkEdit,
  listBulkLines,
  markBulkUndone,
  type StoredBulkEdit,
} from '../db/repositories/bulk-edits.ts';
import { isSealed } from '../db/repositories/exits.ts';
import { openFilingOf } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization, listOrganizationRows } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { changedFacts, changeWords, currentValue, setValue, soundChange, valueWords } from './bulk-fields.ts';

const idsOf = (reader: Reader, chosen: BulkChoice): readonly OrganizationId[] =>
  chosen.by === 'ids'
    ? [...new Set(chosen.ids)]
    : listOrganizationRows(reader, chosen.filter, { by: 'community', descending: false }, 0, -1).map(
        ({ id }) => id,
      );

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the change comes to for one organization. */
const outcomeOf = (reader: Reader, organization: Organization, change: BulkChange): BulkOutcome => {
  if (same(currentValue(reader, organization, change), change.value)) return 'same';
  if (isSealed(reader, organization.id)) return 'sealed';
  const facts = changedFacts(organization, change);
  // What the office keeps for itself is no matter of a filing.
  if (facts === null) return 'changes';
  if (openFilingOf(reader, organization.id) !== null) return 'filing-open';
  return needsChangeFiling(organization, facts) ? 'needs-change-filing' : 'changes';
};

interface Planned {
  readonly organization: Organization;
  readonly outcome: BulkOutcome;
}

const planOf = (reader: Reader, chosen: BulkChoice, change: BulkChange): readonly Planned[] =>
  idsOf(reader, chosen).map((id) => {
    const organization = getOrganization(reader, id);
    if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    return { organization, outcome: outcomeOf(reader, organization, change) };
  });

/** Lines of each outcome that a preview shows. */
const shownOfEach = 8;

/**
 * What a change would do, and to whom it would not.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `category`, `customValue` or `contactPhone`
 */
export const previewBulk = (
  { store }: OpenArchive,
  input: { readonly chosen: BulkChoice; readonly change: BulkChange },
): Promise<BulkPreview> =>
  store.read((reader) => {
    const change = soundChange(reader, input.change);
    const plan = planOf(reader, input.chosen, change);
    const after = valueWords(change, change.value);
    const lineOf = ({ organization, outcome }: Planned): BulkLine => ({
      organizationId: organization.id,
      name: organization.name,
      outcome,
      before: valueWords(change, currentValue(reader, organization, change)),
      after,
    });
    const of = (outcome: BulkOutcome): readonly Planned[] => plan.filter((each) => each.outcome === outcome);
    return {
      total: plan.length,
      counts: Object.fromEntries(
        bulkOutcome.options.map((outcome) => [outcome, of(outcome).length]),
      ) as Record<BulkOutcome, number>,
      sample: bulkOutcome.options.flatMap((outcome) => of(outcome).slice(0, shownOfEach).map(lineOf)),
    };
  });

const shownEdit = (reader: Reader, { id, change, editedAt, organizations }: StoredBulkEdit): BulkEdit => ({
  id,
  field: changeWords(reader, change),
  value: valueWords(change, change.value),
  organizations,
  editedAt,
});

const setOne = (
  archive: OpenArchive,
  writer: Writer,
  organization: Organization,
  change: BulkChange,
): void => {
  setValue(writer, organization, change, archive.ports.clock.instant());
  refreshOrganization(writer, organization.id);
};

/**
 * Gives all that may have it the value, in one transaction, and keeps what each had before.
 *
 * @throws CodedError DOSSIER_SEALED where seals leave nothing to change; CONFLICT `bulk-edit` where other organizations would change than the person was shown; NOT_FOUND;
 *   INVALID_VALUE
 */
export const applyBulk = (
  archive: OpenArchive,
  input: { readonly chosen: BulkChoice; readonly change: BulkChange; readonly count: number },
): Promise<BulkEdit> =>
  archive.store.write((writer) => {
    const { clock, random } = archive.ports;
    const change = soundChange(writer, input.change);
    const plan = planOf(writer, input.chosen, change);
    const changing = plan.filter(({ outcome }) => outcome === 'changes');
    // Where nothing but seals stands against it, that is said.
    if (changing.length === 0)
      for (const { organization } of plan) requireOpenDossier(writer, organization.id);
    if (changing.length !== input.count) throw new CodedError('CONFLICT', { what: 'bulk-edit' });
    const id = bulkEditId.parse(random.id());
    insertBulkEdit(writer, { id, change, at: clock.instant() });
    for (const { organization } of changing) {
      insertBulkLine(writer, id, organization.id, currentValue(writer, organization, change));
      setOne(archive, writer, organization, change);
    }
    return shownEdit(writer, getBulkEdit(writer, id)!);
  });

export const readLastBulk = ({ store }: OpenArchive): Promise<BulkEdit | null> =>
  store.read((reader) => {
    const last = lastBulkEdit(reader);
    return last === null ? null : shownEdit(reader, last);
  });

/**
 * Gives every organization back what it had, as long as all of them still have what they were given.
 *
 * @throws CodedError NOT_FOUND; CONFLICT `bulk-edit-changed` where one was changed, sealed or taken into a filing since,
 *   or all was taken back already
 */
export const undoBulk = (archive: OpenArchive, id: BulkEditId): Promise<{ readonly restored: number }> =>
  archive.store.write((writer) => {
    const edit = getBulkEdit(writer, id);
    if (edit === null) throw new CodedError('NOT_FOUND', { what: 'bulk-edit' });
    if (edit.undone) throw new CodedError('CONFLICT', { what: 'bulk-edit-changed' });
    const lines = listBulkLines(writer, id);
    for (const { organizationId, before } of lines) {
      const organization = getOrganization(writer, organizationId);
      if (organization === null) continue;
      const stands = same(currentValue(writer, organization, edit.change), edit.change.value);
      const busy = edit.change.field !== 'custom' && openFilingOf(writer, organizationId) !== null;
      if (!stands || busy || isSealed(writer, organizationId))
        throw new CodedError('CONFLICT', { what: 'bulk-edit-changed' });
      setOne(archive, writer, organization, { ...edit.change, value: before } as BulkChange);
    }
    markBulkUndone(writer, id, archive.ports.clock.instant());
    return { restored: lines.length };
  });
