import type { PlanRequest } from '../../../../shared/contract/rotation.ts';
import { planRequest } from '../../../../shared/contract/rotation.ts';
import { addDays } from '../../../../shared/domain/calendar-days.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { TraineeGroup } from '../../../../shared/domain/trainee.ts';
import { emptyTraineeFilter } from '../trainees/trainee-query.ts';

export interface PlaceLine {
  readonly key: number;
  readonly name: string;
  readonly communityId: CommunityId | null;
  /** Only people of that community come here. */
  readonly onlyOwn: boolean;
  readonly capacity: number | string;
}

/** What the form holds, as it is typed. */
export interface PlannerForm {
  readonly title: string;
  readonly topic: string;
  readonly means: string | null;
  readonly courseId: string | null;
  readonly groups: readonly TraineeGroup[];
  readonly from: string | null;
  readonly to: string | null;
  readonly weekdays: readonly string[];
  readonly times: readonly string[];
  readonly places: readonly PlaceLine[];
  readonly teachers: number | string;
  readonly fewest: number | string;
}

/** Times of a day that are offered; an office's own come with its sessions. */
export const timeOptions = [
  { value: '09:00-11:30', label: '上午 9:00–11:30' },
  { value: '14:00-16:30', label: '下午 14:00–16:30' },
  { value: '18:30-20:00', label: '晚上 18:30–20:00' },
];

export const firstForm = (today: string): PlannerForm => ({
  title: '轮训补训',
  topic: 'capacity',
  means: 'social-worker-rota',
  courseId: null,
  groups: [],
  from: addDays(today, 7),
  to: addDays(today, 34),
  weekdays: ['1', '2', '3', '4', '5'],
  times: ['09:00-11:30'],
  places: [{ key: 0, name: '街道党群服务中心', communityId: null, onlyOwn: false, capacity: 40 }],
  teachers: 1,
  fewest: 5,
});

/** The request that the form comes to; null while something is missing. */
export const requestOf = (form: PlannerForm): PlanRequest | null =>
  planRequest.safeParse({
    ...form,
    filter: { ...emptyTraineeFilter, groups: [...form.groups], standings: ['due', 'never'] },
    weekdays: form.weekdays.map(Number),
    times: form.times.map((time) => ({ starts: time.slice(0, 5), ends: time.slice(6) })),
    places: form.places.map(({ name, communityId, onlyOwn, capacity }) => ({
      name,
      communityId,
      serves: onlyOwn && communityId !== null ? [communityId] : [],
      capacity: Number(capacity),
    })),
    teachers: Number(form.teachers),
    fewest: Number(form.fewest),
  }).data ?? null;
