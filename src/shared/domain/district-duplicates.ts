import type { DistrictOrganization, DuplicateGroup, DuplicateReason } from './district-ledger.ts';
import { canonicalFilingNumber } from './filing-number.ts';
import { bareName, neighbourPairs } from './name-hints.ts';

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

interface NearNames {
  readonly one: string;
  readonly other: string;
  readonly likeness: number;
}

/** The pairs of neighbouring characters of a name, the rarest of all names first. */
const pairsByRarity = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const pairs = new Map(names.map((name) => [name, [...neighbourPairs(name)]]));
  const frequency = new Map<string, number>();
  for (const of of pairs.values()) for (const pair of of) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const rarity = (one: string, other: string): number =>
    (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0) || (one < other ? -1 : 1);
  return new Map([...pairs].map(([name, of]) => [name, of.sort(rarity)]));
};

const likenessOf = (left: ReadonlySet<string>, right: readonly string[]): number =>
  (2 * right.filter((pair) => left.has(pair)).length) / (left.size + right.length);

/**
 * Names that are nearly the same (Dice, as `nameSimilarity` measures it). Two names as alike as `nearlySame` share one of
 * the rarest pairs of each (prefix filtering), so that only those are compared.
 */
const nearNames = (names: readonly string[]): NearNames[] => {
  const pairs = pairsByRarity(names);
  const sets = new Map([...pairs].map(([name, of]) => [name, new Set(of)]));
  const byPair = new Map<string, string[]>();
  const near: NearNames[] = [];
  for (const [name, of] of pairs) {
    const leastShared = Math.ceil((nearlySame / (2 - nearlySame)) * of.length);
    const met = new Set<string>();
    for (const pair of of.slice(0, of.length - leastShared + 1)) {
      const known = byPair.get(pair) ?? [];
      for (const other of known) met.add(other);
      known.push(name);
      byPair.set(pair, known);
    }
    met.delete(name);
    for (const other of met) {
      const likeness = likenessOf(sets.get(other) ?? new Set(), of);
      if (likeness >= nearlySame) near.push({ one: other, other: name, likeness });
    }
  }
  return near;
};

/** Names of different streets that are the same but for spaces and brackets, or nearly. */
const similarNames = (organizations: readonly Organization[]): DuplicateGroup[] => {
  const byName = Map.groupBy(organizations, ({ name }) => bareName(name));
  const same = [...byName].flatMap(([, of]): DuplicateGroup[] => {
    const inOneCommunity = new Set(of.map(({ community }) => community)).size === 1;
    if (!overStreets(of) || inOneCommunity) return [];
    return [{ reason: 'similar-name', shared: of[0]?.name ?? '', likeness: 1, organizations: of }];
  });
  const near = nearNames([...byName.keys()]).flatMap(({ one, other, likeness }): DuplicateGroup[] => {
    const of = [...(byName.get(one) ?? []), ...(byName.get(other) ?? [])];
    if (!overStreets(of)) return [];
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
