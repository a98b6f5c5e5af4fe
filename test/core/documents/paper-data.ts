import type { FilingPaperData } from '../../../src/core/services/filing-paper-data.ts';
import type { Certificate } from '../../../src/shared/domain/filing.ts';
import { organizationFacts, type OrganizationFacts } from '../../../src/shared/domain/organization.ts';

export const office: FilingPaperData['office'] = {
  districtCode: '990101',
  districtName: '临川区',
  streetCode: '990101001',
  streetName: '新河街道',
  authorityName: '新河街道办事处',
  partyCommittee: '新河街道党工委',
  hubName: '新河街道社会组织联合会',
  hubCreditCode: null,
  shortName: '新河街',
  contactName: null,
  contactPhone: null,
  address: null,
  fondsCode: null,
};

export const shortFacts: OrganizationFacts = organizationFacts.parse({
  name: '阳光里夕阳红舞蹈队',
  shortName: '夕阳红舞蹈队',
  communityId: 'community-1',
  categories: { 'four-class': 'culture-sports', domain: 'civility', 'six-class': null, nature: 'mutual-aid' },
  activityArea: '阳光里社区',
  premises: '阳光里社区文化广场',
  premisesSource: '社区提供',
  premisesAreaSquareMetres: 120,
  businessScope: '群众舞蹈排练与展演；社区文化志愿服务',
  purpose: '丰富居民文化生活，增进邻里情谊',
  funds: '300元，成员自愿分担',
  fallbackParty: { kind: 'community-party-organization', name: '阳光里社区党总支' },
  partyAdviser: '李爱民',
  responsiblePersonId: 'person-1',
  contactName: '王桂英',
  contactPhone: '13800000001',
  foundedOn: '2026-03-15',
  charterAdoptedOn: '2026-03-15',
  foundingVote: {
    heldOn: '2026-03-15',
    place: '社区活动室',
    expected: 28,
    present: 26,
    inFavour: 25,
    against: 0,
    abstained: 1,
  },
  founders: [
    { name: '王桂英', kind: 'person', phone: '13800000001', note: '退休教师' },
    { name: '赵兰芝', kind: 'person', phone: '13800000002', note: null },
  ],
  declaredMemberCount: 28,
  remark: null,
});

export const shortData: FilingPaperData = {
  organizationId: 'organization-1',
  office,
  community: { name: '阳光里社区', settlement: 'urban' },
  copies: 3,
  facts: shortFacts,
  responsiblePerson: {
    name: '王桂英',
    sex: 'female',
    birthDate: '1958-06',
    politicalStatus: 'party-member',
    phone: '13800000001',
  },
  memberCount: 28,
  partyMemberCount: 9,
  filing: {
    kind: 'initial',
    appliedOn: '2026-03-20',
    committeeReview: {
      agreed: true,
      opinion: '材料齐全，情况属实，同意上报。',
      actor: '周敏',
      actedOn: '2026-03-25',
    },
    streetReview: { agreed: true, opinion: '经审核，同意备案。', actor: '郑卫国', actedOn: '2026-04-10' },
    notice: {
      startsOn: '2026-04-13',
      endsOn: '2026-04-19',
      days: 7,
      place: '社区公示栏',
      method: '张贴',
      result: 'no-objection',
    },
  },
  filingNumber: '新河街社备〔2026〕17号',
  filedOn: '2026-04-26',
  certificate: null,
};

/** Rare characters of the supplementary planes, quotation marks and markup that must come out as themselves. */
export const rareData: FilingPaperData = {
  ...shortData,
  facts: {
    ...shortFacts,
    name: '𠮷祥里“㛃心”<䶮>&互助队',
    businessScope: '为“𠮷老人”提供陪伴——以‘邻里守望’为主题……',
  },
  responsiblePerson: { ...shortData.responsiblePerson!, name: '𠮷㛃䶮' },
};

const repeat = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** Every text as long as the contract lets it be. */
export const longData: FilingPaperData = {
  ...shortData,
  office: { ...office, authorityName: repeat('国家级经济技术开发区管理委员会新河街道办事处', 60) },
  community: { name: repeat('阳光里第二社区居民委员会', 60), settlement: 'urban' },
  facts: {
    ...shortFacts,
    name: repeat('新河街道阳光里社区邻里守望老年人生活照料与心理疏导志愿服务队', 60),
    shortName: repeat('阳光里邻里守望', 30),
    activityArea: repeat('阳光里社区、月亮湾社区及相邻的三条街巷，', 120),
    premises: repeat('新河街道阳光里社区党群服务中心二楼多功能活动室与文化广场，', 120),
    premisesSource: repeat('社区无偿提供使用，', 60),
    businessScope: repeat('为特殊困难老年人提供亲情陪伴、生活照料、心理疏导、法律援助和社会融入服务；', 500),
    purpose: repeat('遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，', 500),
    funds: repeat('成员自愿分担与社会捐赠，', 200),
    fallbackParty: { kind: 'plaza-park-federation', name: repeat('新河街道广场公园社团联合会党总支', 60) },
    partyAdviser: repeat('欧阳', 30),
    contactName: repeat('欧阳', 30),
    contactPhone: '13800000001 / 13800000002 / 138',
    founders: Array.from({ length: 50 }, (_, index) => ({
      name: `发起人${index + 1}`,
      kind: 'person' as const,
      phone: '13800000001',
      note: '热心社区事务的居民代表',
    })),
    remark: repeat('补充说明情况，', 500),
  },
  responsiblePerson: { ...shortData.responsiblePerson!, name: repeat('阿卜杜热合曼·买买提', 60) },
  filing: {
    ...shortData.filing!,
    committeeReview: {
      agreed: true,
      opinion: repeat('经初审，材料齐全，', 1000),
      actor: repeat('周敏', 60),
      actedOn: '2026-03-25',
    },
    streetReview: {
      agreed: true,
      opinion: repeat('经审核，同意备案，', 1000),
      actor: repeat('郑国', 60),
      actedOn: '2026-04-10',
    },
    notice: {
      ...shortData.filing!.notice!,
      place: repeat('社区公示栏及网格群，', 120),
      method: repeat('张贴并在网上发布，', 60),
    },
  },
};

/** Nothing known but the name. */
export const bareData: FilingPaperData = {
  ...shortData,
  facts: organizationFacts.parse({
    ...shortFacts,
    shortName: null,
    categories: { 'four-class': null, domain: null, 'six-class': null, nature: null },
    activityArea: null,
    premises: null,
    premisesSource: null,
    premisesAreaSquareMetres: null,
    businessScope: null,
    purpose: null,
    funds: null,
    fallbackParty: null,
    partyAdviser: null,
    responsiblePersonId: null,
    contactName: null,
    contactPhone: null,
    foundedOn: null,
    charterAdoptedOn: null,
    foundingVote: null,
    founders: [],
    declaredMemberCount: null,
  }),
  responsiblePerson: null,
  memberCount: null,
  partyMemberCount: null,
  filing: null,
  filingNumber: null,
  filedOn: null,
  certificate: null,
};

/** A certificate as the archive keeps it, saying other things than today's facts. */
export const frozenCertificate = {
  id: 'certificate-1',
  organizationId: 'organization-1',
  filingId: 'filing-1',
  filingNumber: '新河街社备〔2025〕3号',
  kind: 'reissue',
  issueReason: '遗失补发',
  organizationName: '阳光里老年舞蹈队',
  responsiblePersonName: '赵兰芝',
  businessScope: '群众舞蹈',
  premises: '文化站',
  activityArea: '阳光里社区',
  category: '文体活动类',
  authorityName: '新河街道办事处',
  issuedOn: '2025-02-08',
  validTo: '2028-02-07',
  issuedBy: '郑卫国',
  collectedBy: null,
  collectorPhone: null,
  collectedOn: null,
  status: 'valid',
  recoveredBy: null,
  recoveredOn: null,
} as Certificate;
