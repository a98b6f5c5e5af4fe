import type { DistrictOrganization, DuplicateGroup, DuplicateReason } from './district-ledger.ts';
import { canonicalFilingNumber } from './filing-number.ts';
import { bareName, nameSimilarity } from './name-hints.ts';

type Organization = DistrictOrganization;

/** Above this, names of two streets are told apart only by reading twice. */
const nearlySame = 0.85;
const mostGroups = 500;

const overStreets = (organizations: readonly Organization[]): boolean =>
  new Set(organizations.map(({ streetCode }) => streetCode)).size > 1;

/** Organizations of several streets that share a key. */
const sharing = (
  organizations: readonly Organization[],
  reason: DuplicateReason,
  keyOf: (organization: Organization) => string | null,
): DuplicateGroup[] =>
  [...Map.groupBy(organizations, keyOf)].flatMap(([shared, of]) =>
    shared === null || !overStreets(of) ? [] : [{ reason, shared, likeness: 1, organizations: of }],
  );

const pairsOf = (name: string): readonly string[] => {
  const all = [...name];
  return [...new Set(all.slice(1).map((character, index) => `${all[index]}${character}`))];
};

/**
 * Pairs of names that may be nearly the same. Two names as alike as `nearlySame` share one of the rarest pairs of
 * characters of each (prefix filtering), so that only those are compared.
 */
function* candidatePairs(names: readonly string[]): Generator<readonly [string, string]> {
  const pairs = new Map(names.map((name) => [name, pairsOf(name)]));
  const frequency = new Map<string, number>();
  for (const of of pairs.values()) for (const pair of of) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const byPair = new Map<string, string[]>();
  for (const [name, of] of pairs) {
    const rarest = [...of].sort(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const leastShared = Math.ceil((nearlySame / (2 - nearlySame)) * of.length);
    const met = new Set<string>();
    for (const pair of rarest.slice(0, of.length - leastShared + 1)) {
      for (const other of byPair.get(pair) ?? []) {
        if (met.has(other)) continue;
        met.add(other);
        yield [other, name];
      }
      byPair.set(pair, [...(byPair.get(pair) ?? []), name]);
    }
  }
}

/** Names of different streets that are the same but for spaces and brackets, or nearly. */
const similarNames = (organizations: readonly Organization[]): DuplicateGroup[] => {
  const byName = Map.groupBy(organizations, ({ name }) => bareName(name));
  const same = [...byName].flatMap(([, of]): DuplicateGroup[] => {
    const inOneCommunity = new Set(of.map(({ community }) => community)).size === 1;
    if (!overStreets(of) || inOneCommunity) return [];
    return [{ reason: 'similar-name', shared: of[0]?.name ?? '', likeness: 1, organizations: of }];
  });
  const near = [...candidatePairs([...byName.keys()])].flatMap(([one, other]): DuplicateGroup[] => {
    const likeness = nameSimilarity(one, other);
    const of = [...(byName.get(one) ?? []), ...(byName.get(other) ?? [])];
    if (likeness < nearlySame || !overStreets(of)) return [];
    return [
      {
        reason: 'similar-name',
        shared: [one, other].map((name) => byName.get(name)?.[0]?.name ?? '').join(' / '),
        likeness: Math.round(likeness * 100) / 100,
        organizations: of,
      },
    ];
  });
  return [...same, ...near.sort((a, b) => b.likeness - a.likeness)];
};

/**
 * Organizations that may have been reported by two streets: the same filing number, the same name in a community of the
 * same name, the same responsible person with the same (masked) phone, or names that are alike. The surest first.
 *
 * @param organizations of one period, those that stand
 */
export const findDuplicates = (organizations: readonly Organization[]): DuplicateGroup[] =>
  [
    ...sharing(organizations, 'filing-number', ({ filingNumber }) =>
      filingNumber === null ? null : canonicalFilingNumber(filingNumber),
    ),
    ...sharing(
      organizations,
      'name-and-community',
      ({ name, community }) => `${bareName(name)}（${bareName(community)}）`,
    ),
    ...sharing(organizations, 'responsible-person', ({ responsiblePerson, maskedPhone }) =>
      responsiblePerson === null || maskedPhone === null || !/\d{4}/.test(maskedPhone)
        ? null
        : `${responsiblePerson} ${maskedPhone}`,
    ),
    ...similarNames(organizations),
  ].slice(0, mostGroups);
