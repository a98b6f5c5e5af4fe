import { insertMembership } from '../src/core/db/repositories/memberships.ts';
import { saveCandidate } from '../src/core/db/repositories/candidates.ts';
import { insertExit, nextVolumeNumber } from '../src/core/db/repositories/exits.ts';
import { refreshOrganization } from '../src/core/db/repositories/organization-evidence.ts';
import { insertInboxItem, settleInboxItem } from '../src/core/db/repositories/scan-inbox.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { archiveYear, readCandidates } from '../src/core/services/archiving.ts';
import { exitKindOf } from '../src/shared/domain/exit.ts';
import {
  attachmentId,
  inboxItemId,
  membershipId,
  type OrganizationId,
  type PersonId,
} from '../src/shared/domain/ids.ts';
import type { OrganizationStatus } from '../src/shared/domain/organization.ts';
import type { RegistrationCandidate } from '../src/shared/domain/registration.ts';
import { diceOf, type Dice } from './street-dice.ts';

/** What lies on the desks of a street that has worked for years: archived items, volumes, scans, a recycle bin. */
export interface DesksSize {
  /** Years whose settled matters have their archival codes. */
  readonly archivedYears: readonly number[];
  readonly waitingScans: number;
  readonly filedScans: number;
  readonly removed: number;
  /** One organization has so many members. */
  readonly largestRoster: number;
  readonly seed: number;
}

const candidate: RegistrationCandidate = {
  since: '2026-02-01',
  reasons: { scale: '成员多，活动常年不断', influence: null, effect: '调解邻里纠纷' },
  demonstration: null,
  note: null,
  done: [],
};

const enterScans = async (
  { store, ports: { clock, random } }: OpenArchive,
  ids: readonly OrganizationId[],
  dice: Dice,
  { waitingScans, filedScans }: DesksSize,
): Promise<void> =>
  store.write((writer) => {
    for (let count = 0; count < waitingScans + filedScans; count++) {
      const [id, attachment] = [inboxItemId.parse(random.id()), attachmentId.parse(random.id())];
      const receivedAt = clock.instant();
      writer.run(
        `INSERT INTO attachments (id, sha256, sha512, crc32, byte_length, file_name, media_type, added_at)
         VALUES (?, ?, '', 0, 300000, ?, 'image/jpeg', ?)`,
        [attachment, attachment, `扫描_${count}.jpg`, receivedAt],
      );
      const scan = { id, attachmentId: attachment, sha256: attachment, fileName: `扫描_${count}.jpg` };
      insertInboxItem(writer, { ...scan, receivedAt });
      if (count < waitingScans) continue;
      const organizationId = ids[dice.below(ids.length)];
      if (organizationId === undefined) throw new Error('no organizations');
      settleInboxItem(writer, id, {
        state: 'filed',
        filedAs: {
          to: 'dossier',
          organizationId,
          part: 'roster',
          recordId: null,
          title: '扫描件',
          note: null,
        },
        at: receivedAt,
      });
    }
  });

/** Everything that has ended gets its volume; whoever is marked for registration gets reasons. */
const enterEnds = ({ store, ports: { clock } }: OpenArchive): Promise<void> =>
  store.write((writer) => {
    const rows = writer.all<{ id: OrganizationId; status: OrganizationStatus; proposed: number }>(
      'SELECT id, status, proposed_registration AS proposed FROM organizations ORDER BY id',
    );
    for (const { id, status, proposed } of rows) {
      const kind = exitKindOf(status);
      if (kind !== null) {
        const volume = { year: null, number: nextVolumeNumber(writer, null) };
        insertExit(writer, { organizationId: id, kind, exitedOn: '2026-03-01', volume }, clock.instant());
      }
      if (proposed === 1 && kind === null) {
        saveCandidate(writer, id, candidate, clock.instant());
      }
      refreshOrganization(writer, id);
    }
  });

/** Four of five have signed that they are members. */
const enterConsents = ({ store, ports: { clock } }: OpenArchive): Promise<void> =>
  store.write((writer) => {
    writer.run(
      `INSERT INTO consents (id, person_id, kind, given_on, recorded_at)
       SELECT 'consent-' || id, id, 'membership', '2024-01-01', ? FROM people WHERE rowid % 5 > 0`,
      [clock.instant()],
    );
  });

/** Everybody is a member of one choir. */
const enterLargestRoster = (
  { store, ports }: OpenArchive,
  ids: readonly OrganizationId[],
  members: number,
): Promise<void> =>
  store.write((writer) => {
    const [organizationId] = ids;
    if (organizationId === undefined) throw new Error('no organizations');
    const people = writer.all<{ id: PersonId }>(
      `SELECT id FROM people p WHERE NOT EXISTS (SELECT 1 FROM memberships m
         WHERE m.person_id = p.id AND m.organization_id = ?) ORDER BY id LIMIT ?`,
      [organizationId, members],
    );
    for (const { id: personId } of people) {
      insertMembership(writer, {
        id: membershipId.parse(ports.random.id()),
        input: {
          organizationId,
          personId,
          role: 'member',
          roleTitle: null,
          joinedOn: '2020-05',
          leftOn: null,
          remark: null,
        },
        importId: null,
      });
    }
    refreshOrganization(writer, organizationId);
  });

/** Puts records and papers into the recycle bin. */
const enterRemoved = ({ store, ports: { clock } }: OpenArchive, removed: number): Promise<void> =>
  store.write((writer) => {
    for (const table of ['dossier_records', 'dossier_files']) {
      writer.run(
        `UPDATE ${table} SET deleted_at = ? WHERE id IN (SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY id LIMIT ?)`,
        [clock.instant(), Math.ceil(removed / 2)],
      );
    }
  });

/** @returns how many items got a code, and how long the slowest year took in milliseconds */
export const generateDesks = async (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
  size: DesksSize,
): Promise<{ readonly items: number; readonly slowestYear: number }> => {
  await enterScans(archive, ids, diceOf(size.seed), size);
  await enterEnds(archive);
  await enterRemoved(archive, size.removed);
  await enterConsents(archive);
  await enterLargestRoster(archive, ids, size.largestRoster);
  let [items, slowestYear] = [0, 0];
  for (const year of size.archivedYears) {
    const wanted = { year, organizationId: null };
    const { total: count } = await readCandidates(archive, { ...wanted, offset: 0, limit: 1 });
    const start = performance.now();
    if (count > 0) await archiveYear(archive, { ...wanted, archivedBy: '钱档案', count });
    slowestYear = Math.max(slowestYear, performance.now() - start);
    items += count;
  }
  return { items, slowestYear };
};
