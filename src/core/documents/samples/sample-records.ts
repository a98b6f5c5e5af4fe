import type { SealRegisterData } from '../../services/seal-register-paper.ts';
import { type SealUse } from '../../../shared/domain/seal.ts';
import type { CommendationData, DossierPaperData } from '../../services/dossier-papers.ts';
import type { GapLetterData, NoticeBoardData } from '../../services/community-papers.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { publicOrganization } from '../../services/public-notice-data.ts';
import type { RecordPaperData } from '../../services/record-papers.ts';
import type { ContentOf, RecordKind } from '../../../shared/domain/dossier-record.ts';
import { communityId, recordId, sealMonth } from '../../../shared/domain/ids.ts';
import { publicText } from '../../../shared/domain/public-text.ts';
import { emptyGroup, type SurveyTally } from '../../../shared/domain/survey.ts';

/** Invented records, communities and dossiers around a sample organization, for page images, benches and tests. */

const recordOf = <K extends RecordKind>(
  paper: FilingPaperData,
  title: string,
  occurredOn: string,
  content: ContentOf<K>,
): RecordPaperData<K> => ({
  paper,
  record: {
    id: recordId.parse('record-1'),
    organizationId: paper.organizationId,
    occurredOn,
    title,
    content,
    createdAt: '2026-07-01T00:00:00.000Z',
    updatedAt: '2026-07-01T00:00:00.000Z',
  },
});

export const sampleReport = (paper: FilingPaperData, bare: boolean): RecordPaperData<'committee-report'> =>
  recordOf<'committee-report'>(paper, '2026年上半年工作报告', '2026-07-02', {
    kind: 'committee-report',
    period: bare ? null : '2026-1/2',
    meeting: bare ? null : '两委联席会议',
    place: bare ? null : '社区会议室',
    reporter: bare ? null : (paper.responsiblePerson?.name ?? null),
    attendees: bare ? null : '社区党委、居委会成员7人，居民代表3人，组织成员4人',
    body: bare
      ? ''
      : '现将阳光里夕阳红舞蹈队2026年上半年工作情况报告如下：\n一、党的建设。组织党员成员学习4次，参加社区主题党日2次，1名骨干递交入党申请书。\n' +
        '二、活动开展。常年坚持每日排练，参加街道文化节、社区邻里节等演出5场，服务居民约1200人次；为独居老人开展“邻里守望”上门陪伴26次。\n' +
        '三、制度执行。按照章程召开成员会议1次、负责人会议2次，财务收支在公示栏公开。\n四、存在的不足。雨天缺少排练场地，年轻成员较少。\n' +
        '五、下半年打算。与社区文化活动室协商错时使用；面向退休教师和年轻妈妈招募成员。',
    committeeOpinion: bare ? null : '该组织活动正常，作用明显，同意其工作安排。请社区协助解决雨天排练场地。',
  });

const tally = (valid: number, mostly: number, dissatisfied: number, unknown: number): SurveyTally => ({
  satisfied: valid - mostly - dissatisfied - unknown,
  mostly,
  dissatisfied,
  unknown,
});

const items = [
  '党的建设',
  '作用发挥',
  '服务质量',
  '活动开展',
  '群众参与',
  '制度执行',
  '财务公开',
  '安全管理',
];

export const sampleSurvey = (paper: FilingPaperData, bare: boolean): RecordPaperData<'survey'> =>
  recordOf<'survey'>(paper, '2026年上半年满意度测评', '2026-07-05', {
    kind: 'survey',
    period: bare ? null : '2026-1/2',
    items,
    scale: { satisfied: 100, mostlySatisfied: 80, dissatisfied: 0, unknownCounts: false, alertBelow: 80 },
    weights: { committees: 1, residents: 1, units: 1 },
    minimumBallots: 5,
    entry: 'counts',
    groups: bare
      ? { committees: emptyGroup, residents: emptyGroup, units: emptyGroup }
      : {
          committees: {
            issued: 7,
            returned: 7,
            void: 0,
            tallies: items.map((_, index) => tally(7, index % 3, 0, 0)),
            sheets: [],
          },
          residents: {
            issued: 30,
            returned: 28,
            void: 1,
            tallies: items.map((_, index) => tally(27, 4 + (index % 4), index % 2, 1)),
            sheets: [],
          },
          units: {
            issued: 5,
            returned: 4,
            void: 0,
            tallies: items.map((_, index) => tally(4, 1, 0, index % 2)),
            sheets: [],
          },
        },
    closedOn: bare ? null : '2026-07-08',
    imbalanceReason: null,
    batches: [],
    followUp: null,
  });

export const sampleDisclosure = (paper: FilingPaperData, bare: boolean): RecordPaperData<'disclosure'> =>
  recordOf<'disclosure'>(paper, '2026年上半年财务收支公开', '2026-07-10', {
    kind: 'disclosure',
    subject: 'finance',
    period: null,
    body: bare
      ? ''
      : '2026年上半年收入300元（成员自愿分担），支出260元（音响维修180元、饮水80元），结余40元。收支凭证存社区备查。',
    means: '公示栏',
    place: bare ? null : '社区公示栏、楼栋微信群',
    endsOn: bare ? null : '2026-07-16',
    responsible: bare ? null : (paper.responsiblePerson?.name ?? null),
    objections: bare
      ? []
      : [
          {
            receivedOn: '2026-07-12',
            objector: null,
            body: '音响维修是否有发票？',
            answer: '有，已在社区公示栏补充张贴。',
            answeredOn: '2026-07-13',
            answeredBy: '王桂英',
          },
        ],
    personalDataReason: null,
    published: null,
  });

export const sampleDisposition = (
  paper: FilingPaperData,
  bare: boolean,
  type: ContentOf<'disposition'>['type'],
): RecordPaperData<'disposition'> =>
  recordOf<'disposition'>(paper, '排练扰民处理', '2026-08-03', {
    kind: 'disposition',
    authority: paper.office.authorityName,
    type,
    documentNumber: bare ? null : '新河街社管〔2026〕4号',
    reason: bare
      ? ''
      : '一、2026年7月以来，晚间排练超过二十一时，居民多次反映。\n二、未按照章程向社区报告活动时间的变化。',
    basis: bare ? null : '本组织章程第九条和《社区社会组织承诺书》',
    result: bare
      ? ''
      : '一、排练时间调整为每日十五时至十七时，音量不超过六十分贝。\n二、向社区居民委员会书面报告活动安排，并在公示栏公开。',
    deliveredOn: null,
    deliveredTo: null,
    commendation: null,
    rectification: bare ? null : { dueOn: '2026-08-20', closedOn: null, outcome: null, closedBy: null },
  });

const community = ({ community: { name, settlement } }: FilingPaperData) => ({
  id: communityId.parse('community-1'),
  name,
  settlement,
});

export const sampleGapLetter = (paper: FilingPaperData, bare: boolean): GapLetterData => ({
  office: paper.office,
  paperRules: paper.paperRules,
  community: community(paper),
  writtenOn: '2026-07-06',
  organizations: bare
    ? []
    : [
        { name: paper.facts.name, gaps: ['章程、备案表未三方签收', '未提交2026年上半年工作报告'] },
        { name: '阳光里百灵合唱队', gaps: ['未填活动场所', '花名册没有成员', '一年内没有满意度测评'] },
        { name: '阳光里邻里守望志愿服务队', gaps: ['未定兜底党组织'] },
      ],
});

export const sampleNoticeBoard = (paper: FilingPaperData, bare: boolean): NoticeBoardData => ({
  authorityName: paper.office.authorityName,
  community: community(paper),
  from: '2026-07-06',
  to: '2026-07-12',
  items: bare
    ? []
    : [
        {
          organizationName: publicText(paper.facts.name),
          title: publicText('财务收支：2026年上半年财务收支公开'),
          from: '2026-07-10',
          to: '2026-07-16',
        },
        {
          organizationName: publicText('阳光里百灵合唱队'),
          title: publicText('变更备案公示'),
          from: '2026-07-06',
          to: '2026-07-12',
        },
      ],
});

export const sampleDossier = (paper: FilingPaperData, bare: boolean): DossierPaperData => ({
  paper,
  volume: bare ? null : '2026 年第 3 卷',
  box: bare ? null : '12 号盒',
  retention: bare ? null : '永久',
  items: bare
    ? []
    : [
        {
          archivalCode: 'Z109-WS·2026-Y-BGS-0001',
          documentNumber: paper.filingNumber,
          responsible: paper.office.authorityName,
          title: `${paper.facts.name}备案材料`,
          date: '2026-04-26',
          secrecy: null,
          pages: 42,
          remark: null,
        },
        {
          archivalCode: 'Z109-WS·2026-D30-BGS-0002',
          documentNumber: null,
          responsible: paper.facts.name,
          title: '向两委报告工作：2026年上半年工作报告',
          date: '2026-07-02',
          secrecy: null,
          pages: 3,
          remark: null,
        },
        {
          archivalCode: 'Z109-WS·2026-D30-BGS-0003',
          documentNumber: null,
          responsible: '阳光里社区居民委员会',
          title: '满意度测评：2026年上半年满意度测评',
          date: '2026-07-08',
          secrecy: null,
          pages: 44,
          remark: null,
        },
        {
          archivalCode: null,
          documentNumber: '新河街社管〔2026〕4号',
          responsible: paper.office.authorityName,
          title: '处理结果：排练扰民处理',
          date: '2026-08-03',
          secrecy: null,
          pages: null,
          remark: null,
        },
      ],
});

export const sampleCommendation = (paper: FilingPaperData, bare: boolean): CommendationData => ({
  organizationId: paper.organizationId,
  authorityName: paper.office.authorityName,
  organization: publicOrganization(paper),
  filedOn: paper.filedOn,
  facts: bare
    ? null
    : publicText('组织邻里互助 24 场，为 36 位独居老人每周送菜上门，带动居民认领楼道花架 58 处。'),
  presentedOn: bare ? null : '2026-06-30',
  reports: bare ? 0 : 4,
  disclosures: bare ? 0 : 9,
});

/** A month with the picture printed, the real seal used, and a line struck. */
export const sampleSealRegister = ({ office, facts }: FilingPaperData, bare: boolean): SealRegisterData => {
  const line = (sequence: number, change: Partial<SealUse>): SealUse => ({
    sequence,
    usedOn: `2026-04-${String(8 + sequence).padStart(2, '0')}`,
    method: 'hand',
    sealName: '新河街道办事处',
    documentKind: null,
    organizationId: null,
    organizationName: null,
    title: `关于同意${facts.name}备案的批复`,
    documentNumber: '新河街社备批〔2026〕17号',
    copies: 3,
    usedBy: '周敏',
    approvedBy: '郑卫国',
    purpose: '发给社区和组织，存档一份',
    recordedAt: '2026-04-10T02:00:00.000Z',
    struck: null,
    ...change,
  });
  const uses = [
    line(1, {}),
    line(2, {
      method: 'picture',
      title: `社区社会组织备案证书 ${facts.name}`,
      documentNumber: '新河街社备〔2026〕17号',
      copies: 1,
      purpose: '换发证书前核对版面',
    }),
    line(3, {
      title: '活动场所使用证明',
      documentNumber: null,
      struck: { by: '周敏', reason: '份数写错，见第4条', at: '2026-04-11T02:00:00.000Z' },
    }),
    line(4, { title: '活动场所使用证明', documentNumber: null, copies: 2, purpose: '证明活动场所' }),
  ];
  return { office, month: sealMonth.parse('2026-04'), uses: bare ? [] : uses };
};
