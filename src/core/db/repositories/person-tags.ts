import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Writer } from '../archive-store.ts';

/** These and no others. */
export const saveTags = (writer: Writer, id: PersonId, tags: readonly string[]): void => {
  writer.run('DELETE FROM person_tags WHERE person_id = ?', [id]);
  for (const tag of new Set(tags)) {
    writer.run('INSERT INTO person_tags (person_id, tag) VALUES (?, ?)', [id, tag]);
  }
};
