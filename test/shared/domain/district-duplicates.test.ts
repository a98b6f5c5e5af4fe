import { expect, test } from 'vitest';
import { findDuplicates } from '../../../src/shared/domain/district-duplicates.ts';
import type { DistrictOrganization } from '../../../src/shared/domain/district-ledger.ts';
import { nameSimilarity } from '../../../src/shared/domain/name-hints.ts';
import { diceOf } from '../../../scripts/street-dice.ts';

let made = 0;
const organization = (streetCode: string, more: Partial<DistrictOrganization>): DistrictOrganization => ({
  streetCode,
  streetName: `${streetCode}街道`,
  id: `id-${made++}`,
  name: `第${made}队`,
  community: `第${made}社区`,
  communityCode: `${streetCode}001`,
  category: null,
  status: 'filed',
  filingNumber: null,
  filedOn: null,
  responsiblePerson: null,
  maskedPhone: null,
  members: 10,
  partyMembers: 0,
  filed: 0,
  changed: 0,
  ended: 0,
  dispositions: 0,
  proposedRegistration: false,
  ...more,
});
const [east, west] = ['990101001', '990101002'];

test('what two streets may both have reported is listed with why, the surest first', () => {
  const groups = findDuplicates([
    organization(east, { name: '夕阳红舞蹈队', community: '阳光里社区' }),
    organization(west, { name: '夕阳红 舞蹈队', community: '阳光里社区' }),
    organization(east, { filingNumber: '新河街社备[2026]1号' }),
    organization(west, { filingNumber: '新河街社备〔２０２６〕１号' }),
    organization(east, { responsiblePerson: '王敏', maskedPhone: '138****1234' }),
    organization(west, { responsiblePerson: '王敏', maskedPhone: '138****1234' }),
    organization(east, { responsiblePerson: '李强' }),
    organization(west, { responsiblePerson: '李强' }),
    organization(east, { name: '和平里梅花书画研究社' }),
    organization(west, { name: '和平里梅花书画研究会' }),
    organization(east, { name: '常青合唱团' }),
    organization(east, { name: '常青合唱团' }),
  ]);
  expect(groups.map(({ reason, shared, likeness }) => [reason, shared, likeness])).toEqual([
    ['filing-number', '新河街社备〔2026〕1号', 1],
    ['name-and-community', '夕阳红舞蹈队（阳光里社区）', 1],
    ['responsible-person', '王敏 138****1234', 1],
    ['similar-name', '和平里梅花书画研究社 / 和平里梅花书画研究会', 0.89],
  ]);
  expect(groups.every(({ organizations }) => organizations.length === 2)).toBe(true);
});

test('of names that are near, none is missed by not comparing all with all', () => {
  const dice = diceOf(7);
  const names = Array.from(
    { length: 400 },
    (_, at) =>
      `${dice.pick(['夕阳红', '百姓', '和谐里'])}${dice.pick(['快乐', '文化', ''])}${at % 3 === 0 ? dice.below(9) : ''}${dice.pick(['舞蹈', '书画', '志愿服务'])}${dice.pick(['队', '社', '团'])}`,
  );
  const all = names.map((name, at) => organization(at % 2 === 0 ? east : west, { name }));
  const found = findDuplicates(all).filter(({ likeness }) => likeness < 1);
  const unique = [...new Set(names)];
  const streetsOf = (name: string) =>
    new Set(all.filter((each) => each.name === name).map(({ streetCode }) => streetCode));
  const wanted = unique.flatMap((one, at) =>
    unique
      .slice(at + 1)
      .filter(
        (other) =>
          nameSimilarity(one, other) >= 0.85 && new Set([...streetsOf(one), ...streetsOf(other)]).size > 1,
      ),
  );
  expect(wanted.length).toBeGreaterThan(5);
  expect(found).toHaveLength(wanted.length);
});
