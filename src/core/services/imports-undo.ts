import { organizationId, personId } from '../../shared/domain/ids.ts';
import { organization } from '../../shared/domain/organization.ts';
import { personInput } from '../../shared/domain/person.ts';
import { importRecord, type ImportRecord } from '../../shared/domain/workbook-import.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  countAddedSince,
  countEditedSince,
  deleteCreatedPapers,
  listCreated,
  listTouchedOrganizations,
  listUpdated,
  type UpdatedRow,
} from '../db/repositories/import-changes.ts';
import type { PersonRecord } from '../db/repositories/import-matching.ts';
import { organizationsOfPerson } from '../db/repositories/memberships.ts';
import { getImport, markImportUndone } from '../db/repositories/imports.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import {
  deleteOrganization,
  factsOf,
  updateOrganizationFacts,
  updateOrganizationStanding,
} from '../db/repositories/organizations.ts';
import { deletePerson, updatePerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';

const restorePerson = (writer: Writer, before: string): void => {
  // Kept by commitImport as it was read.
  const record = JSON.parse(before) as PersonRecord;
  const { identityHash: whole, identityTailHash: tail } = record;
  updatePerson(writer, {
    id: personId.parse(record.id),
    input: personInput.parse(record),
    identity: whole !== null && tail !== null ? { whole, tail } : null,
    at: record.updatedAt,
  });
};

const restoreOrganization = (writer: Writer, before: string): void => {
  const record = organization.parse(JSON.parse(before));
  updateOrganizationFacts(writer, record.id, factsOf(record), record.updatedAt);
  const { status, filingNumber, filedOn, proposedRegistration } = record;
  const standing = { status, filingNumber, filedOn, proposedRegistration };
  updateOrganizationStanding(writer, record.id, standing, record.updatedAt);
};

const restore = (writer: Writer, { entity, before }: UpdatedRow): void =>
  entity === 'person' ? restorePerson(writer, before) : restoreOrganization(writer, before);

/** Organizations that count somebody whose political status goes back to what it was. */
const organizationsCounting = (writer: Writer, updates: readonly UpdatedRow[]): readonly string[] =>
  updates.flatMap(({ entity, entityId }) =>
    entity === 'person'
      ? organizationsOfPerson(writer, personId.parse(entityId)).map((organization) => organization.id)
      : [],
  );

/** People go last: organizations and rosters refer to them. */
const removeCreated = (writer: Writer, importId: string): void => {
  deleteCreatedPapers(writer, importId);
  for (const id of listCreated(writer, importId, 'organization')) {
    deleteOrganization(writer, organizationId.parse(id));
  }
  for (const id of listCreated(writer, importId, 'person')) deletePerson(writer, personId.parse(id));
};

/**
 * Takes a whole import back: what it made is removed, what it filled is as it was, its filing numbers are free.
 * Refused as soon as anybody has worked on any of it since, because that work would be lost with it.
 * @throws CodedError NOT_FOUND, IMPORT_NOT_UNDOABLE
 */
export const undoImport = ({ store, ports }: OpenArchive, id: string): Promise<ImportRecord> =>
  store.write((writer) => {
    const row = getImport(writer, id);
    if (!row) throw new CodedError('NOT_FOUND', { what: 'import' });
    if (row.undoneAt !== null) {
      throw new CodedError('IMPORT_NOT_UNDOABLE', { reason: 'already-undone', count: 0 });
    }
    const changed = countEditedSince(writer, id) + countAddedSince(writer, id);
    if (changed > 0) throw new CodedError('IMPORT_NOT_UNDOABLE', { reason: 'changed-since', count: changed });
    const touched = listTouchedOrganizations(writer, id);
    for (const organization of touched) requireOpenDossier(writer, organizationId.parse(organization));
    const updates = listUpdated(writer, id);
    for (const updated of updates) restore(writer, updated);
    const counting = organizationsCounting(writer, updates);
    removeCreated(writer, id);
    for (const organization of new Set([...touched, ...counting]))
      refreshOrganization(writer, organizationId.parse(organization));
    const undoneAt = ports.clock.instant();
    markImportUndone(writer, id, undoneAt);
    return importRecord.parse({ ...row, undoneAt });
  });
