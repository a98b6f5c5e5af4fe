import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPaper, removePaper, restorePaper } from '../../../src/core/services/dossier-files.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { writeOfficeParts } from '../../../src/core/services/office-parts.ts';
import { readRequiredPapers, writeRequiredPapers } from '../../../src/core/services/required-papers.ts';
import { listOrganizations } from '../../../src/core/services/organizations.ts';
import { emptyFilter } from '../../../src/renderer/features/organizations/list-state.ts';
import type { FilePart } from '../../../src/shared/domain/dossier-file.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let archive: TestArchive;
let team: OrganizationId;
let honours: FilePart;
beforeAll(async () => {
  archive = await openTestArchive();
  team = await filedTeam(archive);
  const [part] = await writeOfficeParts(archive, [{ id: null, name: '荣誉', retired: false }]);
  honours = part!.id;
});
afterAll(() => archive.close());

const standing = async (id = team) => {
  const { gaps, parts, completeness } = await readDossier(archive, id);
  return {
    gap: gaps.find(({ code }) => code === 'required-paper')?.title ?? null,
    disclosures: parts.find(({ part }) => part === 'disclosures')?.percent,
    completeness,
  };
};
const paper = async (part: FilePart, title: string) => {
  const { file } = await addPaper(archive, {
    target: { to: 'dossier', organizationId: team, part, recordId: null, title, note: null },
    file: new File([samplePdf({ pages: [`${squarePage} % ${title}`] })], `${title}.pdf`),
    evenIfSame: true,
  });
  return file!.id;
};

test('what the office wants counts in completeness until it is there, and again when it is removed', async () => {
  const before = await standing();
  expect(before.gap).toBeNull();
  await writeRequiredPapers(archive, [
    { part: 'disclosures', title: '公开照片' },
    { part: honours, title: '荣誉证书' },
  ]);
  const lacking = await standing();
  expect(lacking.gap).toBe('缺“公开照片”等 2 份本单位要求的材料');
  expect(lacking.completeness).toBeLessThan(before.completeness);
  expect(lacking.disclosures).toBeLessThan(before.disclosures ?? 0);
  const listed = async () =>
    (
      await listOrganizations(archive, {
        filter: { ...emptyFilter, lacking: 'required-paper' },
        sort: { by: 'name', descending: false },
        offset: 0,
        limit: 10,
      })
    ).rows.map(({ id }) => id);
  expect(await listed()).toEqual([team]);
  // In another part it is not where it belongs.
  await paper('dispositions', '公开照片');
  expect((await standing()).gap).toBe('缺“公开照片”等 2 份本单位要求的材料');
  await paper('disclosures', '2026年公开照片（张贴）');
  expect((await standing()).gap).toBe('缺“荣誉证书”');
  const last = await paper(honours, '荣誉证书');
  expect(await listed()).toEqual([]);
  expect((await standing()).disclosures).toBe(before.disclosures);
  await removePaper(archive, last);
  expect(await listed()).toEqual([team]);
  await restorePaper(archive, last);
  expect(await listed()).toEqual([]);
});

test('nothing is asked of those that have ended, nor for a part that is kept no more', async () => {
  const ended = await filedTeam(archive, '和平里太极拳队');
  await dissolveTeam(archive, ended);
  expect((await standing(ended)).gap).toBeNull();
  await writeRequiredPapers(archive, [{ part: honours, title: '没有人有的' }]);
  expect((await standing()).gap).toBe('缺“没有人有的”');
  await writeOfficeParts(archive, [{ id: honours as never, name: '荣誉', retired: true }]);
  expect((await standing()).gap).toBeNull();
});

test('refuses the same paper twice and a part that is not there', async () => {
  const before = await readRequiredPapers(archive);
  const one = { part: 'roster', title: '照片' } as const;
  await expect(writeRequiredPapers(archive, [one, one])).rejects.toMatchObject({ code: 'INVALID_VALUE' });
  await expect(
    writeRequiredPapers(archive, [one, { part: 'part-gone' as never, title: '照片' }]),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await readRequiredPapers(archive)).toEqual(before);
});
