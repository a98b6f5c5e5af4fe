import { serviceLineId } from '../../../shared/domain/ids.ts';
import type { ServiceRegister } from '../../../shared/domain/service-register.ts';
import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { ServiceListData, ServicePaperData } from '../../services/service-papers.ts';
import { sampleMembers } from './sample-matter.ts';

const contents = {
  'service-proof': {
    number: '新河街志服证〔2026〕7号',
    from: '2026-01-01',
    to: '2026-11-20',
    activities: 3,
    minutes: 395,
    services:
      '2026-03-05　学雷锋便民服务　2 小时\n2026-06-01　儿童安全课　1 小时 35 分\n2026-10-21　重阳敬老　3 小时',
    noticeFrom: '2026-11-21',
    noticeTo: '2026-11-28',
    handler: '李干事',
    responsible: '王会长',
    purpose: '评选星级志愿者',
  },
  resource: {
    giver: 'company',
    form: 'goods',
    offer: '大米 200 袋',
    fen: 1_200_050,
    use: '慰问辖区八十岁以上老人',
    thanksOn: '2026-11-25',
  },
  case: {
    form: 'case',
    author: '李爱民',
    body: '社区有独居老人二十六名。\n队员结对上门，每周两次。\n一年来服务一千二百人次。',
    prizes: '区优秀案例二等奖',
    published: '区民政简报第 8 期',
  },
  'emergency-team': { leader: '赵卫国', gathering: '社区广场' },
} as const satisfies Partial<Record<ServiceRegister, object>>;

const sampleRow = (
  { facts, community }: FilingPaperData,
  register: keyof typeof contents | 'activity',
  bare: boolean,
): ServiceRow => ({
  id: serviceLineId.parse('sample'),
  register,
  organizationId: null,
  communityId: null,
  personId: null,
  occurredOn: '2026-11-29',
  title: register === 'service-proof' ? '王秀英' : facts.name,
  content: bare || register === 'activity' ? {} : contents[register],
  createdAt: '2026-11-29T01:00:00.000Z',
  updatedAt: '2026-11-29T01:00:00.000Z',
  organizationName: bare ? null : facts.name,
  communityName: community.name,
  personName: null,
  state: null,
  late: false,
  names: {},
  people: 0,
  minutes: bare ? 0 : 395,
  points: 0,
  papers: 0,
});

/** A line of a register as its paper prints it. */
export const sampleServicePaper = (
  data: FilingPaperData,
  register: keyof typeof contents,
  { bare, memberCount }: { readonly bare: boolean; readonly memberCount: number },
): ServicePaperData => {
  const line = sampleRow(data, register, bare);
  const numbered = register === 'service-proof' ? { number: contents['service-proof'].number } : {};
  return {
    office: data.office,
    line: { ...line, content: { ...line.content, ...numbered } },
    identity: bare ? null : { sex: 'female', maskedNumber: '110***********1234' },
    people: sampleMembers(bare ? 0 : memberCount).map(({ name }) => ({
      name,
      maskedPhone: '138****5678',
      note: '警戒疏导',
    })),
    photos: bare ? [] : ['上门理发', '座谈会'],
  };
};

/** A register of activities with so many lines. */
export const sampleServiceList = (data: FilingPaperData, count: number): ServiceListData => ({
  office: data.office,
  register: 'activity',
  printedOn: '2026-11-25',
  rows: Array.from({ length: count }, () => sampleRow(data, 'activity', false)),
});
