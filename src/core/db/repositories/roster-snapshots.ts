import type { OrganizationId, RosterSnapshotId } from '../../../shared/domain/ids.ts';
import { rosterSnapshot, type RosterSnapshot } from '../../../shared/domain/person.ts';
import type { Reader, Writer } from '../archive-store.ts';

export interface NewSnapshot extends RosterSnapshot {
  readonly organizationId: OrganizationId;
  readonly sha256: string;
}

/** Keeps a content once however often it is frozen; a roster that did not change costs one line. */
export const insertRosterSnapshot = (writer: Writer, snapshot: NewSnapshot, content: Uint8Array): void => {
  writer.run('INSERT INTO roster_snapshot_contents (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    snapshot.sha256,
    content,
  ]);
  writer.run(
    `INSERT INTO roster_snapshots (id, organization_id, as_of, cause, cause_code, taken_at, member_count,
       party_member_count, sha256)
     VALUES (:id, :organizationId, :asOf, :cause, :causeCode, :takenAt, :memberCount, :partyMemberCount, :sha256)`,
    { ...snapshot },
  );
};

const columns = `id, as_of AS asOf, cause, cause_code AS causeCode, taken_at AS takenAt, member_count AS memberCount,
  party_member_count AS partyMemberCount`;

/** Newest first. */
export const listRosterSnapshots = (
  reader: Reader,
  organizationId: OrganizationId,
): readonly RosterSnapshot[] =>
  reader
    .all(
      `SELECT ${columns} FROM roster_snapshots WHERE organization_id = ? ORDER BY as_of DESC, taken_at DESC, id DESC`,
      [organizationId],
    )
    .map((row) => rosterSnapshot.parse(row));

export interface KeptSnapshot {
  readonly organizationId: OrganizationId;
  readonly asOf: string;
  readonly takenAt: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

export const getRosterSnapshot = (reader: Reader, id: RosterSnapshotId): KeptSnapshot | null =>
  reader.get<KeptSnapshot>(
    `SELECT s.organization_id AS organizationId, s.as_of AS asOf, s.taken_at AS takenAt, s.sha256, c.content
     FROM roster_snapshots s JOIN roster_snapshot_contents c ON c.sha256 = s.sha256 WHERE s.id = ?`,
    [id],
  ) ?? null;
