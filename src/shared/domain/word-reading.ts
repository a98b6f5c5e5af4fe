import type { Categories, CategoryScheme, FallbackPartyKind } from './organization.ts';
import type { MemberRole, PoliticalStatus, Sex } from './person.ts';
import {
  domainCategoryLabels,
  fourClassLabels,
  natureLabels,
  sixClassLabels,
} from '../labels/organization.ts';
import { memberRoleLabels, politicalStatusLabels, sexLabels } from '../labels/person.ts';
import { characterCount, isPlaceholder, narrow, withoutInvisible, withoutSpaces } from './plain-text.ts';
import { empty, refused, valueOf, type Reading } from './reading.ts';

/** Other words that offices use for a code; each is taken, and named as a change. */
type Synonyms<Code extends string> = Readonly<Record<Code, readonly string[]>>;
type Labels<Code extends string> = Readonly<Record<Code, string>>;

interface Known<Code extends string> {
  readonly code: Code;
  readonly official: boolean;
}

const indexOf = <Code extends string>(
  labels: Labels<Code>,
  synonyms: Synonyms<Code>,
): ReadonlyMap<string, Known<Code>> => {
  const codes = Object.keys(labels) as Code[];
  const others = codes.flatMap((code) =>
    synonyms[code].map((word): [string, Known<Code>] => [word, { code, official: false }]),
  );
  const official = codes.map((code): [string, Known<Code>] => [labels[code], { code, official: true }]);
  return new Map([...others, ...official]);
};

const plainWord = (cell: string): string => withoutSpaces(narrow(withoutInvisible(cell)));

const readCode = <Code extends string>(
  cell: string,
  known: ReadonlyMap<string, Known<Code>>,
): Reading<Code> => {
  const word = plainWord(cell);
  if (word === '' || isPlaceholder(word)) return empty;
  const found = known.get(word);
  if (!found) return refused('value-unknown');
  return valueOf(found.code, found.official && word === cell ? [] : ['word-normalized']);
};

const sexes = indexOf<Sex>(sexLabels, { male: ['男性', '男士', 'M'], female: ['女性', '女士', 'F'] });

export const readSex = (cell: string): Reading<Sex> => readCode(cell, sexes);

const politicalStatuses = indexOf<PoliticalStatus>(politicalStatusLabels, {
  'party-member': ['党员', '共产党员', '中国共产党党员', '正式党员'],
  'probationary-party-member': ['预备党员', '中国共产党预备党员'],
  'youth-league-member': ['团员', '中国共产主义青年团团员'],
  'democratic-party-member': [
    '民主党派',
    '民革党员',
    '民盟盟员',
    '民建会员',
    '民进会员',
    '农工党党员',
    '致公党党员',
    '九三学社社员',
    '台盟盟员',
  ],
  'non-affiliated': ['无党派', '无党派民主人士'],
  masses: ['普通群众', '普通居民', '居民', '普通公民'],
});

export const readPoliticalStatus = (cell: string): Reading<PoliticalStatus> =>
  readCode(cell, politicalStatuses);

const roles = indexOf<MemberRole>(memberRoleLabels, {
  'responsible-person': [
    '主要负责人',
    '队长',
    '团长',
    '会长',
    '社长',
    '理事长',
    '主任',
    '组长',
    '召集人',
    '站长',
  ],
  deputy: ['副队长', '副团长', '副会长', '副社长', '副理事长', '副主任', '副组长', '副站长'],
  liaison: ['联系人', '联络人', '秘书', '秘书长'],
  accountant: ['财务', '财务人员', '出纳', '财务负责人'],
  backbone: ['骨干成员', '骨干志愿者', '核心成员', '理事'],
  member: ['队员', '会员', '团员', '社员', '组员', '志愿者', '普通成员'],
});

/** A role as coded, and the office's own word where it says more than the code (队长, 秘书长). */
export interface RoleReading {
  readonly role: MemberRole;
  readonly title: string | null;
}

const longestTitle = 20;

/**
 * Reads 职务. The office's own word is kept beside the code. A word without a code of its own (顾问, 宣传员) makes a
 * member of that title, named as a change; only what is too long for a title is refused.
 */
export const readRole = (cell: string): Reading<RoleReading> => {
  const word = plainWord(cell);
  const reading = readCode(cell, roles);
  if (reading.kind === 'empty') return reading;
  if (reading.kind === 'refused') {
    return characterCount(word) > longestTitle
      ? reading
      : valueOf({ role: 'member', title: word }, ['word-normalized']);
  }
  const title = memberRoleLabels[reading.value] === word ? null : word;
  return valueOf({ role: reading.value, title }, reading.changes);
};

/**
 * The four category schemes, the four classes first: where two schemes share a word (文体活动类, 服务类) the four
 * classes win, the scheme that offices use most; the report names what was taken.
 */
const schemes: readonly (readonly [CategoryScheme, ReadonlyMap<string, Known<string>>])[] = [
  [
    'four-class',
    indexOf(fourClassLabels, {
      'public-welfare': ['公益慈善', '公益类', '慈善类', '志愿服务类', '公益'],
      'living-service': ['生活服务', '便民服务', '服务类', '为老服务类'],
      'community-affairs': ['社区事务', '事务类', '社区治理类'],
      'culture-sports': ['文体活动', '文体类', '文体', '文化体育类', '文化体育', '文艺类'],
    }),
  ],
  [
    'domain',
    indexOf(domainCategoryLabels, {
      'service-supply': ['服务供给', '社区服务'],
      consultation: ['协商共治', '协商共治类'],
      'safe-community': ['平安建设', '平安建设类', '平安类'],
      civility: ['精神文明', '精神文明类', '精神文明建设'],
    }),
  ],
  [
    'six-class',
    indexOf(sixClassLabels, {
      consultation: ['协商类', '议事类'],
      harmony: ['和谐类'],
      service: [],
      'culture-sports': [],
      hub: ['枢纽型'],
      other: ['其他', '其它', '其它类'],
    }),
  ],
  ['nature', indexOf(natureLabels, { 'public-benefit': [], service: [], 'mutual-aid': ['互助类'] })],
];

/** One category of one scheme. */
export type CategoryReading = {
  readonly [Scheme in CategoryScheme]: {
    readonly scheme: Scheme;
    readonly code: NonNullable<Categories[Scheme]>;
  };
}[CategoryScheme];

/** Reads 类别 in whichever scheme knows the word; the four classes of the common rule first. */
export const readCategory = (cell: string): Reading<CategoryReading> => {
  for (const [scheme, known] of schemes) {
    const reading = readCode(cell, known);
    if (reading.kind === 'empty') return reading;
    // The index was built from this scheme's own words, so the code is one of its codes.
    if (reading.kind === 'value') {
      return valueOf({ scheme, code: reading.value } as CategoryReading, reading.changes);
    }
  }
  return refused('value-unknown');
};

/** Kind of a fallback Party organization by its name: a plaza or park federation, or else a community's (policy Art. 1). */
export const fallbackPartyKindOf = (name: string): FallbackPartyKind =>
  /联合会|广场|公园/.test(name) ? 'plaza-park-federation' : 'community-party-organization';
