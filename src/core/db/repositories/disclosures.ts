import type { IsoDate } from '../../../shared/domain/dates.ts';
import { noticeBoardItem, type NoticeBoardItem } from '../../../shared/domain/disclosure.ts';
import type { DisclosureSubject } from '../../../shared/domain/dossier-record.ts';
import type { AttachmentId, CommunityId, OrganizationId, RecordId } from '../../../shared/domain/ids.ts';
import { standingStatuses } from '../../../shared/domain/organization.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

export interface RecordFile {
  readonly attachmentId: AttachmentId;
  readonly fileName: string;
  readonly sha256: string;
}

/** The newest version of every paper of a record. */
export const filesOfRecord = (reader: Reader, recordId: RecordId): readonly RecordFile[] =>
  reader.all<RecordFile>(
    `SELECT a.id AS attachmentId, a.file_name AS fileName, a.sha256
       FROM dossier_files f JOIN dossier_file_versions v ON v.file_id = f.id JOIN attachments a ON a.id = v.attachment_id
     WHERE f.record_id = :recordId AND f.deleted_at IS NULL
       AND v.version = (SELECT max(version) FROM dossier_file_versions w WHERE w.file_id = f.id)
     ORDER BY f.created_at, f.id`,
    { recordId },
  );

/** Records by the marks that they count for. */
export const disclosuresByMark = (
  reader: Reader,
  organizationId: OrganizationId,
): ReadonlyMap<string, RecordId> =>
  new Map(
    reader
      .all<{ period: string; id: RecordId }>(
        `SELECT period, id FROM dossier_records WHERE organization_id = ? AND kind = 'disclosure'
           AND period IS NOT NULL AND deleted_at IS NULL ORDER BY occurred_on`,
        [organizationId],
      )
      .map(({ period, id }) => [period, id]),
  );

export interface DueDisclosure {
  readonly mark: string;
  readonly label: string;
  readonly subject: DisclosureSubject;
  readonly endsOn: IsoDate;
  readonly dueOn: IsoDate;
}

export interface OverdueFilter {
  readonly communityIds: readonly CommunityId[];
  readonly subjects: readonly DisclosureSubject[];
}

const overdueFrom = `FROM organizations o JOIN communities c ON c.id = o.community_id, json_each(:due) d
  WHERE o.status IN (SELECT value FROM json_each(:standing)) AND coalesce(o.filed_on, '') <= d.value ->> 'endsOn'
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND NOT EXISTS (SELECT 1 FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = 'disclosure'
      AND r.period = d.value ->> 'mark' AND r.deleted_at IS NULL)`;

const overdueParameters = (
  due: readonly DueDisclosure[],
  { communityIds, subjects }: OverdueFilter,
): Record<string, SqlValue> => ({
  due: JSON.stringify(due.filter(({ subject }) => subjects.length === 0 || subjects.includes(subject))),
  communities: JSON.stringify(communityIds),
  standing: JSON.stringify(standingStatuses),
});

export interface OverdueRow extends Pick<DueDisclosure, 'label' | 'mark' | 'subject' | 'dueOn'> {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly communityName: string;
}

/** Planned disclosures that are due and not made, the longest overdue first. @param limit -1 for all */
export const listOverdueDisclosures = (
  reader: Reader,
  due: readonly DueDisclosure[],
  filter: OverdueFilter,
  offset: number,
  limit: number,
): readonly OverdueRow[] =>
  reader.all<OverdueRow>(
    `SELECT o.id AS organizationId, o.name AS organizationName, c.name AS communityName,
       d.value ->> 'label' AS label, d.value ->> 'mark' AS mark, d.value ->> 'subject' AS subject, d.value ->> 'dueOn' AS dueOn ${overdueFrom}
     ORDER BY dueOn, c.position, o.name_pinyin, subject LIMIT :limit OFFSET :offset`,
    { ...overdueParameters(due, filter), offset, limit },
  );

export const countOverdueDisclosures = (
  reader: Reader,
  due: readonly DueDisclosure[],
  filter: OverdueFilter,
): number =>
  reader.get<{ total: number }>(`SELECT count(*) AS total ${overdueFrom}`, overdueParameters(due, filter))
    ?.total ?? 0;

export interface OpenObjectionRow {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly recordId: RecordId;
  readonly title: string;
  readonly receivedOn: IsoDate;
  readonly body: string;
}

/** Objections to disclosures that nobody has answered, the oldest first. */
export const listOpenObjections = (reader: Reader): readonly OpenObjectionRow[] =>
  reader.all<OpenObjectionRow>(
    `SELECT o.id AS organizationId, o.name AS organizationName, r.id AS recordId, r.title,
       j.value ->> 'receivedOn' AS receivedOn, j.value ->> 'body' AS body
     FROM dossier_records r JOIN organizations o ON o.id = r.organization_id, json_each(r.content, '$.objections') j
     WHERE r.kind = 'disclosure' AND r.deleted_at IS NULL AND j.value ->> 'answeredOn' IS NULL
     ORDER BY receivedOn, r.id`,
  );

/** Notices that run, results of the week and published disclosures, by community. */
const boardItems = `
  SELECT o.community_id AS communityId, 'public-notice' AS kind, f.kind AS code, o.id AS organizationId,
      o.name AS organizationName, NULL AS title, f.notice ->> 'startsOn' AS "from", f.notice ->> 'endsOn' AS "to",
      f.notice ->> 'place' AS place, f.notice ->> 'method' AS means
    FROM filings f JOIN organizations o ON o.id = f.organization_id
    WHERE f.closed_on IS NULL AND f.notice IS NOT NULL AND f.notice ->> 'startsOn' <= :to AND f.notice ->> 'endsOn' >= :from
  UNION ALL SELECT o.community_id, 'filing-result', f.kind, o.id, o.name, NULL, f.closed_on, NULL, NULL, NULL
    FROM filings f JOIN organizations o ON o.id = f.organization_id
    WHERE f.closed_on BETWEEN :from AND :to AND f.state = 'filed' AND f.entry_mode = 'live'
  UNION ALL SELECT o.community_id, 'exit-result', e.kind, o.id, o.name, NULL, e.exited_on, NULL, NULL, NULL
    FROM exits e JOIN organizations o ON o.id = e.organization_id WHERE e.exited_on BETWEEN :from AND :to
  UNION ALL SELECT o.community_id, 'survey-result', NULL, o.id, o.name, r.title, r.closed_on, NULL, NULL, NULL
    FROM dossier_records r JOIN organizations o ON o.id = r.organization_id
    WHERE r.kind = 'survey' AND r.closed_on BETWEEN :from AND :to AND r.deleted_at IS NULL
  UNION ALL SELECT o.community_id, 'disclosure', r.content ->> 'subject', o.id, o.name, r.title, r.occurred_on,
      r.content ->> 'endsOn', r.content ->> 'place', r.content ->> 'means'
    FROM dossier_records r JOIN organizations o ON o.id = r.organization_id
    WHERE r.kind = 'disclosure' AND r.deleted_at IS NULL AND r.content ->> 'published' IS NOT NULL
      AND r.occurred_on <= :to AND coalesce(r.content ->> 'endsOn', r.occurred_on) >= :from`;

export interface BoardRow extends Omit<NoticeBoardItem, 'title'> {
  readonly communityId: CommunityId;
  readonly code: string | null;
  readonly title: string | null;
}

const boardRow = noticeBoardItem.omit({ title: true });

/** What hangs out between two days. @param communityId null for all communities */
export const listNoticeBoard = (
  reader: Reader,
  {
    from,
    to,
    communityId,
  }: { readonly from: IsoDate; readonly to: IsoDate; readonly communityId: CommunityId | null },
): readonly BoardRow[] =>
  reader
    .all<BoardRow>(
      `SELECT * FROM (${boardItems}) WHERE :community IS NULL OR communityId = :community
       ORDER BY communityId, kind, "from", organizationName`,
      { from, to, community: communityId },
    )
    .map(({ communityId: community, code, title, ...item }) => ({
      ...boardRow.parse(item),
      communityId: community,
      code,
      title,
    }));
