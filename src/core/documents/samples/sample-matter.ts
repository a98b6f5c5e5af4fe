import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { MatterPaperData, PaperMatter, PaperStep } from '../../services/matter-paper-data.ts';
import type { CertificatePaperData } from '../../services/certificate-papers.ts';
import { certificateSigner, type CertificateFaceData } from '../../services/verification-codes.ts';
import type { RosterSheetData } from '../../services/roster-sheets.ts';
import type { FullRosterLine, PublicRosterLine } from '../../../shared/domain/roster-paper.ts';
import type { Certificate, FilingAction, FilingKind } from '../../../shared/domain/filing.ts';
import { certificateId, filingId, organizationId, recordId } from '../../../shared/domain/ids.ts';

/** Invented filings, rosters and certificates around a sample organization, for page images, benches and tests. */

const step = (action: FilingAction, actedOn: string, change: Partial<PaperStep> = {}): PaperStep => ({
  action,
  actor: '郑卫国',
  opinion: null,
  actedOn,
  documentNumber: null,
  items: [],
  correctBy: null,
  ...change,
});

const steps: readonly PaperStep[] = [
  step('submit', '2026-03-20'),
  step('committee-pass', '2026-03-25'),
  step('street-return', '2026-03-27', {
    documentNumber: '新河街社备补〔2026〕3号',
    items: [
      { material: '社区社会组织章程', text: '未写明兜底党组织的名称，请补充第二章“党的建设”有关条款' },
      { material: '社区社会组织备案表', text: '活动场所未注明来源和面积' },
      { material: null, text: '成立会议的应到人数与花名册人数不一致，请核对' },
    ],
    correctBy: '2026-04-03',
  }),
  step('street-agree', '2026-04-10', { documentNumber: '新河街社备批〔2026〕17号' }),
  step('start-notice', '2026-04-13'),
  step('record-objection', '2026-04-15'),
];

const refusal = step('street-refuse', '2026-04-10', {
  documentNumber: '新河街社备不〔2026〕2号',
  items: [
    { material: null, text: '申请的业务范围包含有偿家政服务，属于营利性经营活动' },
    { material: null, text: '活动地域超出新河街道辖区' },
  ],
});

const matter: PaperMatter = {
  filingId: filingId.parse('filing-1'),
  kind: 'initial',
  state: 'street-agreed',
  steps,
  materials: [
    { code: 'charter', name: '社区社会组织章程', basis: '', present: true, hint: null },
    { code: 'filing-form', name: '社区社会组织备案表', basis: '', present: true, hint: null },
    { code: 'roster', name: '社区社会组织成员花名册', basis: '', present: true, hint: null },
    { code: 'premises', name: '场所使用证明', basis: '', present: false, hint: '请附上扫描件' },
  ],
  changes: [],
  grounds: { reason: null, procedure: null, vote: null },
  objections: [
    {
      receivedOn: '2026-04-15',
      objector: '刘建民',
      content: '该组织排练音量较大，影响周边居民休息，希望明确排练时间。',
      answer:
        '经与社区居委会、该组织共同核实，排练时间已调整为每日十五时至十七时，音量不超过六十分贝，并写入该组织活动公约。该事项不影响备案条件。',
      answeredOn: '2026-04-17',
    },
  ],
  copies: [
    { document: 'charter', holder: 'street', receivedOn: '2026-04-28', signer: '郑卫国' },
    { document: 'charter', holder: 'committee', receivedOn: '2026-04-28', signer: '周敏' },
    { document: 'charter', holder: 'organization', receivedOn: '2026-04-29', signer: '王桂英' },
    { document: 'filing-form', holder: 'street', receivedOn: '2026-04-28', signer: '郑卫国' },
  ],
  dissolutionVote: null,
  certificates: [],
};

const changeOnly: Partial<PaperMatter> = {
  changes: [
    { item: '名称', before: '阳光里舞蹈队', after: '阳光里夕阳红舞蹈队', open: true },
    { item: '负责人', before: '赵兰芝', after: '王桂英', open: true },
    { item: '活动场所', before: '社区小礼堂', after: '阳光里社区文化广场', open: false },
  ],
  grounds: {
    reason: '原负责人因身体原因不再担任，成员会议改选；名称按照街道统一规范调整。',
    procedure: null,
    vote: {
      heldOn: '2026-03-15',
      place: '社区活动室',
      expected: 28,
      present: 26,
      inFavour: 25,
      against: 0,
      abstained: 1,
    },
  },
};

const dissolutionOnly: Partial<PaperMatter> = {
  grounds: { reason: '主要成员迁居，无法继续开展活动', procedure: null, vote: null },
  dissolutionVote: {
    id: recordId.parse('record-9'),
    organizationId: organizationId.parse('organization-1'),
    occurredOn: '2026-03-15',
    title: '终止活动表决',
    createdAt: '2026-03-15T08:00:00.000Z',
    updatedAt: '2026-03-15T08:00:00.000Z',
    content: {
      kind: 'meeting-vote',
      subject: 'dissolution',
      place: '社区活动室',
      expected: 28,
      present: 26,
      inFavour: 24,
      against: 1,
      abstained: 1,
      resolution: '',
    },
  },
};

/** A filing of a kind around an organization's data, with everything known. */
export const sampleMatter = (
  data: FilingPaperData,
  kind: FilingKind,
  change: Partial<PaperMatter> = {},
): MatterPaperData => ({
  ...data,
  matter: {
    ...matter,
    kind,
    ...(kind === 'change' ? changeOnly : {}),
    ...(kind === 'dissolution' ? dissolutionOnly : {}),
    ...change,
  },
});

export const refusedMatter = (data: FilingPaperData): MatterPaperData =>
  sampleMatter(data, 'initial', { steps: [...steps.slice(0, 2), refusal] });

/** A filing of which nothing is known but that it is there. */
export const bareMatter = (data: FilingPaperData, kind: FilingKind): MatterPaperData => ({
  ...data,
  matter: {
    ...matter,
    kind,
    state: 'preparing',
    steps: [],
    materials: [],
    objections: [],
    copies: [],
  },
});

const familyNames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const givenNames = ['桂英', '秀兰', '建国', '玉珍', '志强', '丽华', '卫东', '淑芬', '文', '春梅', '德明'];

const member = (index: number): FullRosterLine => ({
  name: `${familyNames[index % 10]}${givenNames[index % 11]}`,
  sex: index % 3 === 0 ? 'male' : 'female',
  birthDate: `19${50 + (index % 40)}-0${1 + (index % 9)}`,
  politicalStatus: index % 4 === 0 ? 'party-member' : 'masses',
  role: index === 0 ? 'responsible-person' : index < 3 ? 'backbone' : 'member',
  roleTitle: index === 0 ? '队长' : null,
  identityNumber: `99010119${50 + (index % 40)}0${1 + (index % 9)}0${1 + (index % 9)}${String(index).padStart(3, '0')}X`,
  phone: `1380000${String(index).padStart(4, '0')}`,
  joinedOn: `20${15 + (index % 11)}-0${1 + (index % 9)}`,
  remark: index % 17 === 5 ? '兼任居委会下属文化委员会委员' : null,
});

export const sampleMembers = (count: number): readonly FullRosterLine[] =>
  Array.from({ length: count }, (_, index) => member(index));

/** A roster of these lines under the head of a sample organization. */
export const sampleRoster = <Line extends FullRosterLine | PublicRosterLine>(
  { organizationId: id, facts, community, filingNumber, office }: FilingPaperData,
  lines: readonly Line[],
): RosterSheetData<Line> => ({
  roster: {
    organizationId: id,
    organizationName: facts.name,
    communityName: community.name,
    asOf: '2026-06-30',
    frozenAt: null,
    memberCount: lines.length,
    partyMemberCount: Math.ceil(lines.length / 4),
    lines,
  },
  filingNumber,
  authorityName: office.authorityName,
});

export const sampleCertificate = (
  data: FilingPaperData,
  change: Partial<Certificate> = {},
): CertificatePaperData => ({
  organizationId: data.organizationId,
  office: data.office,
  paperRules: data.paperRules,
  community: data.community,
  responsiblePersonName: data.responsiblePerson?.name ?? null,
  certificate: {
    id: certificateId.parse('certificate-1'),
    organizationId: data.organizationId,
    filingId: filingId.parse('filing-1'),
    filingNumber: data.filingNumber ?? '新河街社备〔2026〕17号',
    kind: 'original',
    issueReason: '首次备案',
    organizationName: data.facts.name,
    responsiblePersonName: data.responsiblePerson?.name ?? null,
    businessScope: data.facts.businessScope,
    premises: data.facts.premises,
    activityArea: data.facts.activityArea,
    category: '文体活动类',
    authorityName: data.office.authorityName,
    issuedOn: '2026-04-26',
    validTo: null,
    issuedBy: '郑卫国',
    collectedBy: data.responsiblePerson?.name ?? null,
    collectorPhone: data.responsiblePerson?.phone ?? null,
    collectedOn: '2026-04-29',
    status: 'valid',
    recoveredBy: null,
    recoveredOn: null,
    lossStatement: { place: '《滨河日报》第三版', publishedOn: '2026-05-20' },
    voidReason: null,
    ...change,
  },
});

/** Under a key that no office has. */
const signed = certificateSigner({ keyId: new Uint8Array(8).fill(7), seed: new Uint8Array(32).fill(7) });

/** The face of a certificate that was issued. */
export const sampleFace = (data: FilingPaperData): CertificateFaceData => ({
  ...data,
  verification: signed(data.certificate ?? sampleCertificate(data).certificate),
});
