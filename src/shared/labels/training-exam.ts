import type { ExamKind, ExamReminder, ExamResult } from '../domain/training-exam.ts';

export const examKindLabels: Readonly<Record<ExamKind, string>> = {
  'community-social-worker': '市社区社会工作员考试',
  'assistant-social-worker': '助理社会工作师（初级）',
  'social-worker': '社会工作师（中级）',
  'senior-social-worker': '高级社会工作师',
};

export const examResultLabels: Readonly<Record<ExamResult, string>> = {
  registered: '已报名',
  passed: '通过',
  failed: '未通过',
  absent: '缺考',
};

export const examReminderLabels: Readonly<Record<ExamReminder, string>> = {
  'exam-soon': '即将考试',
  'result-missing': '待录成绩',
  expiring: '快到期',
  expired: '已过期',
};
