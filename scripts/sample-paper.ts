import { crc32, deflateSync } from 'node:zlib';
import type { FilingPaperData } from '../src/core/services/filing-paper-data.ts';
import type { SealPicture } from '../src/core/documents/model.ts';
import { organizationId } from '../src/shared/domain/ids.ts';
import { organizationFacts, type OrganizationFacts } from '../src/shared/domain/organization.ts';

/** An invented organization with every fact known, for page images, benches and tests. */
export const sampleOffice: FilingPaperData['office'] = {
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

export const sampleFacts: OrganizationFacts = organizationFacts.parse({
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

export const sampleData: FilingPaperData = {
  organizationId: organizationId.parse('organization-1'),
  office: sampleOffice,
  paperRules: { policyTitle: null, redHead: false },
  community: { name: '阳光里社区', settlement: 'urban' },
  copies: 3,
  remarkFields: [],
  facts: sampleFacts,
  charter: null,
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

/** The same organization with nothing known but its name. */
export const bareSample: FilingPaperData = {
  ...sampleData,
  facts: organizationFacts.parse({
    ...sampleFacts,
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

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** Distance of the edge of a five-pointed star from its centre, in the direction of `angle` from its upper point. */
const starEdge = (angle: number, radius: number): number => {
  const half = Math.PI / 5;
  const turned = Math.abs(angle) % (2 * half);
  const from = turned > half ? 2 * half - turned : turned;
  const inner = radius * 0.382;
  return (radius * inner * Math.sin(half)) / (radius * Math.sin(from) + inner * Math.sin(half - from));
};

/** A round red seal with a star on a clear ground, drawn dot by dot: a picture of no real office's seal. */
export const sealPng = (side = 700): Uint8Array => {
  const stride = 1 + side * 4;
  const pixels = Buffer.alloc(stride * side);
  const middle = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const distance = Math.hypot(x - middle, y - middle) / middle;
      const angle = Math.atan2(x - middle, middle - y);
      const inStar = distance < starEdge(angle, 0.32);
      if ((distance < 0.98 && distance > 0.92) || inStar)
        pixels.set([214, 28, 28, 235], y * stride + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6], 8); // eight bits, red green blue alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** The seal as papers carry it. */
export const sampleSeal = (side?: number): SealPicture => ({
  bytes: sealPng(side),
  mediaType: 'image/png',
  diameterMm: 42,
});
