import { expect, test } from 'vitest';
import { trendOf } from '../../../../../src/renderer/features/reports/survey/survey-trend.ts';
import { recordId } from '../../../../../src/shared/domain/ids.ts';
import { emptyGroup } from '../../../../../src/shared/domain/survey.ts';
import { countedGroups, surveyOf } from '../../../../support/sample-records.ts';
import { surveyRecordOf } from '../../../../support/sample-survey-record.ts';

const survey = (id: string, occurredOn: string, createdAt = '2026-07-10T01:00:00.000Z') => ({
  ...surveyRecordOf({ groups: countedGroups, closedOn: '2026-11-20' }),
  id: recordId.parse(id),
  occurredOn,
  createdAt,
});
const keys = (surveys: Parameters<typeof trendOf>[0]): readonly string[] =>
  trendOf(surveys).map(({ key }) => key);

test('surveys come oldest first, those of one day as they were entered', () => {
  const later = survey('later', '2026-05-01', '2026-05-02T01:00:00.000Z');
  const earlier = survey('earlier', '2026-05-01', '2026-05-01T01:00:00.000Z');
  expect(keys([survey('newest', '2026-11-01'), later, earlier, survey('oldest', '2025-05-01')])).toEqual([
    'oldest',
    'earlier',
    'later',
    'newest',
  ]);
});

test('those still open, or without any answer, have no place in it', () => {
  const open = { ...survey('open', '2026-01-01'), content: surveyOf({ groups: countedGroups }) };
  const empty = {
    ...survey('empty', '2026-02-01'),
    content: surveyOf({
      groups: { committees: emptyGroup, residents: emptyGroup, units: emptyGroup },
      closedOn: '2026-02-02',
    }),
  };
  expect(keys([open, empty, survey('counted', '2026-03-01')])).toEqual(['counted']);
});

test('only the last eight fit', () => {
  const years = Array.from({ length: 10 }, (_, index) => survey(`s${index}`, `20${10 + index}-05-01`));
  expect(keys(years)).toEqual(['s2', 's3', 's4', 's5', 's6', 's7', 's8', 's9']);
});
