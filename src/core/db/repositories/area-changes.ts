import { streetNames, type AreaChangeKind, type CommunityCount } from '../../../shared/domain/area-change.ts';
import type { IsoDate, PartialDate } from '../../../shared/domain/dates.ts';
import type { AreaChangeId, CommunityId, OrganizationId } from '../../../shared/domain/ids.ts';
import {
  community,
  officeProfile,
  type Community,
  type OfficeProfile,
} from '../../../shared/domain/office.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { notEnded } from './organizations.ts';

/** What an undo brings back. */
export interface AreasBefore {
  readonly communities: readonly Community[];
  /** Communities that the change made. */
  readonly created: readonly CommunityId[];
  readonly office: OfficeProfile | null;
}

export interface AreaChangeRecord {
  readonly id: AreaChangeId;
  readonly kind: AreaChangeKind;
  readonly effectiveOn: IsoDate;
  readonly basis: string;
  readonly title: string;
  readonly before: AreasBefore;
  readonly recordedAt: string;
  readonly undoneAt: string | null;
}

export interface AreaMove {
  readonly organizationId: OrganizationId;
  readonly from: CommunityId;
  readonly to: CommunityId;
}

export const insertAreaChange = (writer: Writer, value: AreaChangeRecord): void => {
  writer.run(
    `INSERT INTO area_changes (id, kind, effective_on, basis, title, before, recorded_at, undone_at)
     VALUES (:id, :kind, :effectiveOn, :basis, :title, :before, :recordedAt, :undoneAt)`,
    { ...value, before: JSON.stringify(value.before) },
  );
};

/** Newest first. */
export const listAreaChanges = (reader: Reader): readonly AreaChangeRecord[] =>
  reader
    .all<Omit<AreaChangeRecord, 'before'> & { readonly before: string }>(
      `SELECT id, kind, effective_on AS effectiveOn, basis, title, before, recorded_at AS recordedAt,
         undone_at AS undoneAt FROM area_changes ORDER BY recorded_at DESC, id DESC`,
    )
    .map(({ before, ...row }) => {
      const { communities, created, office } = JSON.parse(before) as AreasBefore;
      return {
        ...row,
        before: {
          communities: communities.map((each) => community.parse(each)),
          created,
          office: office === null ? null : officeProfile.parse(office),
        },
      };
    });

export const markAreaChangeUndone = (writer: Writer, id: AreaChangeId, at: string): void => {
  writer.run('UPDATE area_changes SET undone_at = ? WHERE id = ?', [at, id]);
  // Names that never ended; the moves stay on record with their change.
  writer.run('DELETE FROM community_names WHERE change_id = ?', [id]);
};

export const listAreaMoves = (reader: Reader, id: AreaChangeId): readonly AreaMove[] =>
  reader.all<AreaMove>(
    `SELECT organization_id AS organizationId, from_community_id AS "from", to_community_id AS "to"
     FROM area_moves WHERE change_id = ?`,
    [id],
  );

/** Keeps a move on record. */
export const insertAreaMove = (
  writer: Writer,
  id: AreaChangeId,
  { organizationId, from, to }: AreaMove,
): void => {
  writer.run(
    'INSERT INTO area_moves (change_id, organization_id, from_community_id, to_community_id) VALUES (?, ?, ?, ?)',
    [id, organizationId, from, to],
  );
};

/**
 * Moves an organization, and with it the facts of a filing that is still open, before and after, because nobody applied
 * for the move: closed ones say what was filed.
 */
export const moveOrganization = (writer: Writer, id: OrganizationId, to: CommunityId, at: string): void => {
  writer.run('UPDATE organizations SET community_id = ?, updated_at = ? WHERE id = ?', [to, at, id]);
  writer.run(
    `UPDATE filings SET facts = json_set(facts, '$.communityId', :to),
       facts_before = json_set(facts_before, '$.communityId', :to) WHERE organization_id = :id AND closed_on IS NULL`,
    { to, id },
  );
};

/** What a community was called until the day before a change. */
export const keepCommunityName = (
  writer: Writer,
  changeId: AreaChangeId,
  { id, name, code }: Community,
  validTo: IsoDate,
): void => {
  writer.run(
    'INSERT INTO community_names (change_id, community_id, name, code, valid_to) VALUES (?, ?, ?, ?, ?)',
    [changeId, id, name, code, validTo],
  );
};

/** Removes a community that nothing refers to any more. */
export const deleteCommunity = (writer: Writer, id: CommunityId): void => {
  writer.run(
    'DELETE FROM area_moves WHERE to_community_id = :id AND change_id IN (SELECT id FROM area_changes WHERE undone_at IS NOT NULL)',
    { id },
  );
  writer.run('DELETE FROM communities WHERE id = :id', { id });
};

export interface Mover {
  readonly id: OrganizationId;
  readonly name: string;
  readonly communityId: CommunityId;
  readonly ended: 0 | 1;
  readonly openFiling: 0 | 1;
}

/** Organizations of these communities. */
export const organizationsIn = (reader: Reader, ids: readonly CommunityId[]): readonly Mover[] =>
  reader.all<Mover>(
    `SELECT o.id, o.name, o.community_id AS communityId, NOT (${notEnded}) AS ended,
       EXISTS (SELECT 1 FROM filings f WHERE f.organization_id = o.id AND f.closed_on IS NULL) AS openFiling
     FROM organizations o WHERE o.community_id IN (SELECT value FROM json_each(?)) ORDER BY o.name_pinyin`,
    [JSON.stringify(ids)],
  );

/** A fact of `communities c` as it was on the day `:on`. */
const then = (column: 'name' | 'code'): string =>
  `coalesce((SELECT n.${column} FROM community_names n WHERE n.community_id = c.id AND n.valid_to >= :on
    ORDER BY n.valid_to LIMIT 1), c.${column})`;

/** True when something that this change did not bring, or brought and has ended since, belongs to one of these communities. */
export const isBuiltOn = (reader: Reader, ids: readonly CommunityId[], id: AreaChangeId): boolean =>
  reader.get(
    `SELECT 1 FROM organizations o WHERE o.community_id IN (SELECT value FROM json_each(:ids))
       AND (NOT ${notEnded} OR NOT EXISTS (SELECT 1 FROM area_moves v WHERE v.change_id = :id AND v.organization_id = o.id))
     UNION ALL SELECT 1 FROM person_posts WHERE community_id IN (SELECT value FROM json_each(:ids)) LIMIT 1`,
    { ids: JSON.stringify(ids), id },
  ) !== undefined;

/** What a community was called on a day; a month or year counts from its beginning. Null where there is none with this id. */
export const communityNameOn = (reader: Reader, id: CommunityId, on: PartialDate): string | null =>
  reader.get<{ name: string }>(`SELECT ${then('name')} AS name FROM communities c WHERE c.id = :id`, {
    id,
    on,
  })?.name ?? null;

/** The community that an organization belonged to on a day; a month or year counts from its beginning. */
export const communityOfOrganizationOn = (
  reader: Reader,
  id: OrganizationId,
  on: PartialDate,
): CommunityId | null =>
  reader.get<{ communityId: CommunityId }>(
    `SELECT coalesce((SELECT v.from_community_id FROM area_moves v JOIN area_changes a ON a.id = v.change_id
         WHERE v.organization_id = o.id AND a.undone_at IS NULL AND a.effective_on > :on
         ORDER BY a.effective_on, a.recorded_at LIMIT 1), o.community_id) AS communityId
     FROM organizations o WHERE o.id = :id`,
    { id, on },
  )?.communityId ?? null;

/** The office's profile with the names that it had on a day. */
export const officeNamesOn = (reader: Reader, office: OfficeProfile, on: PartialDate): OfficeProfile => {
  const change = reader.get<{ before: string }>(
    `SELECT before FROM area_changes WHERE kind = 'street' AND undone_at IS NULL AND effective_on > ?
     ORDER BY effective_on, recorded_at LIMIT 1`,
    [on],
  );
  const then = change === undefined ? null : (JSON.parse(change.before) as AreasBefore).office;
  return then === null ? office : { ...office, ...streetNames.parse(then) };
};

/** Filed organizations by the community that they belonged to on a day, the communities of that day only. */
export const communityCountsOn = (reader: Reader, on: IsoDate): readonly CommunityCount[] =>
  reader.all<CommunityCount>(
    `WITH placed AS MATERIALIZED (
       SELECT coalesce((SELECT v.from_community_id FROM area_moves v JOIN area_changes a ON a.id = v.change_id
           WHERE v.organization_id = o.id AND a.undone_at IS NULL AND a.effective_on > :on
           ORDER BY a.effective_on, a.recorded_at LIMIT 1), o.community_id) AS communityId
       FROM organizations o LEFT JOIN exits x ON x.organization_id = o.id
       WHERE o.filed_on IS NOT NULL AND o.filed_on <= :on AND (x.exited_on IS NULL OR x.exited_on > :on)),
     counted AS MATERIALIZED (SELECT communityId, count(*) AS organizations FROM placed GROUP BY communityId)
     SELECT c.id AS communityId, ${then('code')} AS code, ${then('name')} AS name,
       coalesce(p.organizations, 0) AS organizations
     FROM communities c LEFT JOIN counted p ON p.communityId = c.id
     WHERE (c.valid_from IS NULL OR c.valid_from <= :on) AND (c.valid_to IS NULL OR c.valid_to >= :on)
     ORDER BY c.position, c.code`,
    { on },
  );
