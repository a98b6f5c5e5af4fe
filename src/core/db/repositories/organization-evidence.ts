import {
  assessDossier,
  type DossierDuties,
  type DossierEvidence,
} from '../../../shared/domain/completeness.ts';
import type { DossierDebts } from '../../../shared/domain/dossier.ts';
import type { OrganizationId, RecordId } from '../../../shared/domain/ids.ts';
import { endedStatuses, standingStatuses } from '../../../shared/domain/organization.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';
import { storedDuties } from './dossier-duties.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Planned disclosures (`d.value`) of `organizations o` that nobody has published. */
export const owedDisclosures = `FROM json_each(:dueDisclosures) d
  WHERE coalesce(o.filed_on, '') <= d.value ->> 'endsOn' AND NOT EXISTS (SELECT 1 FROM dossier_records r
    WHERE r.organization_id = o.id AND r.kind = 'disclosure' AND r.period = d.value ->> 'mark' AND r.deleted_at IS NULL)`;

/** Conditions on `organizations o` for what the rules ask by now, with the parameters of `dutyParameters`. */
export const owes = {
  report: `(:dueReport IS NOT NULL AND o.status IN (${quoted(standingStatuses)})
    AND coalesce(o.filed_on, '') <= :reportEndsOn AND NOT EXISTS (SELECT 1 FROM dossier_records r
      WHERE r.organization_id = o.id AND r.kind = 'committee-report' AND r.period = :dueReport AND r.deleted_at IS NULL))`,
  survey: `(:surveySince IS NOT NULL AND o.status IN (${quoted(standingStatuses)})
    AND coalesce(o.filed_on, '') < :surveySince AND NOT EXISTS (SELECT 1 FROM dossier_records r
      WHERE r.organization_id = o.id AND r.kind = 'survey' AND r.closed_on >= :surveySince AND r.deleted_at IS NULL))`,
  disclosure: `(o.status IN (${quoted(standingStatuses)}) AND EXISTS (SELECT 1 ${owedDisclosures}))`,
  matter: `EXISTS (SELECT 1 FROM dossier_records r
    WHERE r.organization_id = o.id AND r.due_on < :today AND r.deleted_at IS NULL)`,
} as const;

export const dutyParameters = ({
  today,
  reportPeriod,
  surveySince,
  disclosures,
}: DossierDuties): Record<string, SqlValue> => ({
  today,
  dueReport: reportPeriod?.code ?? null,
  reportEndsOn: reportPeriod?.endsOn ?? null,
  surveySince,
  dueDisclosures: JSON.stringify(disclosures),
});

interface EvidenceRow {
  readonly id: OrganizationId;
  readonly storedCompleteness: number;
  readonly storedGaps: string;
  readonly storedMembers: number;
  readonly storedPartyMembers: number;
  readonly businessScope: number;
  readonly premises: number;
  readonly category: number;
  readonly fallbackParty: number;
  readonly responsiblePerson: number;
  readonly charterAdopted: number;
  readonly filingNumber: number;
  readonly filedOn: number;
  readonly certificate: number;
  readonly heldCopies: number;
  readonly members: number;
  readonly partyMembers: number;
  readonly declaredMembers: number | null;
  readonly responsiblePersonOnRoster: number;
  readonly owesReport: number;
  readonly owesSurvey: number;
  /** JSON array of labels. */
  readonly owedDisclosures: string;
  readonly overdueMatters: number;
  readonly reports: number;
  readonly surveys: number;
  readonly disclosures: number;
  readonly dispositions: number;
  /** JSON array of what the office wants and whether it is there. */
  readonly requiredPapers: string;
}

const countOf = (kind: string): string =>
  `(SELECT count(*) FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = '${kind}' AND r.deleted_at IS NULL)`;

/** Members and Party members of `organizations o`, counted on the roster. */
const countedMembers = `(SELECT count(*) FROM memberships m WHERE m.organization_id = o.id AND m.left_on IS NULL) AS members,
       (SELECT count(*) FROM memberships m JOIN people p ON p.id = m.person_id
          WHERE m.organization_id = o.id AND m.left_on IS NULL
            AND p.political_status IN ('party-member', 'probationary-party-member')) AS partyMembers`;

/** The same as they were counted after the roster's last change. */
const storedMembers = 'o.member_count AS members, o.party_member_count AS partyMembers';

/** Papers that the office wants of `organizations o`, in its order, and whether one with such a title lies in the part. */
const wantedPapers = `(SELECT json_group_array(json_object('part', w.part, 'title', w.title, 'present', w.present)) FROM (
    SELECT q.part, q.title, EXISTS (SELECT 1 FROM dossier_files d WHERE d.organization_id = o.id AND d.part = q.part
      AND d.deleted_at IS NULL AND instr(d.title, q.title)) AS present
    FROM required_papers q LEFT JOIN office_parts t ON t.id = q.part
    WHERE t.retired_at IS NULL AND o.status IN (${quoted(standingStatuses)}) ORDER BY q.position) w)`;

const evidenceQuery = (
  counts: string,
): string => `SELECT o.id, o.completeness AS storedCompleteness, o.gaps AS storedGaps, o.member_count AS storedMembers,
       o.party_member_count AS storedPartyMembers, o.business_scope IS NOT NULL AS businessScope, o.premises IS NOT NULL AS premises,
       EXISTS (SELECT 1 FROM organization_categories k WHERE k.organization_id = o.id) AS category,
       o.fallback_party_kind IS NOT NULL AS fallbackParty, o.responsible_person_id IS NOT NULL AS responsiblePerson,
       o.charter_adopted_on IS NOT NULL AS charterAdopted, o.filing_number IS NOT NULL AS filingNumber,
       o.filed_on IS NOT NULL AS filedOn,
       EXISTS (SELECT 1 FROM certificates t WHERE t.organization_id = o.id
          AND (t.status = 'valid' OR o.status IN (${quoted(endedStatuses)}))) AS certificate,
       (SELECT count(*) FROM held_copies h WHERE h.received_on IS NOT NULL AND h.filing_id = (
          SELECT f.id FROM filings f WHERE f.organization_id = o.id AND f.kind <> 'dissolution'
            AND f.state NOT IN ('withdrawn', 'refused', 'not-forwarded')
          ORDER BY f.state = 'filed' DESC, f.closed_on DESC, f.created_at DESC LIMIT 1)) AS heldCopies,
       ${counts},
       o.declared_member_count AS declaredMembers,
       EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = o.id AND m.left_on IS NULL
          AND m.role = 'responsible-person') AS responsiblePersonOnRoster,
       ${owes.report} AS owesReport, ${owes.survey} AS owesSurvey, (SELECT json_group_array(d.value ->> 'label') ${owedDisclosures}
          AND o.status IN (${quoted(standingStatuses)})) AS owedDisclosures,
       (SELECT count(*) FROM dossier_records r
          WHERE r.organization_id = o.id AND r.due_on < :today AND r.deleted_at IS NULL
            AND o.status NOT IN (${quoted(endedStatuses)})) AS overdueMatters,
       ${countOf('committee-report')} AS reports, ${countOf('survey')} AS surveys,
       ${countOf('disclosure')} AS disclosures, ${countOf('disposition')} AS dispositions,
       ${wantedPapers} AS requiredPapers
     FROM organizations o`;

const evidenceRow = (reader: Reader, id: OrganizationId, duties: DossierDuties): EvidenceRow | undefined =>
  reader.get<EvidenceRow>(`${evidenceQuery(countedMembers)} WHERE o.id = :id`, {
    ...dutyParameters(duties),
    id,
  });

const toEvidence = (row: EvidenceRow, { reportPeriod }: DossierDuties): DossierEvidence => ({
  businessScope: row.businessScope === 1,
  premises: row.premises === 1,
  category: row.category === 1,
  fallbackParty: row.fallbackParty === 1,
  responsiblePerson: row.responsiblePerson === 1,
  charterAdopted: row.charterAdopted === 1,
  filingNumber: row.filingNumber === 1,
  filedOn: row.filedOn === 1,
  certificate: row.certificate === 1,
  heldCopies: row.heldCopies,
  members: row.members,
  partyMembers: row.partyMembers,
  declaredMembers: row.declaredMembers,
  responsiblePersonOnRoster: row.responsiblePersonOnRoster === 1,
  owedReport: row.owesReport === 1 ? (reportPeriod?.label ?? null) : null,
  owesSurvey: row.owesSurvey === 1,
  owedDisclosures: JSON.parse(row.owedDisclosures) as string[],
  overdueMatters: row.overdueMatters,
  reports: row.reports,
  surveys: row.surveys,
  disclosures: row.disclosures,
  dispositions: row.dispositions,
  requiredPapers: (
    JSON.parse(row.requiredPapers) as {
      readonly part: string;
      readonly title: string;
      readonly present: 0 | 1;
    }[]
  ).map(({ present, ...paper }) => ({ ...paper, present: present === 1 })),
});

/**
 * What is recorded of an organization's dossier, held against what was owed when duties were last brought up to date;
 * null when there is no such organization.
 */
export const dossierEvidence = (reader: Reader, id: OrganizationId): DossierEvidence | null => {
  const duties = storedDuties(reader);
  const row = evidenceRow(reader, id, duties);
  return row === undefined ? null : toEvidence(row, duties);
};

interface DebtRow {
  readonly owesReport: number;
  /** JSON array of marks. */
  readonly disclosures: string;
  readonly matterId: RecordId | null;
  readonly matterKind: 'survey' | 'disposition' | null;
  readonly openSurveyId: RecordId | null;
}

/** Which record closes what the organization owes, held against the same day; null when there is no such organization. */
export const dossierDebts = (reader: Reader, id: OrganizationId): DossierDebts | null => {
  const duties = storedDuties(reader);
  const row = reader.get<DebtRow>(
    `SELECT ${owes.report} AS owesReport,
       (SELECT json_group_array(d.value ->> 'mark') ${owedDisclosures} AND o.status IN (${quoted(standingStatuses)})) AS disclosures,
       m.id AS matterId, m.kind AS matterKind,
       (SELECT r.id FROM dossier_records r WHERE r.organization_id = o.id AND r.kind = 'survey' AND r.closed_on IS NULL
          AND r.deleted_at IS NULL ORDER BY r.occurred_on DESC LIMIT 1) AS openSurveyId
     FROM organizations o LEFT JOIN dossier_records m ON m.id = (
       SELECT r.id FROM dossier_records r WHERE r.organization_id = o.id AND r.due_on < :today AND r.deleted_at IS NULL
       ORDER BY r.due_on LIMIT 1) WHERE o.id = :id`,
    { ...dutyParameters(duties), id },
  );
  if (row === undefined) return null;
  return {
    reportPeriod: row.owesReport === 1 ? (duties.reportPeriod?.code ?? null) : null,
    disclosures: JSON.parse(row.disclosures) as string[],
    matter:
      row.matterId === null || row.matterKind === null
        ? null
        : { kind: row.matterKind, recordId: row.matterId },
    openSurveyId: row.openSurveyId,
  };
};

const saveCounted = (writer: Writer, row: EvidenceRow, duties: DossierDuties): void => {
  const { completeness, gaps } = assessDossier(toEvidence(row, duties));
  const codes = JSON.stringify(gaps.map(({ code }) => code));
  const same =
    completeness === row.storedCompleteness &&
    codes === row.storedGaps &&
    row.members === row.storedMembers &&
    row.partyMembers === row.storedPartyMembers;
  if (same) return;
  writer.run(
    'UPDATE organizations SET member_count = ?, party_member_count = ?, completeness = ?, gaps = ? WHERE id = ?',
    [row.members, row.partyMembers, completeness, codes, row.id],
  );
};

/**
 * Brings the counted columns of an organization (members, Party members, completeness, gaps) up to date. Call it at the end
 * of every write that touches its facts, roster, filings, certificates, copies or records.
 */
export const refreshOrganization = (writer: Writer, id: OrganizationId): void => {
  const duties = storedDuties(writer);
  const row = evidenceRow(writer, id, duties);
  if (row !== undefined) saveCounted(writer, row, duties);
};

/** The same for all of them in one reading, when what is owed has changed; rosters have not, so nobody is counted again. */
export const refreshAllOrganizations = (writer: Writer): void => {
  const duties = storedDuties(writer);
  const rows = writer.all<EvidenceRow>(evidenceQuery(storedMembers), dutyParameters(duties));
  for (const row of rows) saveCounted(writer, row, duties);
};
