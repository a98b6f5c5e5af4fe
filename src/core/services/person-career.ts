import { personPostId, type PersonId, type PersonPostId } from '../../shared/domain/ids.ts';
import type { PartyStage, PersonProfile, PostInput, StageReached } from '../../shared/domain/people.ts';
import { firstDayOf } from '../../shared/domain/roster-day.ts';
import { CodedError } from '../../shared/errors.ts';
import { listCommunities } from '../db/repositories/office.ts';
import {
  deletePost,
  deleteStage,
  listStages,
  savePost,
  saveStage,
} from '../db/repositories/person-career.ts';
import type { OpenArchive } from '../open-archive.ts';
import { changePerson, setPoliticalStatus } from './people.ts';

const statusOf = { probationary: 'probationary-party-member', full: 'party-member' } as const;

/**
 * Records that somebody has come to a stage on the way into the Party (policy Art. 1). The last of the two stages of
 * membership is the political status.
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `reachedOn` `future`
 */
export const reachStage = (
  archive: OpenArchive,
  id: PersonId,
  reached: StageReached,
): Promise<PersonProfile> =>
  changePerson(archive, id, (writer) => {
    if (firstDayOf(reached.reachedOn) > archive.ports.clock.today())
      throw new CodedError('INVALID_VALUE', { field: 'reachedOn', reason: 'future' });
    saveStage(writer, id, reached);
    const last = listStages(writer, id).at(-1)?.stage;
    if (last === 'probationary' || last === 'full') setPoliticalStatus(archive, writer, id, statusOf[last]);
  });

/** Takes a stage back that was entered by mistake; the political status stays as it is. @throws CodedError NOT_FOUND */
export const removeStage = (archive: OpenArchive, id: PersonId, stage: PartyStage): Promise<PersonProfile> =>
  changePerson(archive, id, (writer) => deleteStage(writer, id, stage));

/**
 * A seat in the community's Party leadership (policy Art. 1) or on a committee under the residents' committee (Art. 4).
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `bodyName` `missing` for another committee without its name
 */
export const keepPost = (
  archive: OpenArchive,
  input: { readonly id: PersonId; readonly postId: PersonPostId | null; readonly post: PostInput },
): Promise<PersonProfile> =>
  changePerson(archive, input.id, (writer) => {
    const { body, bodyName, communityId } = input.post;
    if (body === 'other-committee' && (bodyName ?? '') === '')
      throw new CodedError('INVALID_VALUE', { field: 'bodyName', reason: 'missing' });
    if (!listCommunities(writer).some(({ id }) => id === communityId))
      throw new CodedError('NOT_FOUND', { what: 'community' });
    const postId = input.postId ?? personPostId.parse(archive.ports.random.id());
    if (!savePost(writer, postId, input.id, input.post)) throw new CodedError('NOT_FOUND', { what: 'post' });
  });

export const removePost = (
  archive: OpenArchive,
  id: PersonId,
  postId: PersonPostId,
): Promise<PersonProfile> => changePerson(archive, id, (writer) => deletePost(writer, postId, id));
