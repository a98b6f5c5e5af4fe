import { insertMembership } from '../src/core/db/repositories/memberships.ts';
import { refreshOrganization } from '../src/core/db/repositories/organization-evidence.ts';
import { insertOrganization, updateOrganizationFacts } from '../src/core/db/repositories/organizations.ts';
import { insertPerson } from '../src/core/db/repositories/people.ts';
import { diceOf, type Dice } from './street-dice.ts';
import type { Writer } from '../src/core/db/archive-store.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { identityLookups } from '../src/core/services/identity-lookup.ts';
import { getOffice } from '../src/core/services/office.ts';
import { identityCheckCharacter } from '../src/shared/domain/identity-number.ts';
import {
  membershipId,
  organizationId,
  personId,
  type OrganizationId,
  type PersonId,
} from '../src/shared/domain/ids.ts';
import type { Community, OfficeInput, OfficeProfile } from '../src/shared/domain/office.ts';
import type { FourClass, OrganizationFacts, OrganizationStatus } from '../src/shared/domain/organization.ts';
import type { MemberRole, PersonInput, PoliticalStatus } from '../src/shared/domain/person.ts';

/**
 * Streets of any size with invented organizations and people, the same for the same seed. Names come from short word
 * lists, so that searches meet common and rare words in the proportions of a real street.
 */

export interface StreetSize {
  readonly organizations: number;
  readonly membersPerOrganization: number;
  readonly seed: number;
}

const words = (text: string): readonly string[] => text.split(' ');

const communityStems = words(
  '阳光里 和平里 河沿道 学府 新苑 东风 锦绣 康宁 水岸 金钟 长乐 重阳 翠微 丁香 百花 朝晖 迎宾 红旗 银河 行宫',
);
const themes = words(
  '夕阳红 百姓 和谐 爱心 阳光 邻里 梅花 常青 巧手 同心 乐龄 向日葵 平安 绿色 书香 长城 银发 彩虹 春雨 老街坊',
);
const kinds: readonly (readonly [string, FourClass])[] = [
  ['舞蹈队', 'culture-sports'],
  ['合唱团', 'culture-sports'],
  ['书画社', 'culture-sports'],
  ['太极拳队', 'culture-sports'],
  ['志愿服务队', 'public-welfare'],
  ['助老帮扶队', 'public-welfare'],
  ['爱心超市', 'living-service'],
  ['便民服务站', 'living-service'],
  ['议事会', 'community-affairs'],
  ['治安巡逻队', 'community-affairs'],
];
/** The most common surnames, some of several readings and some of two characters. */
const surnames = words('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 曾 单 仇 解 欧阳 上官');
const givenCharacters = words(
  '秀 英 建 国 桂 兰 玉 梅 志 强 丽 华 明 军 红 淑 珍 文 平 春 海 燕 永 福 宝 树 德 俊 敏 𠮷',
);
const roles: readonly MemberRole[] = ['member', 'member', 'member', 'backbone', 'liaison'];
const politicalStatuses: readonly PoliticalStatus[] = [
  'masses',
  'masses',
  'masses',
  'masses',
  'masses',
  'party-member',
  'party-member',
  'youth-league-member',
  'non-affiliated',
];
/** One organization in ten is being prepared, one is inactive, one is dissolved; the others are filed. */
const statuses: readonly OrganizationStatus[] = [
  'preparing',
  'inactive',
  'dissolved',
  ...Array.from({ length: 7 }, () => 'filed' as const),
];

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/** An office with this many communities, every fourth a village. @param communities up to 500 */
export const generatedOffice = (profile: OfficeProfile, communities: number): OfficeInput => ({
  profile,
  communities: Array.from({ length: communities }, (_, index) => {
    const stem = communityStems[index % communityStems.length] ?? '';
    const round = Math.floor(index / communityStems.length);
    const rural = index % 4 === 3;
    const name = `${stem}${round === 0 ? '' : `${round + 1}号`}${rural ? '村' : '社区'}`;
    return {
      code: `${profile.streetCode}${digits(index + 1, 3)}`,
      name,
      settlement: rural ? 'rural' : 'urban',
      settlementClass: rural ? '220' : '111',
      partyOrganization: `${name}党委`,
      validFrom: null,
      validTo: null,
    };
  }),
});

/** The n-th invented person: every number is used once, so that no two share an identity number. */
const personNumbered = (dice: Dice, number: number): PersonInput => {
  const born = { year: 1940 + dice.below(60), month: 1 + dice.below(12), day: 1 + dice.below(28) };
  const birth = `${born.year}${digits(born.month, 2)}${digits(born.day, 2)}`;
  // The area code makes room for more people than one day's 999 order numbers.
  const digits17 = `99${digits(1 + (number % 9999), 4)}${birth}${digits(1 + (Math.floor(number / 9999) % 999), 3)}`;
  return {
    name: `${dice.pick(surnames)}${dice.pick(givenCharacters)}${dice.chance(0.7) ? dice.pick(givenCharacters) : ''}`,
    sex: Number(digits17[16]) % 2 === 1 ? 'male' : 'female',
    birthDate: `${born.year}-${digits(born.month, 2)}-${digits(born.day, 2)}`,
    politicalStatus: dice.pick(politicalStatuses),
    identityKind: 'resident-id',
    identityNumber: `${digits17}${identityCheckCharacter(digits17)}`,
    phone: `139${digits(number % 100_000_000, 8)}`,
  };
};

const factsNumbered = (dice: Dice, community: Community, number: number): OrganizationFacts => {
  const [kind, fourClass] = dice.pick(kinds);
  const stem = community.name.replace(/(社区|村)$/u, '');
  return {
    name: `${stem}${dice.pick(themes)}${number % 7 === 0 ? `${1 + (number % 30)}号楼` : ''}${kind}`,
    shortName: null,
    communityId: community.id,
    categories: { 'four-class': fourClass, domain: null, 'six-class': null, nature: null },
    activityArea: community.name,
    premises: dice.chance(0.9) ? `${community.name}活动室` : null,
    premisesSource: null,
    premisesAreaSquareMetres: dice.chance(0.5) ? 20 + dice.below(200) : null,
    businessScope: `${kind}日常活动；社区志愿服务`,
    purpose: '丰富居民生活',
    funds: null,
    fallbackParty: dice.chance(0.85)
      ? { kind: 'community-party-organization', name: `${community.name}党委` }
      : null,
    partyAdviser: null,
    responsiblePersonId: null,
    contactName: null,
    contactPhone: `138${digits(number % 100_000_000, 8)}`,
    foundedOn: String(2012 + dice.below(14)),
    charterAdoptedOn: dice.chance(0.8) ? `20${12 + dice.below(14)}-0${1 + dice.below(9)}-15` : null,
    foundingVote: null,
    founders: [],
    declaredMemberCount: null,
    remark: null,
  };
};

interface Street {
  readonly writer: Writer;
  readonly archive: OpenArchive;
  readonly dice: Dice;
  readonly lookup: ReturnType<typeof identityLookups>;
  readonly people: PersonId[];
}

const enterPerson = ({ writer, archive, dice, lookup, people }: Street): PersonId => {
  const input = personNumbered(dice, people.length);
  const id = personId.parse(archive.ports.random.id());
  const identity = input.identityNumber === null ? null : lookup(input.identityNumber);
  insertPerson(writer, { id, input, identity, importId: null, at: archive.ports.clock.instant() });
  people.push(id);
  return id;
};

/** One in thirty members belongs to an earlier organization too. */
const memberOf = (street: Street, joined: ReadonlySet<PersonId>): PersonId => {
  const { dice, people } = street;
  const known = people.length > 0 && dice.chance(1 / 30) ? people[dice.below(people.length)] : undefined;
  return known === undefined || joined.has(known) ? enterPerson(street) : known;
};

const enterRoster = (street: Street, organization: OrganizationId, members: number): PersonId | null => {
  const { writer, archive, dice } = street;
  const joined = new Set<PersonId>();
  for (let place = 0; place < members; place++) {
    const person = memberOf(street, joined);
    joined.add(person);
    insertMembership(writer, {
      id: membershipId.parse(archive.ports.random.id()),
      input: {
        organizationId: organization,
        personId: person,
        role: place === 0 ? 'responsible-person' : dice.pick(roles),
        roleTitle: null,
        joinedOn: `20${12 + dice.below(14)}-0${1 + dice.below(9)}`,
        leftOn: null,
        remark: null,
      },
      importId: null,
    });
  }
  const [responsible] = joined;
  return responsible ?? null;
};

const enterOrganization = (
  street: Street,
  community: Community,
  office: OfficeProfile,
  number: number,
  members: number,
): OrganizationId => {
  const { writer, archive, dice } = street;
  const id = organizationId.parse(archive.ports.random.id());
  const at = archive.ports.clock.instant();
  const facts = factsNumbered(dice, community, number);
  const status = dice.pick(statuses);
  const year = 2012 + dice.below(14);
  const filed = status !== 'preparing' && dice.chance(0.93);
  insertOrganization(writer, {
    id,
    facts,
    status,
    filingNumber: filed ? `${office.shortName}社备〔${year}〕${number + 1}号` : null,
    filedOn: filed ? `${year}-06-${digits(1 + dice.below(28), 2)}` : null,
    proposedRegistration: dice.chance(0.05),
    importId: null,
    at,
  });
  const responsiblePersonId = enterRoster(street, id, members);
  updateOrganizationFacts(writer, id, { ...facts, responsiblePersonId }, at);
  refreshOrganization(writer, id);
  return id;
};

/** Organizations entered in one transaction: enough to be quick, few enough to keep the journal small. */
const batch = 250;

/** Fills an archive's communities in turn. @returns the ids in the order of entry */
export const generateStreet = async (
  archive: OpenArchive,
  { organizations, membersPerOrganization, seed }: StreetSize,
): Promise<readonly OrganizationId[]> => {
  const { profile, communities } = await getOffice(archive);
  const dice = diceOf(seed);
  const lookup = identityLookups(archive.keys);
  const people: PersonId[] = [];
  const ids: OrganizationId[] = [];
  while (ids.length < organizations) {
    await archive.store.write((writer) => {
      const street = { writer, archive, dice, lookup, people };
      for (const end = Math.min(ids.length + batch, organizations); ids.length < end;) {
        const community = communities[ids.length % communities.length];
        if (community === undefined) throw new Error('an office without communities');
        ids.push(enterOrganization(street, community, profile, ids.length, membersPerOrganization));
      }
    });
  }
  return ids;
};
