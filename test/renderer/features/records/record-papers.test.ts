import { expect, test } from 'vitest';
import { papersOfRecord } from '../../../../src/renderer/features/records/record-papers.ts';
import type { ContentOf, RecordContent, RecordKind } from '../../../../src/shared/domain/dossier-record.ts';
import { organizationId, recordId } from '../../../../src/shared/domain/ids.ts';
import {
  decisionOf,
  disclosureOf,
  dispositionOf,
  evaluationOf,
  reportOf,
  surveyOf,
  voteOf,
} from '../../../support/sample-records.ts';

const papersOf = (content: RecordContent) =>
  papersOfRecord({ id: recordId.parse('r1'), organizationId: organizationId.parse('o1'), content }).map(
    ({ kind, subjectId }) => `${kind} ${subjectId}`,
  );

/** A kind of record that is added without a line here does not compile. */
const papers = {
  'committee-report': [reportOf(), ['work-report r1']],
  survey: [surveyOf(), ['survey-ballot r1', 'survey-result r1']],
  decision: [decisionOf(recordId.parse('r9')), ['survey-result r9']],
  'meeting-vote': [voteOf({ subject: 'charter' }), ['charter o1']],
  'activity-evaluation': [evaluationOf(), []],
  disclosure: [disclosureOf(), ['disclosure-sheet r1']],
  disposition: [dispositionOf({ type: 'rectify' }), ['rectification-order r1']],
} as const satisfies { readonly [K in RecordKind]: readonly [ContentOf<K>, readonly string[]] };

test('every record offers the papers that are made of it, and those that go with it', () => {
  for (const [content, expected] of Object.values(papers)) expect(papersOf(content)).toEqual(expected);
  expect(papersOf(dispositionOf({ type: 'warn' }))).toEqual(['disposition-decision r1']);
  expect(papersOf(dispositionOf({ type: 'praise' }))).toEqual(['commendation-letter r1', 'plaque-text r1']);
  expect(papersOf(voteOf({ subject: 'founding' }))).toEqual(['founding-minutes o1', 'founders-list o1']);
  expect(papersOf(voteOf({ subject: 'leaders' }))).toEqual(['person-in-charge o1']);
  expect(papersOf(voteOf({ subject: 'dissolution' }))).toEqual([]);
});
