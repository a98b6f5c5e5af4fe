import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPaper } from '../../../src/core/services/dossier-files.ts';
import { readOfficeParts, writeOfficeParts } from '../../../src/core/services/office-parts.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const fresh = (name: string) => ({ id: null, name, retired: false });

test('parts keep their ids through renaming and changing places', async () => {
  const [one, two] = await writeOfficeParts(archive, [fresh('活动记录'), fresh('荣誉')]);
  if (one === undefined || two === undefined) throw new Error('not saved');
  const again = [
    { ...two, name: '活动记录' },
    { ...one, name: '荣誉', retired: true },
  ];
  expect(await writeOfficeParts(archive, again)).toEqual(again);
  expect(await readOfficeParts(archive)).toEqual(again);
});

test('a name stands once, also beside the five parts of the policy', async () => {
  for (const names of [['荣誉', '荣誉'], ['信息公开']]) {
    await expect(writeOfficeParts(archive, names.map(fresh))).rejects.toMatchObject({
      code: 'INVALID_VALUE',
    });
  }
});

test('a part with papers in it cannot go, but be retired', async () => {
  const team = await enterOrganization(archive);
  const [part] = await writeOfficeParts(archive, [fresh('荣誉')]);
  if (part === undefined) throw new Error('not saved');
  await addPaper(archive, {
    target: { to: 'dossier', organizationId: team, part: part.id, recordId: null, title: '奖状', note: null },
    file: new File([samplePdf({ pages: [squarePage] })], '奖状.pdf'),
    evenIfSame: false,
  });
  await expect(writeOfficeParts(archive, [])).rejects.toMatchObject({
    code: 'OFFICE_PART_USED',
    data: { name: '荣誉' },
  });
  expect(await writeOfficeParts(archive, [{ ...part, retired: true }])).toEqual([{ ...part, retired: true }]);
});
