import { saveTraineeStay } from '../../src/core/services/trainees.ts';
import { getOffice } from '../../src/core/services/office.ts';
import type { CommunityId, PersonId } from '../../src/shared/domain/ids.ts';
import { identityCheckCharacter } from '../../src/shared/domain/identity-number.ts';
import type { PersonInput } from '../../src/shared/domain/person.ts';
import type { TraineeFilter } from '../../src/shared/contract/trainees.ts';
import type { TraineeStayInput } from '../../src/shared/domain/trainee.ts';
import type { TrainingSessionInput } from '../../src/shared/domain/training.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';

/** An identity number with the right check digit (GB 11643) from its first seventeen. */
export const checkedNumber = (seventeen: string): string =>
  `${seventeen}${identityCheckCharacter(seventeen)}`;

export const personOf = (name: string, facts: Partial<PersonInput> = {}): PersonInput => ({
  name,
  sex: null,
  birthDate: null,
  politicalStatus: null,
  identityKind: null,
  identityNumber: null,
  phone: null,
  ...facts,
});

export const stayOf = (facts: Partial<TraineeStayInput> = {}): TraineeStayInput => ({
  group: 'community-worker',
  communityId: null,
  workUnit: null,
  post: null,
  startsOn: null,
  endsOn: null,
  ...facts,
});

export const sessionOf = (facts: Partial<TrainingSessionInput> = {}): TrainingSessionInput => ({
  courseId: null,
  title: '社区工作者轮训第一课',
  topic: 'capacity',
  groups: ['community-worker'],
  startsAt: '2026-11-10T09:00',
  endsAt: '2026-11-10T12:00',
  breakMinutes: 0,
  place: '街道党群中心',
  communityId: null,
  teacher: '李爱民',
  capacity: null,
  means: 'social-worker-rota',
  provider: null,
  cost: 0,
  note: null,
  ...facts,
});

/** Everybody. */
export const poolFilter = (facts: Partial<TraineeFilter> = {}): TraineeFilter => ({
  text: '',
  groups: [],
  communityIds: [],
  standings: [],
  source: null,
  asOf: null,
  cycleId: null,
  ...facts,
});

export const communitiesOf = async (archive: OpenArchive): Promise<readonly CommunityId[]> =>
  (await getOffice(archive)).communities.map(({ id }) => id);

/** Puts somebody on the staff list. */
export const enterTrainee = async (
  archive: OpenArchive,
  name: string,
  stay: Partial<TraineeStayInput> = {},
  person: Partial<PersonInput> = {},
): Promise<PersonId> => {
  const input = { id: null, personId: null, person: personOf(name, person), stay: stayOf(stay) };
  return (await saveTraineeStay(archive, input)).personId;
};
