import type { SearchGroup, SearchHit } from '../../shared/contract/search.ts';
import { storagePlaceId } from '../../shared/domain/ids.ts';
import type { PaperIdentity } from '../../shared/domain/paper-code.ts';
import type { SearchKind } from '../../shared/domain/search.ts';
import type { Reader } from '../db/archive-store.ts';
import { matchRank } from '../db/search-matches.ts';
import { paperCodes } from '../documents/paper-codes.ts';
import type { OpenArchive } from '../open-archive.ts';
import { subjectOfPaper } from './scan-homes.ts';
import { hitsOf } from './search-hits.ts';

const hitOf = (reader: Reader, kind: SearchKind, entityId: string): SearchHit[] =>
  hitsOf[kind](reader, [{ entityId, field: 'name', text: '', rank: matchRank.exact, spelled: false }], {
    words: [],
    tail: null,
  }).map((hit) => ({ ...hit, found: null }));

const hitsOfPaper = async (reader: Reader, { subjectId }: PaperIdentity): Promise<SearchHit[]> => {
  const places = hitOf(reader, 'place', storagePlaceId.parse(subjectId));
  if (places.length > 0) return places;
  const subject = await subjectOfPaper(reader, subjectId);
  if (subject === null) return [];
  return [
    ...(subject.filingId === null ? [] : hitOf(reader, 'filing', subject.filingId)),
    ...(subject.record === null ? [] : hitOf(reader, 'record', subject.record.id)),
    ...hitOf(reader, 'organization', subject.organizationId),
  ];
};

/**
 * What the code of one of our papers or labels leads to, as a hand scanner types it; null for any other text. A code
 * of ours whose subject is gone, and one of another archive, find nothing.
 */
export const scannedPaper = async (
  { keys }: Pick<OpenArchive, 'keys'>,
  reader: Reader,
  text: string,
): Promise<SearchGroup[] | null> => {
  // A scanner may type in small letters, or in those of a Chinese keyboard.
  const reading = paperCodes(keys).read(text.trim().normalize('NFKC').toUpperCase());
  if (reading.kind === 'other') return null;
  if (reading.kind !== 'ours') return [];
  return (await hitsOfPaper(reader, reading.paper)).map((hit) => ({
    kind: hit.kind,
    hits: [hit],
    more: false,
  }));
};
