import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { listPaperSubjects, papersOfOrganization } from '../../../src/core/services/paper-subjects.ts';
import { documentKind, isKindOn } from '../../../src/shared/domain/document.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { recordInputOf, reportOf, surveyOf } from '../../support/sample-records.ts';

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
