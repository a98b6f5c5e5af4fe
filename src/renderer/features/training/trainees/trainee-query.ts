import { traineeFilter, type TraineeFilter } from '../../../../shared/contract/trainees.ts';
import { reckonedDay } from '../../../../shared/domain/dates.ts';
import type { ListQuery } from '../../../components/use-list-query.ts';

export const emptyTraineeFilter: TraineeFilter = {
  text: '',
  groups: [],
  communityIds: [],
  standings: [],
  source: null,
  asOf: null,
  cycleId: null,
};

const parts = traineeFilter.shape;

/** The filter that an address says; values that the schema does not know are left out. */
export const traineeFilterOf = (query: ListQuery): TraineeFilter => ({
  text: query.text,
  groups: query.values('group').flatMap((value) => parts.groups.element.safeParse(value).data ?? []),
  communityIds: query
    .values('community')
    .flatMap((value) => parts.communityIds.element.safeParse(value).data ?? []),
  standings: query.values('standing').flatMap((value) => parts.standings.element.safeParse(value).data ?? []),
  source: parts.source.safeParse(query.value('source')).data ?? null,
  asOf: reckonedDay.safeParse(query.value('asOf')).data ?? null,
  cycleId: parts.cycleId.safeParse(query.value('cycle')).data ?? null,
});
