import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import { documentsRoutes } from '../../../src/core/routes/documents.ts';
import { templatesRoutes } from '../../../src/core/routes/templates.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { wordText, zipParts } from '../../support/document-text.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { zipBytes } from '../../support/workbooks.ts';
import { openSession } from '../../support/open-session.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const context = () => {
  const open: OpenArchive = archive;
  return { session: openSession(open), ports: open.ports };
};
const templates = () => createRouterClient(templatesRoutes, { context: context() });

const changed = async (file: File, from: string, to: string): Promise<File> => {
  const parts = await zipParts(new Uint8Array(await file.arrayBuffer()));
  const all = Object.fromEntries(
    [...parts].map(([path, bytes]) => [
      path,
      path === 'word/document.xml' ? bytes.toString('utf8').replace(from, to) : new Uint8Array(bytes),
    ]),
  );
  return new File([new Uint8Array(await zipBytes(all))], '本单位证书.docx');
};

const certificateWords = async (organizationId: string): Promise<string> => {
  const documents = createRouterClient(documentsRoutes, { context: context() });
  let fileId = '';
  const target = { kind: 'certificate', format: 'docx', seal: null, mark: null, issue: null } as const;
  for await (const event of await documents.make({ ...target, subjectIds: [organizationId] }))
    if (event.type === 'result') fileId = event.result.fileId;
  const file = await documents.takeFile({ fileId });
  return (await wordText(new Uint8Array(await file.arrayBuffer()))).join('\n');
};

it('an own template wins for Word files until it is withdrawn; versions stay, mistakes keep the one before', async () => {
  archive.ports.clock.set('2026-11-23T01:00:00.000Z');
  const { id, organizationId } = await startTeam(archive, '阳光里夕阳红舞蹈队');
  await takeSteps(archive, id, upToCertificate);
  const exported = await templates().exportFile({ kind: 'certificate' });
  expect(exported.name).toBe('备案证书_模板.docx');

  const first = await changed(exported, '经审核，同意备案。', '本街道准予备案。');
  expect(await templates().importFile({ kind: 'certificate', file: first })).toEqual({
    saved: true,
    flaws: [],
  });
  const words = await certificateWords(organizationId);
  expect(words).toContain('本街道准予备案。');
  expect(words).toContain('阳光里夕阳红舞蹈队');
  expect(words).not.toMatch(/[{}]/);

  const mistaken = await changed(exported, '{负责人}', '{队长}');
  expect(await templates().importFile({ kind: 'certificate', file: mistaken })).toEqual({
    saved: false,
    flaws: [
      { kind: 'unknown', name: '队长' },
      { kind: 'missing', name: '负责人' },
    ],
  });
  expect(await certificateWords(organizationId)).toContain('本街道准予备案。');
  const macros = new File([new Uint8Array(await zipBytes({ 'word/vbaProject.bin': 'x' }))], 'a.docx');
  await expect(templates().importFile({ kind: 'certificate', file: macros })).rejects.toMatchObject({
    code: 'TEMPLATE_REFUSED',
    data: { reason: 'macro' },
  });

  archive.ports.clock.set('2026-11-24T01:00:00.000Z');
  const second = await changed(exported, '经审核，同意备案。', '第二版措辞。');
  await templates().importFile({ kind: 'certificate', file: second });
  const { versions } = await templates().list();
  expect(versions).toMatchObject([
    { kind: 'certificate', version: 2, fileName: '本单位证书.docx', withdrawnAt: null },
    { kind: 'certificate', version: 1, withdrawnAt: '2026-11-24T01:00:00.000Z' },
  ]);
  expect(await certificateWords(organizationId)).toContain('第二版措辞。');
  const taken = await templates().versionFile({ id: versions[1]!.id });
  expect((await wordText(new Uint8Array(await taken.arrayBuffer()))).join('')).toContain('本街道准予备案。');

  await templates().withdraw({ kind: 'certificate' });
  expect(await certificateWords(organizationId)).toContain('经审核，同意备案。');
  expect((await templates().list()).versions).toHaveLength(2);
});

it('shows every kind from invented data, and refuses templates of kinds that compose their sentences', async () => {
  const { html } = await templates().sample({ kind: 'charter' });
  expect(html.includes('第三十七条')).toBe(true);
  await expect(templates().exportFile({ kind: 'charter' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
