import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { volumeWords } from '../../../shared/domain/exit.ts';
import type { PlacedSubject, PlaceRow } from '../../../shared/domain/storage-place.ts';
import { placeKindLabels } from '../../../shared/labels/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoveModal } from './MoveModal.tsx';
import { MovesList } from './MovesList.tsx';
import { PlaceActions } from './PlaceActions.tsx';

interface Moving {
  readonly title: string;
  readonly subject: PlacedSubject;
}

/** What stands in a place: whole dossiers, then items by their codes. */
export const PlaceContent = ({ place }: { readonly place: PlaceRow }) => {
  const [moving, setMoving] = useState<Moving | null>(null);
  const { data, error } = useQuery(useApi().places.content.queryOptions({ input: { id: place.id } }));
  const { data: tree = [] } = useQuery(useApi().places.tree.queryOptions());
  const below = (id: string): string => {
    const path = tree.find((each) => each.id === id)?.path ?? place.path;
    return path === place.path ? '' : path.slice(place.path.length + 3);
  };
  const moveButton = (title: string, subject: PlacedSubject) => (
    <Button size="compact-sm" variant="subtle" onClick={() => setMoving({ title, subject })}>
      移动
    </Button>
  );
  return (
    <Card>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} size="h4">
              {place.name}
            </Title>
            <Text size="sm" c="dimmed">
              {placeKindLabels[place.kind]}　{place.path}
              {place.note === null ? '' : `　${place.note}`}
            </Text>
            <MovesList subject={{ what: 'place', id: place.id }} />
          </div>
          <PlaceActions place={place} />
        </Group>
        <ErrorNotice error={error} />
        <Text size="sm">
          {place.items} 件{place.dossiers === 0 ? '' : `，整卷 ${place.dossiers} 个`}
        </Text>
        <Table verticalSpacing={5}>
          <Table.Tbody>
            {data?.dossiers.map(({ organizationId, organizationName, volume, filingNumber, placeId }) => (
              <Table.Tr key={organizationId}>
                <Table.Td>{volume === null ? '整卷' : volumeWords(volume)}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={paths.dossier(organizationId, 'archived')} size="sm">
                    {organizationName}
                  </Anchor>
                </Table.Td>
                <Table.Td>{filingNumber}</Table.Td>
                <Table.Td>{below(placeId)}</Table.Td>
                <Table.Td ta="right">
                  {moveButton(organizationName, { what: 'dossier', id: organizationId })}
                </Table.Td>
              </Table.Tr>
            ))}
            {data?.items.map(({ id, archivalCode, title, organizationId, datedOn, placeId }) => (
              <Table.Tr key={id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{archivalCode}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={paths.archivedItem(organizationId, id)} size="sm">
                    {title}
                  </Anchor>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{datedOn}</Table.Td>
                <Table.Td>{below(placeId)}</Table.Td>
                <Table.Td ta="right">{moveButton(archivalCode, { what: 'item', id })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      {moving === null ? null : (
        <MoveModal
          title={`移动：${moving.title}`}
          subjects={[moving.subject]}
          from={null}
          onClose={() => setMoving(null)}
        />
      )}
    </Card>
  );
};
