import { Button, Group, NavLink, Text } from '@mantine/core';
import {
  IconBox,
  IconBuildingWarehouse,
  IconFolder,
  IconPlus,
  IconServer,
  type Icon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlaceKind, PlaceRow } from '../../../shared/domain/storage-place.ts';
import { UsualLabelSheet } from '../printing/UsualLabelSheet.tsx';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { AddPlacesModal } from './AddPlacesModal.tsx';
import { PlaceContent } from './PlaceContent.tsx';
import classes from './PlacesTab.module.css';

const icons: Readonly<Record<PlaceKind, Icon>> = {
  room: IconBuildingWarehouse,
  shelf: IconServer,
  box: IconBox,
  folder: IconFolder,
};

const held = ({ items, dossiers }: PlaceRow): string =>
  [items === 0 ? '' : `${items} 件`, dossiers === 0 ? '' : `${dossiers} 卷`].filter(Boolean).join('　');

/** Rooms, shelves, boxes and folders on the left; what stands in the chosen one on the right. */
export const PlacesTab = () => {
  const [query, setQuery] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const { data: tree, error, refetch } = useQuery(useApi().places.tree.queryOptions());
  const chosen = tree?.find(({ id }) => id === query.get('place')) ?? tree?.[0];
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Text size="sm" c="dimmed">
          库房、柜架、盒、夹，一层套一层。标签上的码用扫码枪扫进搜索框，就打开这里。
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Text size="sm">标签纸</Text>
          <UsualLabelSheet />
          <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => setAdding(true)}>
            添加位置
          </Button>
        </Group>
      </Group>
      <ListRows
        rows={tree}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconBox}
            title="还没有存放位置"
            hint="先添加库房或柜架，再在里面添加盒；连号的盒可以一次添加，如“1-20 号盒”。"
            action={<Button onClick={() => setAdding(true)}>添加位置</Button>}
          />
        }
      >
        {(rows) => (
          <div className={classes['columns']}>
            <nav className={classes['tree']} aria-label="存放位置">
              {rows.map((place) => {
                const PlaceIcon = icons[place.kind];
                return (
                  <NavLink
                    key={place.id}
                    component="button"
                    type="button"
                    active={place.id === chosen?.id}
                    aria-current={place.id === chosen?.id}
                    style={{ paddingInlineStart: 12 + place.depth * 20 }}
                    leftSection={<PlaceIcon size={18} stroke={1.6} aria-hidden />}
                    label={place.name}
                    rightSection={
                      <Text size="xs" c="dimmed">
                        {held(place)}
                      </Text>
                    }
                    onClick={() => setQuery({ tab: 'places', place: place.id }, { replace: true })}
                  />
                );
              })}
            </nav>
            <div className={classes['content']}>
              {chosen === undefined ? (
                <Card>没有这个位置</Card>
              ) : (
                <PlaceContent key={chosen.id} place={chosen} />
              )}
            </div>
          </div>
        )}
      </ListRows>
      {adding ? <AddPlacesModal within={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
