import {
  isRecordOf,
  partOfRecord,
  type DossierRecord,
  type RecordContent,
  type RecordInput,
} from '../../shared/domain/dossier-record.ts';
import type { DossierPart } from '../../shared/domain/dossier.ts';
import { recordId, type OrganizationId, type RecordId } from '../../shared/domain/ids.ts';
import { reportPeriod } from '../../shared/domain/report-plan.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  countDecisionsOn,
  getRecord,
  listDeleted,
  listRecords,
  saveRecord,
  setRecordDeleted,
  type DeletedItem,
} from '../db/repositories/dossier-records.ts';
import { isVoteCited } from '../db/repositories/exit-packs.ts';
import { countCitingLines } from '../db/repositories/service-lines.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { checkDisclosurePeriod, keptDisclosure } from './disclosure-records.ts';
import { checkDisposition, settleRectification } from './dispositions.ts';
import { requireUnlocked } from './item-lock.ts';
import { rulesOn } from './rules.ts';
import { anonymousSurvey, checkSurvey } from './survey-records.ts';

const required = async (reader: Reader, id: RecordId): Promise<DossierRecord> => {
  const record = await getRecord(reader, id);
  if (record === null) throw new CodedError('NOT_FOUND', { what: 'record' });
  return record;
};

/** Records of an organization, newest first, of one part or of all. */
export const readRecords = (
  { store }: OpenArchive,
  { organizationId, part }: { readonly organizationId: OrganizationId; readonly part: DossierPart | null },
): Promise<readonly DossierRecord[]> =>
  store.read(async (reader) =>
    (await listRecords(reader, organizationId)).filter(
      ({ content }) => part === null || partOfRecord[content.kind] === part,
    ),
  );

/** @throws CodedError NOT_FOUND, also for a record in the recycle bin */
export const readRecord = ({ store }: OpenArchive, id: RecordId): Promise<DossierRecord> =>
  store.read((reader) => required(reader, id));

const periodOf = (content: RecordContent): string | null =>
  content.kind === 'committee-report' || content.kind === 'survey' ? content.period : null;

interface Saving {
  readonly writer: Writer;
  readonly today: string;
  readonly before: DossierRecord | null;
  readonly input: RecordInput;
}

/** A period that was recorded under earlier rules stays; a new one must be one of the rules of then or now. */
const checkPeriod = ({ writer, today, before, input }: Saving): void => {
  const period = periodOf(input.content);
  if (period === null || (before !== null && periodOf(before.content) === period)) return;
  const known = [today, input.occurredOn].some((day) => {
    const found = reportPeriod(period, rulesOn(writer, day).body);
    return found !== null && found.startsOn <= today;
  });
  if (!known) throw new CodedError('PERIOD_UNKNOWN', { period });
};

/** A survey may be called ahead and a disclosure may begin tomorrow; what was done cannot lie ahead. */
const checkDay = ({ today, input: { content, occurredOn } }: Saving): void => {
  const done = content.kind !== 'survey' && content.kind !== 'disclosure' && content.kind !== 'disposition';
  const closed = content.kind === 'survey' ? content.closedOn : null;
  if ((done && occurredOn > today) || (closed ?? '') > today)
    throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
};

/** A decision rests on a survey of the same organization that was counted. */
const checkCitation = async (
  reader: Reader,
  { organizationId, content }: Pick<RecordInput, 'organizationId' | 'content'>,
): Promise<void> => {
  if (content.kind !== 'decision') return;
  const survey = await getRecord(reader, content.surveyId);
  if (survey === null || !isRecordOf(survey, 'survey') || survey.organizationId !== organizationId)
    throw new CodedError('SURVEY_NOT_CITABLE', { reason: 'absent' });
  if (survey.content.closedOn === null) throw new CodedError('SURVEY_NOT_CITABLE', { reason: 'open' });
};

/** Decisions, purchases and grants that rest on a survey. */
const countCitations = (reader: Reader, id: RecordId): number =>
  countDecisionsOn(reader, id) + countCitingLines(reader, id);

const checkChange = ({ writer, before, input }: Saving): void => {
  if (before !== null && before.organizationId !== input.organizationId)
    throw new CodedError('CONFLICT', { what: 'organization' });
  if (before !== null && before.content.kind !== input.content.kind)
    throw new CodedError('CONFLICT', { what: 'record-kind' });
  if (input.content.kind !== 'survey') return;
  const survey = before !== null && isRecordOf(before, 'survey') ? before : null;
  checkSurvey(survey?.content ?? null, input.content);
  const reopened = survey !== null && survey.content.closedOn !== null && input.content.closedOn === null;
  const count = reopened ? countCitations(writer, survey.id) : 0;
  if (count > 0) throw new CodedError('SURVEY_CITED', { count });
};

const asKept = (before: DossierRecord | null, { title, content }: RecordInput): RecordContent => {
  if (content.kind === 'survey') return anonymousSurvey(content);
  return content.kind === 'disclosure' ? keptDisclosure(before, title, content) : content;
};

/** Brings standing and completeness of the organization in line with its records. */
const settle = (ports: Ports, writer: Writer, id: OrganizationId): void => {
  settleRectification(ports, writer, id);
  refreshOrganization(writer, id);
};

/** @throws CodedError RECORD_IN_USE for what an exit rests on */
const requireUnused = (reader: Reader, { id, content }: DossierRecord): void => {
  if (content.kind === 'disposition' && content.type === 'revoke')
    throw new CodedError('RECORD_IN_USE', { by: '撤销备案' });
  if (content.kind === 'meeting-vote' && isVoteCited(reader, id))
    throw new CodedError('RECORD_IN_USE', { by: '注销' });
};

/**
 * Creates a record (`id` null) or replaces what is said in one.
 *
 * @throws CodedError NOT_FOUND; ITEM_ARCHIVED; CONFLICT when a record would change its organization or kind; PERIOD_UNKNOWN;
 *   STEP_DATE_INVALID; SURVEY_LOCKED, SURVEY_CLOSED, SURVEY_UNBALANCED; SURVEY_CITED when a survey that decisions cite
 *   would be opened again; SURVEY_NOT_CITABLE for a decision; ILLEGAL_STEP, STEP_INCOMPLETE for a disposition
 */
export const storeRecord = (
  { store, ports }: OpenArchive,
  { id, record: input }: { readonly id: RecordId | null; readonly record: RecordInput },
): Promise<DossierRecord> =>
  store.write(async (writer) => {
    if (getOrganization(writer, input.organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, input.organizationId);
    const before = id === null ? null : await required(writer, id);
    if (before !== null) requireUnlocked(writer, 'record', before.id);
    const { clock, random } = ports;
    const today = clock.today();
    const saving = { writer, today, before, input };
    checkChange(saving);
    checkDay(saving);
    checkPeriod(saving);
    checkDisclosurePeriod(writer, today, before, input);
    checkDisposition(writer, today, before, input);
    await checkCitation(writer, input);
    const at = clock.instant();
    const record: DossierRecord = {
      ...input,
      content: asKept(before, input),
      id: before?.id ?? recordId.parse(random.id()),
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    };
    await saveRecord(writer, record);
    settle(ports, writer, record.organizationId);
    return record;
  });

/** Puts a record into the recycle bin. @throws CodedError NOT_FOUND; ITEM_ARCHIVED; SURVEY_CITED while decisions rest on it; RECORD_IN_USE for what an exit rests on */
export const removeRecord = ({ store, ports }: OpenArchive, id: RecordId): Promise<void> =>
  store.write(async (writer) => {
    const record = await required(writer, id);
    requireOpenDossier(writer, record.organizationId);
    requireUnlocked(writer, 'record', id);
    const count = countCitations(writer, id);
    if (count > 0) throw new CodedError('SURVEY_CITED', { count });
    requireUnused(writer, record);
    await setRecordDeleted(writer, id, ports.clock.instant());
    settle(ports, writer, record.organizationId);
  });

/** Takes a record out of the recycle bin. @throws CodedError NOT_FOUND; SURVEY_NOT_CITABLE for a decision whose survey is gone */
export const restoreRecord = ({ store, ports }: OpenArchive, id: RecordId): Promise<DossierRecord> =>
  store.write(async (writer) => {
    await setRecordDeleted(writer, id, null);
    const record = await required(writer, id);
    requireOpenDossier(writer, record.organizationId);
    await checkCitation(writer, record);
    settle(ports, writer, record.organizationId);
    return record;
  });

/** What lies in the recycle bin, newest first. */
export const listRecycleBin = ({ store }: OpenArchive): Promise<readonly DeletedItem[]> =>
  store.read((reader) => listDeleted(reader));
