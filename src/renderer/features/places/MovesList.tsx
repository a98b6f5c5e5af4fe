import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PlacedSubject } from '../../../shared/domain/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';

/** Where something stood before: from, to, when and who; the newest first. */
export const MovesList = ({ subject }: { readonly subject: PlacedSubject }) => {
  const { data: moves = [] } = useQuery(useApi().places.moves.queryOptions({ input: subject }));
  return moves.map(({ movedOn, movedBy, from, to, note, recordedAt }) => (
    <Text key={recordedAt} size="xs" c="dimmed">
      {movedOn}　{movedBy}　{from ?? '（无）'} → {to ?? '（取出）'}
      {note === null ? '' : `　${note}`}
    </Text>
  ));
};
