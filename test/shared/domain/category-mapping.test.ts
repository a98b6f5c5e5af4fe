import { describe, expect, test } from 'vitest';
import {
  defaultCategoryMapping,
  proposedCategory,
  withProposals,
} from '../../../src/shared/domain/category-mapping.ts';
import { categories, type Categories } from '../../../src/shared/domain/organization.ts';

const none: Categories = { 'four-class': null, domain: null, 'six-class': null, nature: null };
const propose = (scheme: keyof Categories, known: Partial<Categories>, text = '') =>
  proposedCategory(scheme, { ...none, ...known }, text, defaultCategoryMapping);

describe('a category of one scheme', () => {
  test.each([
    ['domain', { 'four-class': 'culture-sports' }, '舞蹈队', 'civility'],
    ['domain', { 'four-class': 'community-affairs' }, '居民议事会', 'consultation'],
    ['domain', { 'four-class': 'community-affairs' }, '平安巡逻队', 'safe-community'],
    ['six-class', { 'four-class': 'community-affairs' }, '老娘舅调解室', 'harmony'],
    ['nature', { 'four-class': 'living-service' }, '邻里互助社', 'mutual-aid'],
    ['nature', { 'four-class': 'living-service' }, '便民服务队', 'service'],
    ['nature', { 'four-class': 'culture-sports' }, '合唱团', null],
    ['four-class', { domain: 'service-supply' }, '爱心志愿队', 'public-welfare'],
    ['four-class', { domain: 'service-supply' }, '理发服务队', 'living-service'],
    ['four-class', { 'six-class': 'hub' }, '联合会', null],
    ['domain', {}, '平安巡逻队', null],
    ['domain', { domain: 'civility', 'four-class': 'living-service' }, '', null],
  ] as const)('%s from %o of %s is %s', (scheme, known, text, expected) => {
    expect(propose(scheme, known, text)).toBe(expected);
  });
});

test('every rule leads from and to a category that its scheme knows', () => {
  for (const { from, to } of defaultCategoryMapping) {
    for (const { scheme, code } of [from, to]) {
      expect(categories.shape[scheme].safeParse(code).success, `${scheme}:${code}`).toBe(true);
    }
  }
});

test('a code of a rule pack that no scheme knows is not proposed', () => {
  const mapping = [
    { from: { scheme: 'domain', code: 'civility' }, to: { scheme: 'four-class', code: 'dance' }, words: [] },
  ] as const;
  const known = { ...none, domain: 'civility' } as const;
  expect(
    proposedCategory(
      'four-class',
      known,
      '',
      mapping.map((each) => ({ ...each, words: [] })),
    ),
  ).toBeNull();
});

test('what is known stays, what follows is filled in', () => {
  const known: Categories = { ...none, 'four-class': 'culture-sports', domain: 'service-supply' };
  expect(withProposals(known, '合唱团', defaultCategoryMapping)).toEqual({
    'four-class': 'culture-sports',
    domain: 'service-supply',
    'six-class': 'culture-sports',
    nature: null,
  });
});
