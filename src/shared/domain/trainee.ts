import { z } from 'zod';
import { isoDate, partialDate } from './dates.ts';
import { communityId, organizationId, personId, traineeStayId } from './ids.ts';

/** 轮训对象 — policy Art. 8 names six groups, in this order. */
export const traineeGroup = z.enum([
  'civil-affairs-assistant', // 街道（乡镇）民政助理
  'community-worker', // 社区工作者
  'child-director', // 儿童主任
  'organization-head', // 社区社会组织负责人
  'social-worker', // 社区社会工作者
  'volunteer-backbone', // 志愿者骨干
]);
export type TraineeGroup = z.infer<typeof traineeGroup>;

/** Monday 1 … Sunday 7. */
export const weekday = z.int().min(1).max(7);

/** Somebody belongs to a group from a day on; `endsOn` is the first day that they do not. */
const stayInput = z.object({
  group: traineeGroup,
  /** null: of the street itself */
  communityId: communityId.nullable(),
  workUnit: z.string().trim().max(60).nullable(),
  post: z.string().trim().max(30).nullable(),
  startsOn: partialDate.nullable(),
  endsOn: isoDate.nullable(),
});
export const traineeStayInput = stayInput.refine(
  ({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn,
  { path: ['endsOn'], error: 'before-start' },
);
export type TraineeStayInput = z.infer<typeof stayInput>;

/** Where a stay comes from: the staff list, or the roster of an organization, which is changed there. */
export const staySource = z.enum(['staff', 'roster']);
export type StaySource = z.infer<typeof staySource>;

export const traineeStay = stayInput.extend({
  /** null for a stay that follows from a roster */
  id: traineeStayId.nullable(),
  personId,
  source: staySource,
  organizationId: organizationId.nullable(),
});
export type TraineeStay = z.infer<typeof traineeStay>;

/** Whether somebody has been trained in a cycle; `never`: not in any. */
export const rotationStanding = z.enum(['trained', 'due', 'never']);
export type RotationStanding = z.infer<typeof rotationStanding>;

/** A trainee as a screen may show one: numbers masked. */
export const traineeRow = z.object({
  personId,
  name: z.string(),
  maskedIdentityNumber: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  /** Groups of the day, each with its community and where it comes from. */
  stays: z.array(
    z.object({
      id: traineeStayId.nullable(),
      group: traineeGroup,
      communityName: z.string().nullable(),
      source: staySource,
      /** Organization or work unit. */
      unit: z.string().nullable(),
    }),
  ),
  freeDays: z.array(weekday),
  /** Credited in the cycle. */
  minutes: z.int(),
  lastOn: isoDate.nullable(),
  standing: rotationStanding,
});
export type TraineeRow = z.infer<typeof traineeRow>;

/** One stay with what a form needs to change it. */
export const traineeStayRow = traineeStay.extend({
  communityName: z.string().nullable(),
  organizationName: z.string().nullable(),
});
export type TraineeStayRow = z.infer<typeof traineeStayRow>;
