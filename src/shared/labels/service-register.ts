import type { ServiceFlaw } from '../domain/service-content.ts';
import { type FieldOf, type ServiceCode, type ServiceRegister } from '../domain/service-register.ts';
import { domainCategoryLabels } from './organization.ts';

/** A part of a form. */
interface Section<F extends string> {
  readonly label: string;
  readonly fields: readonly F[];
  /** The people stand in this part. */
  readonly people?: true;
}

/** Words of a register whichever it is. */
interface RegisterNames {
  /** The register, e.g. 活动登记 */
  readonly name: string;
  /** One line of it, e.g. 活动 */
  readonly one: string;
  /** Counting word. */
  readonly unit: string;
  readonly title: string;
  readonly day: string;
  /** What its organization is to the line. */
  readonly organization: string;
  readonly person: string;
  /** What the people named on it are. */
  readonly people: string;
  readonly basis: string;
  /** What an empty list teaches. */
  readonly hint: string;
  readonly fields: Readonly<Record<string, string>>;
  /** How the form divides its fields; all in one where it does not. */
  readonly sections?: readonly Section<string>[];
}

interface RegisterWords<R extends ServiceRegister> extends RegisterNames {
  readonly fields: Readonly<Record<FieldOf<R>, string>>;
  readonly sections?: readonly Section<FieldOf<R>>[];
}

const usual = { organization: '组织', person: '姓名', people: '参加的人' };

const serviceRegisterWords: { readonly [R in ServiceRegister]: RegisterWords<R> } = {
  activity: {
    ...usual,
    name: '活动登记',
    one: '活动',
    unit: '次',
    title: '活动名称',
    day: '活动日期',
    basis: '第四条',
    hint: '每次活动记三件事：需求是谁提的、哪些人参与、群众怎么评判；再附上照片。',
    fields: {
      domain: '领域',
      startsAt: '开始时间',
      endsAt: '结束时间',
      place: '地点',
      needSource: '需求由谁提出',
      need: '群众的需求',
      groups: '服务人群',
      heads: '参与人次',
      result: '活动成效',
      asked: '评判人数',
      pleased: '满意人数',
      judgement: '群众评判',
      noticedOn: '预告日期',
      filedOn: '材料交齐日期',
    },
    sections: [
      { label: '活动', fields: ['domain', 'place', 'startsAt', 'endsAt'] },
      { label: '需求：由谁提出', fields: ['needSource', 'groups', 'need'] },
      { label: '参与：哪些人', fields: ['heads'], people: true },
      { label: '评判：群众怎么说', fields: ['result', 'asked', 'pleased', 'judgement'] },
      { label: '预告和材料', fields: ['noticedOn', 'filedOn'] },
    ],
  },
  consultation: {
    ...usual,
    name: '协商与居民调查',
    one: '协商',
    unit: '次',
    title: '议题',
    day: '日期',
    basis: '第四条（二）',
    hint: '记下议题、哪些人参加、议成了什么、后来落实得怎样。',
    fields: {
      form: '方式',
      place: '地点',
      who: '参加的有',
      heads: '参加人数',
      opinions: '主要意见',
      outcome: '结果',
      followUp: '落实情况',
    },
  },
  volunteer: {
    ...usual,
    name: '志愿者',
    one: '志愿者',
    unit: '名',
    title: '姓名',
    day: '注册日期',
    organization: '所属组织',
    basis: '第六条',
    hint: '先登记志愿者，活动里记下每人的服务分钟数，时长和积分自动累计。',
    fields: {
      number: '志愿者编号',
      station: '服务站（岗）',
      skills: '特长',
      leftOn: '退出日期',
      remark: '备注',
    },
  },
  'service-proof': {
    ...usual,
    name: '服务记录证明',
    one: '证明',
    unit: '份',
    title: '姓名',
    day: '开具日期',
    basis: '第六条',
    hint: '在志愿者里打开一位，按“开具证明”，时长按记录自动算。',
    fields: {
      number: '编号',
      volunteerId: '志愿者',
      from: '服务起',
      to: '服务止',
      minutes: '服务分钟数',
      activities: '活动次数',
      services: '服务内容',
      noticeFrom: '公示起',
      noticeTo: '公示止',
      handler: '经办人',
      responsible: '负责人',
      purpose: '用途',
    },
  },
  integrity: {
    ...usual,
    name: '诚信记载',
    one: '记载',
    unit: '条',
    title: '事由',
    day: '发生日期',
    basis: '第六条',
    hint: '守信的、失信的都记，附上依据；记错了的，本人可以申诉，查实后更正。',
    fields: {
      nature: '性质',
      facts: '事实和依据',
      source: '谁提供的',
      appeal: '申诉内容',
      appealedOn: '申诉日期',
      appealOutcome: '申诉结果',
      appealClosedOn: '答复日期',
      appealNote: '答复内容',
    },
    sections: [
      { label: '记载', fields: ['nature', 'source', 'facts'] },
      {
        label: '申诉与更正',
        fields: ['appealedOn', 'appeal', 'appealOutcome', 'appealClosedOn', 'appealNote'],
      },
    ],
  },
  need: {
    ...usual,
    name: '供需对接',
    one: '需求',
    unit: '条',
    title: '需求名称',
    day: '提出日期',
    organization: '对接的组织',
    basis: '第五条、第六条',
    hint: '记下群众的需求，找到合适的组织后填上“对接的组织”，办完填完成日期。',
    fields: {
      raisedBy: '谁提出的',
      groups: '服务人群',
      need: '需要什么',
      matchedOn: '对接日期',
      doneOn: '完成日期',
      activityId: '办成的活动',
      outcome: '办得怎样',
    },
  },
  resource: {
    ...usual,
    name: '资源与捐赠',
    one: '资源',
    unit: '笔',
    title: '提供方',
    day: '日期',
    organization: '受益的组织',
    basis: '第一条、第五条',
    hint: '辖区单位、慈善组织、社区基金会给了什么、用到哪里；可以打印感谢信。',
    fields: {
      giver: '提供方类型',
      form: '形式',
      offer: '内容和数量',
      fen: '金额',
      uses: '使用明细',
      use: '用到哪里',
      thanksOn: '感谢信日期',
    },
  },
  purchase: {
    ...usual,
    name: '购买服务与公益创投',
    one: '项目',
    unit: '项',
    title: '项目名称',
    day: '签约日期',
    organization: '承接组织',
    basis: '第一条、第四条、第八条',
    hint: '合同、金额、付款、结果都记在一处，并引用作为依据的满意度测评。',
    fields: {
      form: '类别',
      buyer: '购买（资助）方',
      contract: '合同编号',
      fen: '合同金额',
      startsOn: '开始日期',
      endsOn: '结束日期',
      payments: '付款明细',
      surveyId: '引用的测评',
      acceptance: '验收',
      result: '结果',
    },
  },
  project: {
    ...usual,
    name: '社工站与项目',
    one: '社工站（项目）',
    unit: '个',
    title: '名称',
    day: '设立（立项）日期',
    organization: '主办组织',
    basis: '第五条',
    hint: '社工站和社工项目：谁运营、起止日期、帮了哪些组织。',
    fields: {
      form: '类别',
      operator: '运营机构',
      worker: '社工',
      startsOn: '开始日期',
      endsOn: '结束日期',
      organizations: '帮助的组织',
      served: '服务人次',
      fen: '经费',
      result: '成效',
    },
  },
  'rural-team': {
    ...usual,
    name: '农村优秀队伍',
    one: '队伍',
    unit: '支',
    title: '队伍名称',
    day: '认定日期',
    basis: '第七条',
    hint: '三条标准都写了依据，才算这个村有优秀服务队伍。',
    fields: {
      types: '类型',
      effect: '发挥作用明显',
      local: '彰显本地特色',
      participation: '群众参与度高',
      endedOn: '不再认定的日期',
    },
  },
  'incubation-base': {
    ...usual,
    name: '孵化基地',
    one: '基地',
    unit: '个',
    title: '基地名称',
    day: '启用日期',
    organization: '运营组织',
    basis: '第九条',
    hint: '基地有多大、能进几家、拿了多少补助资金。',
    fields: {
      address: '地址',
      squareMetres: '面积（平方米）',
      places: '可入驻数',
      operator: '运营单位',
      subsidies: '补助资金',
      remark: '备注',
    },
  },
  incubation: {
    ...usual,
    name: '入驻组织',
    one: '入驻',
    unit: '家',
    title: '入驻内容',
    day: '入驻日期',
    organization: '入驻组织',
    basis: '第九条',
    hint: '哪个组织什么时候进、什么时候出，得到什么扶持。',
    fields: {
      baseId: '基地',
      room: '房间（工位）',
      help: '得到的扶持',
      subsidies: '补助资金',
      leftOn: '出驻日期',
      outcome: '出驻情况',
    },
  },
  supervision: {
    ...usual,
    name: '督导',
    one: '督导',
    unit: '次',
    title: '督导事项',
    day: '督导日期',
    organization: '被督导的组织',
    basis: '第九条',
    hint: '谁来督导、打多少分、发现什么问题、什么时候整改好。督导本会的，组织不填。',
    fields: {
      visitor: '督导方',
      score: '得分',
      note: '督导记录',
      problems: '问题',
      dueOn: '整改期限',
      closedOn: '整改完成',
      followUp: '整改情况',
    },
  },
  case: {
    ...usual,
    name: '品牌与案例',
    one: '案例',
    unit: '篇',
    title: '题目',
    day: '日期',
    basis: '第十条',
    hint: '品牌、案例、研究、先进事迹：写正文、附照片、记奖项，可以导出 Word。',
    fields: { form: '类别', author: '作者', body: '正文', prizes: '奖项', published: '刊登、交流' },
  },
  'emergency-team': {
    ...usual,
    name: '应急队伍',
    one: '应急队伍',
    unit: '支',
    title: '队伍名称',
    day: '组建日期',
    people: '队员',
    basis: '第四条（三）',
    hint: '组建队伍、写上队员，随时能打印呼叫名单。',
    fields: {
      leader: '队长',
      tasks: '任务',
      gathering: '集合地点',
      duty: '职责分工',
      equipment: '装备',
      disbandedOn: '解散日期',
    },
  },
  drill: {
    ...usual,
    name: '应急演练',
    one: '演练',
    unit: '次',
    title: '演练名称',
    day: '演练日期',
    basis: '第四条（三）',
    hint: '哪支队伍、练什么、多少人参加、发现什么问题。',
    fields: {
      subject: '科目',
      teamId: '应急队伍',
      place: '地点',
      heads: '参加人数',
      result: '效果',
      problems: '发现的问题',
    },
  },
};

export const registerWords = (register: ServiceRegister): RegisterNames => serviceRegisterWords[register];

/** Name of a field of a register. */
export const fieldLabel = (register: ServiceRegister, field: string): string =>
  registerWords(register).fields[field] ?? '这一项';

const serviceCodeLabels: Readonly<Record<ServiceCode, string>> = {
  ...domainCategoryLabels,
  // who raised a need, who gave
  residents: '居民群众',
  committee: '居（村）委会',
  survey: '居民调查',
  unit: '辖区单位',
  own: '组织提出',
  grid: '网格员',
  charity: '慈善组织',
  foundation: '社区基金会',
  company: '企业',
  private: '个人',
  // groups served
  elderly: '老年人',
  children: '儿童青少年',
  disabled: '残疾人',
  women: '妇女',
  needy: '困难家庭',
  veterans: '退役军人',
  newcomers: '外来人员',
  // consultations
  deliberation: '议事协商',
  'resident-survey': '居民调查',
  covenant: '居（村）民公约',
  'old-party-member': '老党员',
  'party-delegate': '党代表',
  'congress-deputy': '人大代表',
  'cppcc-member': '政协委员',
  'social-worker': '社工',
  professional: '专业人士',
  resident: '居民',
  // volunteers
  active: '在册',
  left: '已退出',
  good: '守信',
  bad: '失信',
  appealed: '申诉中',
  upheld: '维持',
  corrected: '已更正',
  // needs
  open: '待对接',
  matched: '已对接',
  done: '已完成',
  // resources and contracts
  money: '资金',
  goods: '物资',
  venue: '场地',
  manpower: '人力',
  service: '服务',
  purchase: '政府购买服务',
  venture: '公益创投',
  outstanding: '优秀',
  passed: '合格',
  failed: '不合格',
  station: '社工站（室）',
  project: '社工项目',
  // rural teams
  'mutual-production': '生产互助',
  recreation: '文体娱乐',
  emergency: '应急救助',
  care: '扶老助孤',
  counselling: '心理疏导',
  excellent: '优秀',
  lacking: '还缺依据',
  ended: '不再认定',
  // incubation and supervision
  inside: '在驻',
  'moved-out': '已出驻',
  'no-follow-up': '无须整改',
  'to-follow-up': '待整改',
  'followed-up': '已整改',
  // cases
  brand: '品牌',
  case: '案例',
  study: '研究',
  deed: '先进事迹',
  // emergencies
  flood: '防汛防台',
  fire: '消防',
  earthquake: '防震',
  epidemic: '疫情防控',
  security: '治安巡防',
  rescue: '急救救援',
  standing: '在建',
  disbanded: '已解散',
};

/** Words of a code of a field or a state; what is no code stays as it is. */
export const serviceCodeLabel = (code: string): string =>
  (serviceCodeLabels as Readonly<Record<string, string>>)[code] ?? code;

export const serviceFlawWords: Readonly<Record<ServiceFlaw, string>> = {
  missing: '还没有填',
  'too-long': '太长',
  'not-a-day': '不是日期，应写成 2026-11-23 这样',
  'not-a-time': '不是时间，应写成 09:30 这样',
  unknown: '不是可以填的内容',
  'out-of-range': '数目不对',
  order: '早于它前面的日期或时间',
  'over-amount': '加起来超过了总金额',
};

/** What only the archive knows is wrong. */
const archiveFlawWords: Readonly<Record<string, string>> = {
  future: '晚于今天',
  'not-rural': '这个组织不在农村社区',
  'no-service': '这段时间没有服务记录',
  'not-found': '档案里没有这个名称',
  several: '有几个组织同名，请写备案号',
  'no-such-person': '档案里没有这个人，请先登记为志愿者或成员',
  'several-people': '有几个人同名，请在活动里挑选',
};

const labelOfEntry = (register: ServiceRegister, field: string): string => {
  const words = registerWords(register);
  const own: Readonly<Record<string, string>> = {
    title: words.title,
    occurredOn: words.day,
    organizationId: words.organization,
    communityId: '社区（村）',
    personId: words.person,
    people: words.people,
  };
  return own[field] ?? fieldLabel(register, field);
};

/** What is wrong with an entry, in words: 活动日期：晚于今天 */
export const entryFlawWords = (register: ServiceRegister, field: string, flaw: string): string =>
  `${labelOfEntry(register, field)}：${{ ...archiveFlawWords, ...serviceFlawWords }[flaw] ?? '不对'}`;

/** 12345 fen as 123.45 */
export const yuanText = (fen: number): string =>
  (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 95 minutes as 1 小时 35 分 */
export const durationText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
};
