import type {
  DecisionFilter,
  DecisionRow,
  FollowUpFilter,
  SurveyFilter,
  SurveySort,
} from '../../../shared/contract/reports.ts';
import { surveyContent, type SurveyContent } from '../../../shared/domain/survey.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

interface Span {
  readonly offset: number;
  /** -1 for all. */
  readonly limit: number;
}

const where = `r.deleted_at IS NULL AND (:text = '' OR instr(o.name, :text) > 0)
  AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))`;
const inYear = `(:year IS NULL OR substr(r.occurred_on, 1, 4) = :year)`;
const from = `dossier_records r JOIN organizations o ON o.id = r.organization_id
  JOIN communities c ON c.id = o.community_id`;
const place = 'o.id AS organizationId, o.name AS organizationName, c.name AS communityName';

const shared = ({
  text,
  communityIds,
}: Pick<SurveyFilter, 'text' | 'communityIds'>): Record<string, SqlValue> => ({
  text: text.trim(),
  communities: JSON.stringify(communityIds),
});
const yearOf = (year: number | null): string | null => (year === null ? null : String(year));

export interface SurveyListRecord {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly communityName: string;
  readonly id: string;
  readonly title: string;
  readonly occurredOn: string;
  readonly content: SurveyContent;
  readonly decisions: number;
}

const surveyCondition = `r.kind = 'survey' AND ${where} AND ${inYear}
  AND (:closed IS NULL OR (r.closed_on IS NOT NULL) = :closed) AND (:lowOnly = 0 OR r.low = 1)`;

const surveyParameters = (filter: SurveyFilter): Record<string, SqlValue> => ({
  ...shared(filter),
  year: yearOf(filter.year),
  closed: filter.closed === null ? null : Number(filter.closed),
  lowOnly: Number(filter.lowOnly),
});

const orderOf: Readonly<Record<SurveySort['by'], string>> = {
  date: 'r.occurred_on',
  score: 'r.score',
  rate: 'r.rate',
  name: 'o.name',
};

/** Those without a figure come last, whichever way. Contents are read of the page alone. */
export const listSurveys = (
  reader: Reader,
  filter: SurveyFilter,
  { by, descending }: SurveySort,
  span: Span,
): readonly SurveyListRecord[] => {
  const column = orderOf[by];
  const order = `${column} IS NULL, ${column} ${descending ? 'DESC' : 'ASC'}, r.occurred_on DESC, r.id`;
  return reader
    .all<Omit<SurveyListRecord, 'content'> & { readonly content: string }>(
      `SELECT ${place}, r.id, r.title, r.occurred_on AS occurredOn, r.content,
         (SELECT count(*) FROM dossier_records d WHERE d.organization_id = r.organization_id AND d.kind = 'decision'
            AND d.deleted_at IS NULL AND json_extract(d.content, '$.surveyId') = r.id) AS decisions
       FROM (SELECT r.id AS id FROM ${from} WHERE ${surveyCondition}
               ORDER BY ${order} LIMIT :limit OFFSET :offset) w
         JOIN dossier_records r ON r.id = w.id JOIN organizations o ON o.id = r.organization_id
         JOIN communities c ON c.id = o.community_id
       ORDER BY ${order}`,
      { ...surveyParameters(filter), ...span },
    )
    .map(({ content, ...row }) => ({ ...row, content: surveyContent.parse(JSON.parse(content)) }));
};

export const countSurveys = (reader: Reader, filter: SurveyFilter): number =>
  reader.get<{ total: number }>(
    `SELECT count(*) AS total FROM ${from} WHERE ${surveyCondition}`,
    surveyParameters(filter),
  )?.total ?? 0;

const decisionCondition = `r.kind = 'decision' AND ${where} AND ${inYear}
  AND (:uses = '[]' OR json_extract(r.content, '$.use') IN (SELECT value FROM json_each(:uses)))`;

const decisionParameters = (filter: DecisionFilter): Record<string, SqlValue> => ({
  ...shared(filter),
  year: yearOf(filter.year),
  uses: JSON.stringify(filter.uses),
});

/** Newest first, each with the survey that it cites. */
export const listDecisions = (reader: Reader, filter: DecisionFilter, span: Span): readonly DecisionRow[] =>
  reader.all<DecisionRow>(
    `SELECT ${place}, r.id, r.occurred_on AS occurredOn, r.title, json_extract(r.content, '$.use') AS use,
       json_extract(r.content, '$.decidedBy') AS decidedBy, json_extract(r.content, '$.amountYuan') AS amountYuan,
       s.id AS surveyId, s.title AS surveyTitle, s.closed_on AS surveyClosedOn, s.rate, s.score
     FROM ${from} JOIN dossier_records s ON s.id = json_extract(r.content, '$.surveyId')
     WHERE ${decisionCondition} ORDER BY r.occurred_on DESC, r.created_at DESC LIMIT :limit OFFSET :offset`,
    { ...decisionParameters(filter), ...span },
  );

export const countDecisions = (reader: Reader, filter: DecisionFilter): number =>
  reader.get<{ total: number }>(
    `SELECT count(*) AS total FROM ${from} WHERE ${decisionCondition}`,
    decisionParameters(filter),
  )?.total ?? 0;

const followUpCondition = `r.kind = 'survey' AND ${where}
  AND (r.due_on IS NOT NULL OR (:openOnly = 0 AND json_extract(r.content, '$.followUp') IS NOT NULL))`;

export interface FollowUpRecord {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly communityName: string;
  readonly surveyId: string;
  readonly surveyTitle: string;
  readonly score: number | null;
  readonly measures: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly outcome: string | null;
}

/** What must be done soonest first; what was done comes after it, newest first. */
export const listFollowUps = (
  reader: Reader,
  filter: FollowUpFilter,
  span: Span,
): readonly FollowUpRecord[] =>
  reader.all<FollowUpRecord>(
    `SELECT ${place}, r.id AS surveyId, r.title AS surveyTitle, r.score,
       json_extract(r.content, '$.followUp.measures') AS measures, json_extract(r.content, '$.followUp.dueOn') AS dueOn,
       json_extract(r.content, '$.followUp.closedOn') AS closedOn, json_extract(r.content, '$.followUp.outcome') AS outcome
     FROM ${from} WHERE ${followUpCondition}
     ORDER BY r.due_on IS NULL, r.due_on, closedOn DESC, r.id LIMIT :limit OFFSET :offset`,
    { ...shared(filter), openOnly: Number(filter.openOnly), ...span },
  );

export const countFollowUps = (reader: Reader, filter: FollowUpFilter): number =>
  reader.get<{ total: number }>(`SELECT count(*) AS total FROM ${from} WHERE ${followUpCondition}`, {
    ...shared(filter),
    openOnly: Number(filter.openOnly),
  })?.total ?? 0;
