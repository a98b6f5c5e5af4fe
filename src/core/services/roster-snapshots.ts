import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { rosterSnapshotId, type OrganizationId, type RosterSnapshotId } from '../../shared/domain/ids.ts';
import {
  rosterSnapshot,
  type PoliticalStatus,
  type RosterRow,
  type RosterSnapshot,
  type SnapshotCause,
} from '../../shared/domain/person.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listRoster, type RosterRecord } from '../db/repositories/memberships.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import {
  getRosterSnapshot,
  insertRosterSnapshot,
  listRosterSnapshots,
  type NewSnapshot,
} from '../db/repositories/roster-snapshots.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { maskedRow } from './roster.ts';

export interface SnapshotOrder {
  readonly organizationId: OrganizationId;
  readonly asOf: IsoDate;
  readonly cause: SnapshotCause;
  /** The filing or the ledger's period; null for the office's own wish. */
  readonly causeCode: string | null;
}

const partyStatuses: readonly PoliticalStatus[] = ['party-member', 'probationary-party-member'];

/** Full or probationary, as the register counts them. */
export const isPartyMember = ({ politicalStatus }: Pick<RosterRecord, 'politicalStatus'>): boolean =>
  partyStatuses.some((status) => status === politicalStatus);

/** Freezes the roster of a day as it stands: whatever is corrected later, this one can be read and printed unchanged. */
export const freezeRoster = (ports: Ports, writer: Writer, order: SnapshotOrder): RosterSnapshot => {
  const records = listRoster(writer, order.organizationId, { day: order.asOf });
  const json = Buffer.from(JSON.stringify(records));
  const snapshot: NewSnapshot = {
    id: rosterSnapshotId.parse(ports.random.id()),
    ...order,
    takenAt: ports.clock.instant(),
    memberCount: records.length,
    partyMemberCount: records.filter(isPartyMember).length,
    sha256: createHash('sha256').update(json).digest('hex'),
  };
  insertRosterSnapshot(writer, snapshot, deflateRawSync(json));
  return rosterSnapshot.parse(snapshot);
};

/** The same by the office's own wish. @throws CodedError NOT_FOUND; INVALID_VALUE `asOf` `future` */
export const takeSnapshot = (
  { store, ports }: OpenArchive,
  { organizationId, asOf }: { readonly organizationId: OrganizationId; readonly asOf: IsoDate },
): Promise<RosterSnapshot> =>
  store.write((writer) => {
    if (getOrganization(writer, organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, organizationId);
    if (asOf > ports.clock.today())
      throw new CodedError('INVALID_VALUE', { field: 'asOf', reason: 'future' });
    return freezeRoster(ports, writer, { organizationId, asOf, cause: 'office', causeCode: null });
  });

/** Rosters that were frozen, newest first. */
export const readSnapshots = (
  { store }: OpenArchive,
  organizationId: OrganizationId,
): Promise<RosterSnapshot[]> => store.read((reader) => [...listRosterSnapshots(reader, organizationId)]);

export interface FrozenRoster {
  readonly organizationId: OrganizationId;
  readonly asOf: IsoDate;
  readonly frozenAt: string;
  readonly records: readonly RosterRecord[];
}

/** A frozen roster in clear, for papers. @throws CodedError NOT_FOUND; ARCHIVE_DAMAGED where its content is not what was frozen */
export const openSnapshot = (reader: Reader, id: RosterSnapshotId): FrozenRoster => {
  const kept = getRosterSnapshot(reader, id);
  if (kept === null) throw new CodedError('NOT_FOUND', { what: 'snapshot' });
  const { organizationId, asOf, takenAt: frozenAt } = kept;
  const json = inflateRawSync(kept.content);
  if (createHash('sha256').update(json).digest('hex') !== kept.sha256)
    throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
  // Written by freezeRoster and proven unchanged.
  return {
    organizationId,
    asOf,
    frozenAt,
    records: JSON.parse(json.toString('utf8')) as readonly RosterRecord[],
  };
};

/** A frozen roster as it was, numbers masked. @throws CodedError as openSnapshot */
export const readSnapshotRows = ({ store }: OpenArchive, id: RosterSnapshotId): Promise<RosterRow[]> =>
  store.read((reader) => {
    const { asOf, records } = openSnapshot(reader, id);
    return records.map((record) => maskedRow(record, asOf));
  });
