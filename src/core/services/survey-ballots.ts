import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ballotFile, type BallotFile } from '../../shared/domain/ballot-file.ts';
import { isRecordOf, recordContent, type RecordOf } from '../../shared/domain/dossier-record.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { EvaluatorGroup } from '../../shared/domain/survey.ts';
import { CodedError } from '../../shared/errors.ts';
import { evaluatorGroupLabels } from '../../shared/labels/survey.ts';
import type { Reader } from '../db/archive-store.ts';
import { getRecord, saveRecord } from '../db/repositories/dossier-records.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireUnlocked } from './item-lock.ts';
import { anonymousSurvey } from './survey-records.ts';

/** A survey that still takes single ballots. */
const openSurvey = async (reader: Reader, id: RecordId): Promise<RecordOf<'survey'>> => {
  const record = await getRecord(reader, id);
  if (record === null || !isRecordOf(record, 'survey')) throw new CodedError('NOT_FOUND', { what: 'record' });
  if (record.content.closedOn !== null) throw new CodedError('SURVEY_CLOSED', {});
  if (record.content.entry !== 'sheets') throw new CodedError('BALLOTS_REFUSED', { reason: 'counts' });
  return record;
};

/**
 * A page for phones that collects one group's ballots without any network (FEATURES D10).
 *
 * @throws CodedError NOT_FOUND; SURVEY_CLOSED; BALLOTS_REFUSED where the survey is entered by counts
 */
export const makeBallotPage = async (
  { store, ports }: OpenArchive,
  id: RecordId,
  group: EvaluatorGroup,
): Promise<File> => {
  const page = await readFile(join(ports.paths.resources, 'ballot-page.html'), 'utf8');
  const { survey, organization } = await store.read(async (reader) => {
    const record = await openSurvey(reader, id);
    return { survey: record, organization: getOrganization(reader, record.organizationId)?.name ?? '' };
  });
  const groupName = evaluatorGroupLabels[group];
  const { title, content } = survey;
  const told = { surveyId: id, group, groupName, organization, title, items: content.items };
  // No text of a clerk may end the script element that it stands in.
  const json = JSON.stringify(told).replaceAll('<', String.raw`\u003c`);
  return new File([page.replace('__SURVEY__', () => json)], `测评页_${organization}_${groupName}.html`, {
    type: 'text/html',
  });
};

/** @throws CodedError BALLOTS_REFUSED for anything but a ballot file */
const readBallotFile = (text: string): BallotFile => {
  try {
    return ballotFile.parse(JSON.parse(text));
  } catch (error) {
    throw new CodedError('BALLOTS_REFUSED', { reason: 'not-ballots' }, { cause: error });
  }
};

const checkFile = (file: BallotFile, { id, content }: Pick<RecordOf<'survey'>, 'id' | 'content'>): void => {
  if (file.surveyId !== id) throw new CodedError('BALLOTS_REFUSED', { reason: 'other-survey' });
  const sameItems = JSON.stringify(file.items) === JSON.stringify(content.items);
  if (!sameItems || file.sheets.some((sheet) => sheet.length !== content.items.length))
    throw new CodedError('BALLOTS_REFUSED', { reason: 'other-items' });
  if (content.batches.includes(file.batch)) throw new CodedError('BALLOTS_REFUSED', { reason: 'taken' });
};

/**
 * Takes the ballots of a file into its survey; each file once.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; ITEM_ARCHIVED; SURVEY_CLOSED; BALLOTS_REFUSED
 */
export const takeBallots = (
  { store, ports: { clock } }: OpenArchive,
  id: RecordId,
  text: string,
): Promise<RecordOf<'survey'>> =>
  store.write(async (writer) => {
    const survey = await openSurvey(writer, id);
    requireOpenDossier(writer, survey.organizationId);
    requireUnlocked(writer, 'record', id);
    const file = readBallotFile(text);
    checkFile(file, survey);
    const { content } = survey;
    const before = content.groups[file.group];
    const after = {
      ...before,
      returned: before.returned + file.sheets.length,
      sheets: [...before.sheets, ...file.sheets],
    };
    const taken: RecordOf<'survey'> = {
      ...survey,
      updatedAt: clock.instant(),
      content: anonymousSurvey({
        ...content,
        groups: { ...content.groups, [file.group]: after },
        batches: [...content.batches, file.batch],
      }),
    };
    // What no longer fits is refused here: a record that breaks its own limits could never be read again.
    if (!recordContent.safeParse(taken.content).success)
      throw new CodedError('BALLOTS_REFUSED', { reason: 'too-many' });
    await saveRecord(writer, taken);
    refreshOrganization(writer, survey.organizationId);
    return taken;
  });
