import { narrow, withoutInvisible, withoutSpaces } from './plain-text.ts';
import type { TraineeGroup } from './trainee.ts';
import { traineeGroupLabels } from '../labels/training.ts';

/** Other words that offices use for a group; the longer before the shorter that it contains. */
const synonyms: Readonly<Record<TraineeGroup, readonly string[]>> = {
  'civil-affairs-assistant': [
    '街道民政助理',
    '乡镇民政助理',
    '民政助理员',
    '民政协理员',
    '民政干部',
    '民政专干',
  ],
  'community-worker': ['社区专职工作者', '专职社区工作者', '社区工作人员', '网格员', '社工岗'],
  'child-director': ['村儿童主任', '社区儿童主任', '儿童福利主任', '儿童督导员'],
  'organization-head': ['组织负责人', '社会组织负责人', '社会组织骨干负责人', '负责人'],
  'social-worker': ['社会工作者', '专业社工', '社工', '持证社工', '社区社工'],
  'volunteer-backbone': ['骨干志愿者', '志愿骨干', '志愿者队长', '志愿服务骨干'],
};

const words: ReadonlyMap<string, TraineeGroup> = new Map(
  (Object.keys(synonyms) as TraineeGroup[]).flatMap((group) =>
    [traineeGroupLabels[group], ...synonyms[group]].map((word) => [word, group] as const),
  ),
);

const plain = (text: string): string => withoutSpaces(narrow(withoutInvisible(text)));

/** A group by one of its words; null for any other text. */
export const traineeGroupOfWord = (text: string): TraineeGroup | null => words.get(plain(text)) ?? null;

/** Several groups in one cell, parted by 、，, / or a line; null where any of them is no group. */
export const traineeGroupsIn = (text: string): readonly TraineeGroup[] | null => {
  const groups = text
    .split(/[、，,;；/\n]+/)
    .filter((word) => plain(word) !== '')
    .map(traineeGroupOfWord);
  return groups.some((group) => group === null)
    ? null
    : [...new Set(groups.filter((group) => group !== null))];
};

/** The group that a sheet is called after, e.g. `儿童主任名单`; null where it names none. */
export const groupNamedIn = (title: string): TraineeGroup | null =>
  traineeGroupOfWord(plain(title).replace(/(?:花名册|人员名单|名单|名册|表)(?:[（(].*)?$/, ''));
