import type { PolicyFigureCode, TargetState } from '../domain/rotation.ts';
import type { RotationStanding, StaySource, TraineeGroup } from '../domain/trainee.ts';
import type {
  AttendanceStatus,
  AttendanceWay,
  ClashKind,
  KnownTrainingTopic,
  SessionState,
  TrainingMeans,
} from '../domain/training.ts';
import { knownTrainingTopic } from '../domain/training.ts';

export const traineeGroupLabels: Readonly<Record<TraineeGroup, string>> = {
  'civil-affairs-assistant': '民政助理',
  'community-worker': '社区工作者',
  'child-director': '儿童主任',
  'organization-head': '社区社会组织负责人',
  'social-worker': '社区社会工作者',
  'volunteer-backbone': '志愿者骨干',
};

/** Where a column has no room for the whole word. */
export const traineeGroupShortLabels: Readonly<Record<TraineeGroup, string>> = {
  'civil-affairs-assistant': '民政助理',
  'community-worker': '社区工作者',
  'child-director': '儿童主任',
  'organization-head': '组织负责人',
  'social-worker': '社会工作者',
  'volunteer-backbone': '志愿者骨干',
};

export const staySourceLabels: Readonly<Record<StaySource, string>> = {
  staff: '人员名单',
  roster: '花名册',
};

export const rotationStandingLabels: Readonly<Record<RotationStanding, string>> = {
  trained: '本期已训',
  due: '本期未训',
  never: '从未参训',
};

const topicLabels: Readonly<Record<KnownTrainingTopic, string>> = {
  'party-building': '党的建设',
  fostering: '培育发展',
  capacity: '能力建设',
  'project-work': '项目运作',
};

/** The word of a topic: the policy's, or the office's own as it stands. */
export const trainingTopicWord = (topic: string): string => {
  const known = knownTrainingTopic.safeParse(topic);
  return known.success ? topicLabels[known.data] : topic;
};

export const trainingMeansLabels: Readonly<Record<TrainingMeans, string>> = {
  'purchased-service': '政府购买服务',
  'social-worker-rota': '社工轮值',
  'own-staff': '自办',
  'invited-lecture': '邀请授课',
  online: '线上',
  other: '其他',
};

export const sessionStateLabels: Readonly<Record<SessionState, string>> = {
  planned: '待举办',
  held: '已举办',
  cancelled: '已取消',
};

/** `3.5`: hours to at most two decimals. */
export const hoursWord = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

/** Yuan of fen, with decimals only where there are any. */
export const yuanWord = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);

export const targetStateLabels: Readonly<Record<TargetState, string>> = {
  met: '已达到',
  running: '进行中',
  overdue: '逾期未达到',
  nobody: '没有人员',
};

export const policyFigureLabels: Readonly<Record<PolicyFigureCode, string>> = {
  'density-urban': '城市社区组织密度达标',
  'density-rural': '农村社区组织密度达标',
  'rural-team': '农村社区优秀服务队伍',
  'fallback-party': '党组织兜底管理的组织',
  'party-heads': '党员担任负责人',
  'party-developed': '骨干培养发展为党员',
  'party-leadership': '党员进入社区党组织班子',
};

export const attendanceStatusLabels: Readonly<Record<AttendanceStatus, string>> = {
  enrolled: '待签到',
  present: '出席',
  late: '迟到',
  absent: '缺席',
  'made-up': '补课',
};

export const attendanceWayLabels: Readonly<Record<AttendanceWay, string>> = {
  plan: '计划',
  grid: '录入',
  paste: '粘贴',
  scan: '扫码',
  paper: '签到表',
};

export const clashKindLabels: Readonly<Record<ClashKind, string>> = {
  teacher: '同一教师',
  place: '同一场地',
  trainee: '同一学员',
  capacity: '超过容量',
};
