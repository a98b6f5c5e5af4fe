import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { CommunityId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader } from '../archive-store.ts';

/** Standing organizations of a community, by name. */
export const organizationsOfCommunity = (
  reader: Reader,
  communityId: CommunityId,
): readonly { readonly id: OrganizationId; readonly name: string }[] =>
  reader.all(
    `SELECT id, name FROM organizations WHERE community_id = ?
       AND status NOT IN ('dissolved', 'revoked', 'registered', 'refused') ORDER BY name_pinyin, id`,
    [communityId],
  );

/** Something that hangs on a community's board on some days. */
export interface BoardItem {
  readonly organizationName: string;
  readonly kind: 'filing' | 'disclosure';
  /** Kind of the filing, or subject of the disclosure. */
  readonly code: string;
  readonly title: string | null;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** Public notices and disclosures of a community that hang between two days, both included. */
export const boardItems = (
  reader: Reader,
  communityId: CommunityId,
  from: IsoDate,
  to: IsoDate,
): readonly BoardItem[] =>
  reader.all<BoardItem>(
    `SELECT * FROM (
       SELECT o.name AS organizationName, 'filing' AS kind, f.kind AS code, NULL AS title,
         json_extract(f.notice, '$.startsOn') AS startsOn, json_extract(f.notice, '$.endsOn') AS endsOn
       FROM filings f JOIN organizations o ON o.id = f.organization_id
       WHERE o.community_id = :communityId AND f.notice IS NOT NULL AND f.state <> 'withdrawn'
       UNION ALL
       SELECT o.name, 'disclosure', json_extract(r.content, '$.subject'), r.title, r.occurred_on,
         json_extract(r.content, '$.endsOn')
       FROM dossier_records r JOIN organizations o ON o.id = r.organization_id
       WHERE o.community_id = :communityId AND r.kind = 'disclosure' AND r.deleted_at IS NULL)
     WHERE startsOn <= :to AND coalesce(endsOn, startsOn) >= :from
     ORDER BY startsOn, organizationName`,
    { communityId, from, to },
  );
