import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRecord, storeRecord } from '../../../src/core/services/dossier-records.ts';
import { makeBallotPage, takeBallots } from '../../../src/core/services/survey-ballots.ts';
import type { BallotFile } from '../../../src/shared/domain/ballot-file.ts';
import type { RecordId } from '../../../src/shared/domain/ids.ts';
import { emptyGroup, type SurveyContent } from '../../../src/shared/domain/survey.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { recordInputOf, surveyOf } from '../../support/sample-records.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const survey = async (change: Partial<SurveyContent> = {}): Promise<RecordId> => {
  const organization = await enterOrganization(archive);
  const content = surveyOf({ entry: 'sheets', ...change });
  return (await storeRecord(archive, { id: null, record: recordInputOf(organization, content) })).id;
};
const fileOf = (surveyId: RecordId, change: Partial<Record<keyof BallotFile, unknown>> = {}): string =>
  JSON.stringify({
    format: 'hub-archive-ballots',
    version: 1,
    surveyId,
    group: 'residents',
    items: ['服务质量', '活动开展'],
    batch: '0123456789abcdef0123456789abcdef',
    sheets: ['us', 'ss', 'd-'],
    ...change,
  });

describe('a ballot file', () => {
  test('is added to its group, sorted among the ballots that are there', async () => {
    const residents = { ...emptyGroup, issued: 9, returned: 1, sheets: ['sd'] };
    const id = await survey({ groups: { ...surveyOf().groups, residents } });
    const { content } = await takeBallots(archive, id, fileOf(id));
    expect(content.groups.residents).toEqual({
      issued: 9,
      returned: 4,
      void: 0,
      tallies: [],
      sheets: ['d-', 'sd', 'ss', 'us'],
    });
  });

  test('is taken once, another one after it', async () => {
    const id = await survey();
    await takeBallots(archive, id, fileOf(id));
    await expect(takeBallots(archive, id, fileOf(id))).rejects.toMatchObject({
      code: 'BALLOTS_REFUSED',
      data: { reason: 'taken' },
    });
    const { content } = await takeBallots(archive, id, fileOf(id, { batch: 'f'.repeat(32), sheets: ['mm'] }));
    expect(content.groups.residents.sheets).toEqual(['d-', 'mm', 'ss', 'us']);
  });

  const refused: readonly (readonly [string, Partial<Record<keyof BallotFile, unknown>>, string])[] = [
    ['of another survey', { surveyId: 'other' }, 'other-survey'],
    ['with other questions', { items: ['服务质量', '财务公开'] }, 'other-items'],
    ['with an answer too few', { sheets: ['s'] }, 'other-items'],
    ['with anything but answers', { sheets: ['王秀'] }, 'not-ballots'],
    ['without ballots', { sheets: [] }, 'not-ballots'],
    ['of a later version', { version: 2 }, 'not-ballots'],
    ['of no group', { group: 'neighbours' }, 'not-ballots'],
  ];
  test.each(refused)('is refused %s, and nothing is kept of it', async (_, change, reason) => {
    const id = await survey();
    await expect(takeBallots(archive, id, fileOf(id, change))).rejects.toMatchObject({
      code: 'BALLOTS_REFUSED',
      data: { reason },
    });
    expect((await takeBallots(archive, id, fileOf(id))).content.groups.residents.returned).toBe(3);
  });

  test('is refused where it is no file of ours, by a closed survey, and by one of counts', async () => {
    const id = await survey();
    await expect(takeBallots(archive, id, '%PDF-1.7')).rejects.toMatchObject({
      data: { reason: 'not-ballots' },
    });
    const closed = await survey({ closedOn: '2026-08-01' });
    await expect(takeBallots(archive, closed, fileOf(closed))).rejects.toMatchObject({
      code: 'SURVEY_CLOSED',
    });
    const counts = await survey({ entry: 'counts' });
    await expect(takeBallots(archive, counts, fileOf(counts))).rejects.toMatchObject({
      data: { reason: 'counts' },
    });
  });
});

test('the page carries the questions, asks no network, and no text of a clerk ends its script', async () => {
  const id = await survey({ items: ['</script><script>alert(1)</script>', '活动开展 $& $1'] });
  const file = await makeBallotPage(archive, id, 'units');
  expect(file.name).toBe('测评页_阳光里夕阳红舞蹈队_辖区单位.html');
  const page = await file.text();
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:|<script>alert/);
  const told = /id="survey">(.*?)<\/script>/su.exec(page)?.[1] ?? '';
  expect(JSON.parse(told)).toEqual({
    surveyId: id,
    group: 'units',
    groupName: '辖区单位',
    organization: '阳光里夕阳红舞蹈队',
    title: '记录',
    items: ['</script><script>alert(1)</script>', '活动开展 $& $1'],
  });
});

test('ballots beyond what a group can hold are refused, and the survey can still be read', async () => {
  const id = await survey();
  const sheets = Array.from({ length: 1500 }, () => 'ss');
  await takeBallots(archive, id, fileOf(id, { sheets }));
  await expect(takeBallots(archive, id, fileOf(id, { batch: 'f'.repeat(32), sheets }))).rejects.toMatchObject(
    { code: 'BALLOTS_REFUSED', data: { reason: 'too-many' } },
  );
  const { content } = await readRecord(archive, id);
  expect(content).toMatchObject({ groups: { residents: { returned: 1500 } } });
});
