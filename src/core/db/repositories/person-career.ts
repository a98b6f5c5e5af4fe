import type { PersonId, PersonPostId } from '../../../shared/domain/ids.ts';
import {
  partyStage,
  personPost,
  stageReached,
  type PartyStage,
  type PersonPost,
  type PostInput,
  type StageReached,
} from '../../../shared/domain/people.ts';
import type { Reader, Writer } from '../archive-store.ts';

export const saveStage = (writer: Writer, id: PersonId, reached: StageReached): void => {
  writer.run(
    `INSERT OR REPLACE INTO party_stages (person_id, stage, reached_on, note) VALUES (:id, :stage, :reachedOn, :note)`,
    { ...reached, id },
  );
};

export const deleteStage = (writer: Writer, id: PersonId, stage: PartyStage): void => {
  writer.run('DELETE FROM party_stages WHERE person_id = ? AND stage = ?', [id, stage]);
};

/** In the order of the way into the Party. */
export const listStages = (reader: Reader, id: PersonId): readonly StageReached[] =>
  reader
    .all('SELECT stage, reached_on AS reachedOn, note FROM party_stages WHERE person_id = ?', [id])
    .map((row) => stageReached.parse(row))
    .toSorted(
      (one, other) => partyStage.options.indexOf(one.stage) - partyStage.options.indexOf(other.stage),
    );

/** @returns false where the post is another person's */
export const savePost = (writer: Writer, id: PersonPostId, personId: PersonId, post: PostInput): boolean =>
  writer.run(
    `INSERT INTO person_posts (id, person_id, body, body_name, community_id, post, starts_on, ends_on)
     VALUES (:id, :personId, :body, :bodyName, :communityId, :post, :startsOn, :endsOn)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, body_name = excluded.body_name,
       community_id = excluded.community_id, post = excluded.post, starts_on = excluded.starts_on, ends_on = excluded.ends_on
       WHERE person_id = excluded.person_id`,
    { ...post, id, personId },
  ).changes === 1;

export const deletePost = (writer: Writer, id: PersonPostId, personId: PersonId): void => {
  writer.run('DELETE FROM person_posts WHERE id = ? AND person_id = ?', [id, personId]);
};

/** Posts held now first, then the former ones. */
export const listPosts = (reader: Reader, personId: PersonId): readonly PersonPost[] =>
  reader
    .all(
      `SELECT p.id, p.body, p.body_name AS bodyName, p.community_id AS communityId, p.post, p.starts_on AS startsOn,
         p.ends_on AS endsOn, c.name AS communityName
       FROM person_posts p JOIN communities c ON c.id = p.community_id
       WHERE p.person_id = ? ORDER BY p.ends_on IS NOT NULL, p.starts_on DESC, p.id`,
      [personId],
    )
    .map((row) => personPost.parse(row));
