import type { IsoDate } from '../../../shared/domain/dates.ts';
import { recordContent } from '../../../shared/domain/dossier-record.ts';
import type { SurveyContent } from '../../../shared/domain/survey.ts';
import { registrationCandidate, type RegistrationCandidate } from '../../../shared/domain/registration.ts';
import type { Reader } from '../archive-store.ts';

/** Days of a period. */
export interface Span {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

export interface LedgerLine {
  readonly id: string;
  readonly community: string;
  readonly communityCode: string;
  readonly settlement: string;
  readonly name: string;
  readonly category: string | null;
  readonly status: string;
  readonly filingNumber: string | null;
  readonly filedOn: string | null;
  readonly responsiblePerson: string | null;
  readonly phone: string | null;
  readonly members: number;
  readonly partyMembers: number;
  readonly declaredMembers: number | null;
  readonly fallbackParty: string | null;
  readonly proposedRegistration: number;
  readonly completeness: number;
  readonly remark: string | null;
}

/** Filed by the end of the period, and not ended before it began. */
const inLedger = `o.status NOT IN ('preparing', 'filing', 'refused')
  AND (o.status NOT IN ('dissolved', 'revoked', 'registered') OR e.exited_on >= :startsOn)
  AND (o.filed_on IS NULL OR o.filed_on <= :endsOn)`;

/** One line per organization of a period's ledger, in its order: community, then name. */
export const listLedgerLines = (reader: Reader, { startsOn, endsOn }: Span): readonly LedgerLine[] =>
  reader.all<LedgerLine>(
    `SELECT o.id, c.name AS community, c.code AS communityCode, c.settlement, o.name, k.code AS category,
       CASE WHEN e.exited_on > :endsOn THEN 'filed' ELSE o.status END AS status,
       o.filing_number AS filingNumber, o.filed_on AS filedOn, p.name AS responsiblePerson, o.contact_phone AS phone,
       o.member_count AS members, o.party_member_count AS partyMembers, o.declared_member_count AS declaredMembers,
       o.fallback_party_name AS fallbackParty, o.proposed_registration AS proposedRegistration, o.completeness, o.remark
     FROM organizations o JOIN communities c ON c.id = o.community_id
     LEFT JOIN exits e ON e.organization_id = o.id
     LEFT JOIN organization_categories k ON k.organization_id = o.id AND k.scheme = 'four-class'
     LEFT JOIN people p ON p.id = o.responsible_person_id
     WHERE ${inLedger}
     ORDER BY c.position, o.name_pinyin, o.id`,
    { startsOn, endsOn },
  );

export interface LedgerEvent {
  readonly organizationId: string;
  readonly occurredOn: string;
  readonly kind: string;
  readonly detail: string | null;
}

/** Filing steps and exits that took place in a period; back-entered paper counts on the day it bears. */
export const listLedgerEvents = (reader: Reader, { startsOn, endsOn }: Span): readonly LedgerEvent[] =>
  reader.all<LedgerEvent>(
    `SELECT f.organization_id AS organizationId, s.acted_on AS occurredOn, f.kind || ':' || s.action AS kind, s.actor AS detail
       FROM filing_steps s JOIN filings f ON f.id = s.filing_id
      WHERE s.acted_on BETWEEN :startsOn AND :endsOn
        AND s.action IN ('issue-certificate', 'close-dissolution', 'street-refuse')
     UNION ALL
     SELECT organization_id, exited_on, 'exit:' || kind, NULL FROM exits
      WHERE kind <> 'dissolved' AND exited_on BETWEEN :startsOn AND :endsOn
     ORDER BY occurredOn, organizationId, kind`,
    { startsOn, endsOn },
  );

/** What is counted of an organization's records in a period. */
export interface LedgerActivity {
  readonly organizationId: string;
  readonly reports: number;
  readonly disclosures: number;
  readonly activities: number;
  readonly dispositions: number;
}

export const listLedgerActivity = (reader: Reader, { startsOn, endsOn }: Span): readonly LedgerActivity[] =>
  reader.all<LedgerActivity>(
    `SELECT organization_id AS organizationId, sum(kind = 'committee-report') AS reports,
       sum(kind = 'disclosure' AND content ->> 'published' IS NOT NULL) AS disclosures,
       sum(kind = 'disclosure' AND content ->> 'published' IS NOT NULL AND content ->> 'subject' = 'activity') AS activities,
       sum(kind = 'disposition') AS dispositions
     FROM dossier_records
     WHERE deleted_at IS NULL AND kind IN ('committee-report', 'disclosure', 'disposition')
       AND occurred_on BETWEEN :startsOn AND :endsOn
     GROUP BY organization_id`,
    { startsOn, endsOn },
  );

/** The last survey of each organization that was closed in a period. */
export const listLedgerSurveys = (
  reader: Reader,
  { startsOn, endsOn }: Span,
): ReadonlyMap<string, SurveyContent> =>
  new Map(
    reader
      .all<{ organizationId: string; content: string }>(
        `SELECT organization_id AS organizationId, content FROM dossier_records
          WHERE kind = 'survey' AND deleted_at IS NULL AND closed_on BETWEEN :startsOn AND :endsOn
          ORDER BY closed_on, id`,
        { startsOn, endsOn },
      )
      .flatMap(({ organizationId, content }) => {
        const parsed = recordContent.parse(JSON.parse(content));
        return parsed.kind === 'survey' ? [[organizationId, parsed] as const] : [];
      }),
  );

export interface LedgerDispositionRow {
  readonly organizationId: string;
  readonly community: string;
  readonly organization: string;
  readonly on: IsoDate;
  readonly authority: string;
  readonly type: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly result: string;
  readonly rectifyBy: IsoDate | null;
  readonly rectifiedOn: IsoDate | null;
}

export const listLedgerDispositions = (
  reader: Reader,
  { startsOn, endsOn }: Span,
): readonly LedgerDispositionRow[] =>
  reader.all<LedgerDispositionRow>(
    `SELECT o.id AS organizationId, c.name AS community, o.name AS organization, r.occurred_on AS "on",
       r.content ->> 'authority' AS authority, r.content ->> 'type' AS type, r.title,
       r.content ->> 'documentNumber' AS documentNumber, r.content ->> 'result' AS result,
       r.content ->> '$.rectification.dueOn' AS rectifyBy, r.content ->> '$.rectification.closedOn' AS rectifiedOn
     FROM dossier_records r JOIN organizations o ON o.id = r.organization_id JOIN communities c ON c.id = o.community_id
     WHERE r.kind = 'disposition' AND r.deleted_at IS NULL AND r.occurred_on BETWEEN :startsOn AND :endsOn
     ORDER BY r.occurred_on, c.position, o.name_pinyin, r.id`,
    { startsOn, endsOn },
  );

/** Why organizations are in 拟登记台账; null where only the mark is known. */
export const listLedgerCandidates = (reader: Reader): ReadonlyMap<string, RegistrationCandidate> =>
  new Map(
    reader
      .all<{ organizationId: string; candidate: string }>(
        'SELECT organization_id AS organizationId, candidate FROM registration_candidates',
      )
      .map(({ organizationId, candidate }) => [
        organizationId,
        registrationCandidate.parse(JSON.parse(candidate)),
      ]),
  );

export interface LedgerScan {
  readonly organizationId: string;
  readonly filingNumber: string | null;
  readonly attachmentId: string;
}

/** Scans of the filings of every organization in the ledger. */
export const listLedgerScans = (reader: Reader, { startsOn, endsOn }: Span): readonly LedgerScan[] =>
  reader.all<LedgerScan>(
    `SELECT DISTINCT f.organization_id AS organizationId, o.filing_number AS filingNumber, l.attachment_id AS attachmentId
     FROM attachment_links l JOIN filings f ON f.id = l.filing_id JOIN organizations o ON o.id = f.organization_id
     LEFT JOIN exits e ON e.organization_id = o.id
     WHERE ${inLedger}
     ORDER BY f.organization_id, l.attachment_id`,
    { startsOn, endsOn },
  );

export interface OverdueFiling {
  readonly organizationId: string;
  readonly name: string;
  readonly dueOn: string;
}

export const listOverdueFilings = (reader: Reader, today: IsoDate): readonly OverdueFiling[] =>
  reader.all<OverdueFiling>(
    `SELECT f.organization_id AS organizationId, o.name, f.due_on AS dueOn FROM filings f JOIN organizations o ON o.id = f.organization_id
     WHERE f.closed_on IS NULL AND f.due_on < ? ORDER BY f.due_on`,
    [today],
  );

/** When the first organization was entered; null in an empty archive. */
export const firstEntryAt = (reader: Reader): string | null =>
  reader.get<{ at: string | null }>('SELECT min(created_at) AS at FROM organizations')?.at ?? null;
