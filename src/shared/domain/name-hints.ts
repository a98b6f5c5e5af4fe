/** A word in a name or scope that published local rules do not allow, with its reason and source. */
export interface NameHint {
  readonly word: string;
  readonly reason: string;
  readonly source: string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly source: string;
}

const exclusions = '多地备案规则的不予备案情形';
const redLines = '社区社会组织禁止行为';

/** Words that clerks should look at twice (FEATURES A16). Hints only: nothing is refused because of them. */
const rules: readonly Rule[] = [
  { pattern: /业主委员会|业委会/u, reason: '业主委员会不属于社区社会组织', source: exclusions },
  {
    pattern: /居委会|村委会|居民委员会|村民委员会/u,
    reason: '居（村）委会及其工作机构不属于社区社会组织',
    source: exclusions,
  },
  { pattern: /楼栋|楼门|楼长/u, reason: '楼栋自治组织不单独备案', source: exclusions },
  {
    pattern: /公司|商行|工厂|超市连锁|专卖|代理店/u,
    reason: '营利组织不能备案为社区社会组织',
    source: exclusions,
  },
  { pattern: /分会|分队|分社|分部/u, reason: '社区社会组织不得设立分支机构', source: redLines },
  { pattern: /中国|全国|国际|世界/u, reason: '名称不应超出备案的活动地域', source: redLines },
  { pattern: /收费|投资|理财|贷款|彩票/u, reason: '不得从事营利性经营活动', source: redLines },
];

/** Red-line and exclusion words found in a text, in the order of the rules. */
export const nameHints = (text: string): readonly NameHint[] =>
  rules.flatMap(({ pattern, reason, source }) => {
    const word = pattern.exec(text)?.[0];
    return word === undefined ? [] : [{ word, reason, source }];
  });

/** A name without what brackets, spaces and width make of it. */
export const bareName = (name: string): string =>
  name.normalize('NFKC').replaceAll(/[\s·“”"'（）()《》-]/g, '');

/** Pairs of neighbouring characters: what likeness of names is measured by. */
export const neighbourPairs = (text: string): ReadonlySet<string> => {
  const all = [...text];
  return new Set(all.slice(1).map((character, index) => `${all[index]}${character}`));
};

/**
 * How alike two names are, 0–1: shared neighbouring characters over all (Dice). 1 means the same but for spaces,
 * brackets and width.
 */
export const nameSimilarity = (a: string, b: string): number => {
  const [left, right] = [bareName(a), bareName(b)];
  if (left === right) return 1;
  const [pairsLeft, pairsRight] = [neighbourPairs(left), neighbourPairs(right)];
  const shared = [...pairsLeft].filter((pair) => pairsRight.has(pair)).length;
  const all = pairsLeft.size + pairsRight.size;
  return all === 0 ? 0 : (2 * shared) / all;
};
