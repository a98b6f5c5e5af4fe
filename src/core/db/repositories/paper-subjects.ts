import type { PartialDate } from '../../../shared/domain/dates.ts';
import type { FilingTraits, RecordTraits } from '../../../shared/domain/document-fit.ts';
import type { RecordKind } from '../../../shared/domain/dossier-record.ts';
import type { FilingAction, FilingKind } from '../../../shared/domain/filing.ts';
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

/** Where papers are looked for: in one organization or in all, by a part of its name. */
export interface SubjectScope {
  readonly organizationId: OrganizationId | null;
  readonly text: string;
}

/** What papers are made of, and whose. */
export interface PaperSubject {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly on: PartialDate;
}

const inScope = `(:organizationId IS NULL OR o.id = :organizationId) AND (:text = '' OR instr(o.name, :text) > 0)`;
const parametersOf = ({ organizationId, text }: SubjectScope) => ({ organizationId, text });

export interface FilingSubject extends PaperSubject {
  readonly traits: FilingTraits;
}

/** Filings that came to something or are under way, newest first. */
export const listFilingSubjects = (reader: Reader, scope: SubjectScope): readonly FilingSubject[] =>
  reader
    .all<Omit<FilingSubject, 'traits'> & { kind: FilingKind; actions: string; objections: number }>(
      `SELECT f.id, o.id AS organizationId, o.name AS organizationName, f.started_on AS "on", f.kind,
         (SELECT json_group_array(DISTINCT s.action) FROM filing_steps s WHERE s.filing_id = f.id) AS actions,
         (SELECT count(*) FROM filing_objections b WHERE b.filing_id = f.id) AS objections
       FROM filings f JOIN organizations o ON o.id = f.organization_id
       WHERE f.state <> 'withdrawn' AND ${inScope} ORDER BY f.created_at DESC, f.id`,
      parametersOf(scope),
    )
    .map(({ kind, actions, objections, ...row }) => ({
      ...row,
      traits: { kind, actions: JSON.parse(actions) as FilingAction[], objected: objections > 0 },
    }));

export interface RecordSubject extends PaperSubject {
  readonly title: string;
  readonly traits: RecordTraits;
}

/** Records of which papers are made, newest first. */
export const listRecordSubjects = (reader: Reader, scope: SubjectScope): readonly RecordSubject[] =>
  reader
    .all<Omit<RecordSubject, 'traits'> & { kind: RecordKind; type: string | null; objections: number }>(
      `SELECT r.id, o.id AS organizationId, o.name AS organizationName, r.occurred_on AS "on", r.title, r.kind,
         CASE WHEN r.kind = 'disposition' THEN json_extract(r.content, '$.type') END AS type,
         CASE WHEN r.kind = 'disclosure' THEN json_array_length(r.content, '$.objections') ELSE 0 END AS objections
       FROM dossier_records r JOIN organizations o ON o.id = r.organization_id
       WHERE r.deleted_at IS NULL AND r.kind IN ('committee-report', 'survey', 'disclosure', 'disposition')
         AND ${inScope} ORDER BY r.occurred_on DESC, r.id`,
      parametersOf(scope),
    )
    .map(({ kind, type, objections, ...row }) => ({
      ...row,
      traits: { kind, rectifies: type === 'rectify', praises: type === 'praise', objected: objections > 0 },
    }));

export interface CertificateSubject extends PaperSubject {
  readonly filingNumber: string;
}

/** Certificates, newest first. */
export const listCertificateSubjects = (reader: Reader, scope: SubjectScope): readonly CertificateSubject[] =>
  reader.all(
    `SELECT c.id, o.id AS organizationId, o.name AS organizationName, c.issued_on AS "on",
       c.filing_number AS filingNumber
     FROM certificates c JOIN organizations o ON o.id = c.organization_id
     WHERE ${inScope} ORDER BY c.recorded_at DESC, c.id`,
    parametersOf(scope),
  );
