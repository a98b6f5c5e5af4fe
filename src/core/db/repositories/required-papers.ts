import { requiredPaper, type RequiredPaper } from '../../../shared/domain/dossier-file.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** In the office's order. */
export const listRequiredPapers = (reader: Reader): readonly RequiredPaper[] =>
  reader
    .all('SELECT part, title FROM required_papers ORDER BY position')
    .map((row) => requiredPaper.parse(row));

/** Replaces all of them by these, in this order. */
export const saveRequiredPapers = (writer: Writer, papers: readonly RequiredPaper[]): void => {
  writer.run('DELETE FROM required_papers');
  for (const [position, { part, title }] of papers.entries())
    writer.run('INSERT INTO required_papers (part, title, position) VALUES (?, ?, ?)', [
      part,
      title,
      position,
    ]);
};
