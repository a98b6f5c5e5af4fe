import {
  isRecordOf,
  type DossierRecord,
  type RecordInput,
  type RecordOf,
} from '../../src/shared/domain/dossier-record.ts';
import { organizationId, recordId } from '../../src/shared/domain/ids.ts';
import type { SurveyContent } from '../../src/shared/domain/survey.ts';
import { recordInputOf, surveyOf } from './sample-records.ts';

/** A record as screens get it. */
export const recordOf = (
  content: RecordInput['content'],
  change: Partial<DossierRecord> = {},
): DossierRecord => ({
  ...recordInputOf(organizationId.parse('o1'), content),
  id: recordId.parse('r1'),
  createdAt: '2026-07-10T01:00:00.000Z',
  updatedAt: '2026-07-10T01:00:00.000Z',
  ...change,
});

export const surveyRecordOf = (change: Partial<SurveyContent> = {}): RecordOf<'survey'> => {
  const record = recordOf(surveyOf(change), { title: '2026 年满意度测评' });
  if (!isRecordOf(record, 'survey')) throw new Error('no survey');
  return record;
};
