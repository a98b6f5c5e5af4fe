import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import {
  answerObjection,
  publishDisclosure,
  receiveObjection,
} from '../../../src/core/services/disclosures.ts';
import { takeSnapshot } from '../../../src/core/services/roster-snapshots.ts';
import { rosterSubject } from '../../../src/shared/domain/roster-paper.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { listPaperSubjects, papersOfOrganization } from '../../../src/core/services/paper-subjects.ts';
import { documentKind, isKindOn } from '../../../src/shared/domain/document.ts';
import { htmlText } from '../../support/document-text.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import {
  disclosureOf,
  dispositionOf,
  recordInputOf,
  reportOf,
  surveyOf,
} from '../../support/sample-records.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-11-23T01:00:00.000Z');
});
afterEach(() => archive.close());

test('every paper that is offered of an organization can be printed', async () => {
  const { id, organizationId } = await startTeam(archive);
  await takeSteps(archive, id, upToCertificate);
  await storeRecord(archive, { id: null, record: recordInputOf(organizationId, reportOf()) });
  await storeRecord(archive, { id: null, record: recordInputOf(organizationId, surveyOf()) });
  const offered = await papersOfOrganization(archive, organizationId);
  expect(offered.map(({ kind }) => kind)).toEqual([
    'application',
    'committee-opinion',
    'filing-notice',
    'approval',
    'certificate-receipt',
    'copies-receipt',
    'loss-statement',
    'work-report',
    'survey-ballot',
    'survey-result',
  ]);
  for (const { kind, subjectId } of offered) {
    const [paper] = await paperTemplates[kind].prepare(archive, [subjectId]);
    expect(paper, kind).toMatchObject({ subjectId, organizationId, lacking: [] });
    expect(paper?.build(null).blocks.length, kind).toBeGreaterThan(0);
  }
});

test('subjects are found by a part of the name, newest first, a page at a time', async () => {
  await startTeam(archive, '阳光里夕阳红舞蹈队');
  await startTeam(archive, '阳光里百灵合唱队');
  const all = await listPaperSubjects(archive, { kind: 'application', text: '', offset: 0, limit: 1 });
  expect(all.total).toBe(2);
  expect(all.rows).toHaveLength(1);
  const found = await listPaperSubjects(archive, { kind: 'application', text: '百灵', offset: 0, limit: 10 });
  expect(found.rows).toMatchObject([{ name: '阳光里百灵合唱队', detail: '2026年11月23日　首次备案' }]);
  const communities = await listPaperSubjects(archive, {
    kind: 'gap-letter',
    text: '阳光',
    offset: 0,
    limit: 10,
  });
  expect(communities.rows.map(({ name }) => name)).toEqual(['阳光里社区']);
});

test('papers of an organization as a whole, and of a community, are read from the archive', async () => {
  const { organizationId } = await startTeam(archive);
  const boards = await listPaperSubjects(archive, { kind: 'notice-board', text: '', offset: 0, limit: 1 });
  const subjects = { organization: organizationId, community: boards.rows[0]!.subjectId };
  const kinds = documentKind.options.filter(
    (kind) => isKindOn(kind, 'organization') || isKindOn(kind, 'community'),
  );
  expect(kinds.length).toBeGreaterThan(15);
  for (const kind of kinds) {
    const id = subjects[isKindOn(kind, 'organization') ? 'organization' : 'community'];
    const [paper] = await paperTemplates[kind].prepare(archive, [id]);
    // A certificate is the one paper that must not be printed before there is a number.
    if (kind === 'certificate') expect(paper?.lacking).toEqual(['备案号', '发证日期']);
    else expect(renderHtml([paper!.build(null)]), kind).toContain('阳光里');
  }
});

test('a paper of a subject of another kind is refused', async () => {
  const { organizationId } = await startTeam(archive);
  await expect(paperTemplates.approval.prepare(archive, [organizationId])).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const { id } = await storeRecord(archive, {
    id: null,
    record: recordInputOf(organizationId, reportOf()),
  });
  await expect(paperTemplates['survey-ballot'].prepare(archive, [id])).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a letter of praise says what was recorded, of whom, on which day; other dispositions have none', async () => {
  const { organizationId } = await startTeam(archive);
  const praise = dispositionOf({
    type: 'praise',
    commendation: {
      form: 'letter',
      facts: '每周为独居老人送菜上门，电话13812345678。',
      presentedOn: '2026-11-20',
      receivedBy: null,
    },
  });
  const { id } = await storeRecord(archive, { id: null, record: recordInputOf(organizationId, praise) });
  const [letter] = await paperTemplates['commendation-letter'].prepare(archive, [id]);
  const words = htmlText(renderHtml([letter!.build(null)])).join('');
  expect(words).toContain('每周为独居老人送菜上门');
  expect(words).toContain('新河街道办事处');
  expect(words).toContain('2026年11月20日');
  expect(words).not.toContain('13812345678');
  const warning = dispositionOf({ type: 'warn' });
  const other = await storeRecord(archive, { id: null, record: recordInputOf(organizationId, warning) });
  await expect(paperTemplates['commendation-letter'].prepare(archive, [other.id])).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('an objection to a disclosure is answered on paper, once there is one', async () => {
  const { organizationId } = await startTeam(archive);
  const { id } = await storeRecord(archive, {
    id: null,
    record: recordInputOf(organizationId, disclosureOf(), { title: '上半年财务收支公开' }),
  });
  const offered = async () =>
    (await papersOfOrganization(archive, organizationId))
      .filter(({ subjectId }) => subjectId === id)
      .map(({ kind }) => kind);
  expect(await offered()).toEqual(['disclosure-sheet']);
  await publishDisclosure(archive, { id, reason: null, seen: true });
  await receiveObjection(archive, {
    id,
    receivedOn: '2026-11-20',
    objector: '李居民',
    body: '音响维修有发票吗？',
  });
  await answerObjection(archive, {
    id,
    index: 0,
    answer: '有，已补充张贴。',
    answeredOn: '2026-11-22',
    answeredBy: '王桂英',
  });
  expect(await offered()).toEqual(['disclosure-sheet', 'disclosure-answer']);
  const [answer] = await paperTemplates['disclosure-answer'].prepare(archive, [id]);
  const words = htmlText(renderHtml([answer!.build(null)])).join('');
  expect(words).toContain('李居民：');
  expect(words).toContain('公开的“上半年财务收支公开”提出的异议收悉。您反映：音响维修有发票吗？');
  expect(words).toContain('有，已补充张贴。');
  expect(answer?.blank).toEqual([]);
});

test('a roster of another day, and one that was stored, are printed like any other paper', async () => {
  const { organizationId } = await startTeam(archive);
  const other = await startTeam(archive, '阳光里百灵合唱队');
  const stored = await takeSnapshot(archive, { organizationId, asOf: '2026-06-30' });
  const said = async (subject: string) => {
    const [paper] = await paperTemplates['roster-full'].prepare(archive, [subject]);
    expect(paper).toMatchObject({ subjectId: subject, organizationId });
    return htmlText(renderHtml([paper!.build(null)])).join('');
  };
  expect(await said(organizationId)).toContain('2026年11月23日');
  expect(await said(rosterSubject(organizationId, '2025-12-31'))).toContain('2025年12月31日');
  expect(await said(rosterSubject(organizationId, stored.id))).toContain('2026年6月30日');
  const foreign = rosterSubject(other.organizationId, stored.id);
  await expect(paperTemplates['roster-full'].prepare(archive, [foreign])).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
