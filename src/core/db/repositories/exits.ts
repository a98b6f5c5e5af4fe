import {
  dossierSeal,
  endedOrganization,
  exit,
  exitKind,
  type DossierSeal,
  type EndedOrganization,
  type Exit,
  type ExitFilter,
} from '../../../shared/domain/exit.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** The recorded end of an organization; null while it goes on. */
export const getExit = (reader: Reader, id: OrganizationId): Exit | null => {
  const row = reader.get<Record<string, SqlValue>>(
    `SELECT organization_id AS organizationId, kind, exited_on AS exitedOn, volume_year AS year,
       volume_number AS number FROM exits WHERE organization_id = ?`,
    [id],
  );
  return row === undefined
    ? null
    : exit.parse({ ...row, volume: { year: row['year'], number: row['number'] } });
};

/** The number after the last of a year, or of all where volumes are counted through. */
export const nextVolumeNumber = (reader: Reader, year: number | null): number =>
  (reader.get<{ last: number | null }>(
    'SELECT max(volume_number) AS last FROM exits WHERE coalesce(volume_year, 0) = coalesce(?, 0)',
    [year],
  )?.last ?? 0) + 1;

export const insertExit = (writer: Writer, value: Exit, at: IsoInstant): void => {
  const { organizationId, kind, exitedOn, volume } = value;
  writer.run(
    `INSERT INTO exits (organization_id, kind, exited_on, volume_year, volume_number, recorded_at)
     VALUES (:organizationId, :kind, :exitedOn, :year, :number, :at)`,
    { organizationId, kind, exitedOn, year: volume.year, number: volume.number, at },
  );
};

/** Sealings of a dossier, the newest first. */
export const listSeals = (reader: Reader, id: OrganizationId): readonly DossierSeal[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT id, sealed_on AS sealedOn, sealed_at AS sealedAt, sealed_by AS sealedBy, counts,
         manifest_sha256 AS manifestSha256, opened_at AS openedAt, opened_by AS openedBy,
         opening_reason AS openingReason
       FROM dossier_seals WHERE organization_id = ? ORDER BY sealed_at DESC, id DESC`,
      [id],
    )
    .map(({ counts, openedAt, openedBy, openingReason, ...row }) =>
      dossierSeal.parse({
        ...row,
        counts: JSON.parse(String(counts)),
        opened: openedAt === null ? null : { at: openedAt, by: openedBy, reason: openingReason },
      }),
    );

/** True where a seal holds. */
export const isSealed = (reader: Reader, id: OrganizationId): boolean =>
  reader.get('SELECT 1 FROM dossier_seals WHERE organization_id = ? AND opened_at IS NULL', [id]) !==
  undefined;

export const insertSeal = (
  writer: Writer,
  organizationId: OrganizationId,
  seal: Omit<DossierSeal, 'opened'>,
  manifest: string,
): void => {
  writer.run(
    `INSERT INTO dossier_seals (id, organization_id, sealed_on, sealed_at, sealed_by, counts, manifest, manifest_sha256)
     VALUES (:id, :organizationId, :sealedOn, :sealedAt, :sealedBy, :counts, :manifest, :manifestSha256)`,
    { ...seal, organizationId, counts: JSON.stringify(seal.counts), manifest },
  );
};

/** Ends the seal that holds. @returns false where none does */
export const openSeal = (
  writer: Writer,
  organizationId: OrganizationId,
  opened: NonNullable<DossierSeal['opened']>,
): boolean =>
  writer.run(
    `UPDATE dossier_seals SET opened_at = :at, opened_by = :by, opening_reason = :reason
     WHERE organization_id = :organizationId AND opened_at IS NULL`,
    { ...opened, organizationId },
  ).changes === 1;

/** The manifest that was kept with the seal that holds. */
export const sealedManifest = (reader: Reader, organizationId: OrganizationId): string | null =>
  reader.get<{ manifest: string }>(
    'SELECT manifest FROM dossier_seals WHERE organization_id = ? AND opened_at IS NULL',
    [organizationId],
  )?.manifest ?? null;

const ended = `FROM organizations o JOIN communities c ON c.id = o.community_id
    LEFT JOIN exits e ON e.organization_id = o.id
    LEFT JOIN dossier_seals s ON s.organization_id = o.id AND s.opened_at IS NULL
  WHERE o.status IN (SELECT value FROM json_each(:kinds))
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND (:sealed IS NULL OR (s.id IS NOT NULL) = :sealed)
    AND (:text = '' OR instr(o.name, :text) OR instr(coalesce(o.filing_number, ''), :text))`;

const filterParameters = ({ text, kinds, communityIds, sealed }: ExitFilter): Record<string, SqlValue> => ({
  text: text.trim(),
  kinds: JSON.stringify(kinds.length === 0 ? exitKind.options : kinds),
  communities: JSON.stringify(communityIds),
  sealed: sealed === null ? null : Number(sealed),
});

/** Organizations that have ended: those not sealed yet first, then by volume, the newest first. @param limit -1 for all */
export const listEnded = (
  reader: Reader,
  filter: ExitFilter,
  offset: number,
  limit: number,
): readonly EndedOrganization[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT o.id AS organizationId, o.name AS organizationName, c.name AS communityName, o.status AS kind,
         o.filing_number AS filingNumber, e.exited_on AS exitedOn, e.volume_year AS year, e.volume_number AS number,
         s.sealed_on AS sealedOn, s.sealed_by AS sealedBy
       ${ended} ORDER BY s.id IS NOT NULL, e.volume_year DESC, e.volume_number DESC, o.name_pinyin
       LIMIT :limit OFFSET :offset`,
      { ...filterParameters(filter), offset, limit },
    )
    .map(({ year, number, ...row }) =>
      endedOrganization.parse({ ...row, volume: number === null ? null : { year, number } }),
    );

export const countEnded = (reader: Reader, filter: ExitFilter): number =>
  reader.get<{ total: number }>(`SELECT count(*) AS total ${ended}`, filterParameters(filter))?.total ?? 0;
