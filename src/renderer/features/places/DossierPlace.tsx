import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { paths } from '../../app/paths.ts';
import { MoveModal } from './MoveModal.tsx';
import { MovesList } from './MovesList.tsx';

/** Where a dossier stands as a whole; items may stand elsewhere. */
export const DossierPlace = ({
  organizationId,
  place,
}: {
  readonly organizationId: OrganizationId;
  readonly place: PlaceRow | null;
}) => {
  const [moving, setMoving] = useState(false);
  const subject = { what: 'dossier', id: organizationId } as const;
  return (
    <div>
      <Group gap="sm">
        <Text size="sm">
          整卷存放：
          {place === null ? (
            '还没有登记'
          ) : (
            <Anchor component={Link} to={paths.place(place.id)} size="sm">
              {place.path}
            </Anchor>
          )}
        </Text>
        <Button size="compact-sm" variant="light" onClick={() => setMoving(true)}>
          {place === null ? '登记位置' : '移动'}
        </Button>
      </Group>
      <MovesList subject={subject} />
      {moving ? (
        <MoveModal
          title="整卷档案的存放位置"
          subjects={[subject]}
          from={place?.id ?? null}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </div>
  );
};
