import { Button, Group, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconChevronDown, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddPlacesModal } from './AddPlacesModal.tsx';
import { MoveModal } from './MoveModal.tsx';
import { PutInModal } from './PutInModal.tsx';
import { RenamePlaceModal } from './RenamePlaceModal.tsx';

type Open = 'put' | 'add' | 'rename' | 'move' | null;

/** What can be done with a place. */
export const PlaceActions = ({ place }: { readonly place: PlaceRow }) => {
  const [open, setOpen] = useState<Open>(null);
  const [, setQuery] = useSearchParams();
  const remove = useMutation(
    useApi().places.remove.mutationOptions({
      onSuccess: () => setQuery({ tab: 'places' }, { replace: true }),
    }),
  );
  const askToRemove = (): void => {
    modals.openConfirmModal({
      title: `删去“${place.name}”`,
      children: <Text size="sm">只有空的位置才能删去。已打印的标签随之作废。</Text>,
      labels: { confirm: '删去', cancel: '不删' },
      onConfirm: () => remove.mutate({ id: place.id }),
    });
  };
  const close = (): void => setOpen(null);
  return (
    <div>
      <Group gap="xs" wrap="nowrap">
        <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => setOpen('put')}>
          放入
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
              rightSection={<IconChevronDown size={16} />}
            >
              打印
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={Link} to={paths.print('place-labels', [place.id])}>
              标签（连同里面各处）
            </Menu.Item>
            <Menu.Item component={Link} to={paths.print('box-list', [place.id])}>
              存放清单
            </Menu.Item>
            <Menu.Item component={Link} to={paths.print('box-spine', [place.id])}>
              盒脊
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} />}>
              更多
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {place.kind === 'folder' ? null : (
              <Menu.Item onClick={() => setOpen('add')}>在里面添加位置</Menu.Item>
            )}
            <Menu.Item onClick={() => setOpen('rename')}>改名、备注</Menu.Item>
            <Menu.Item onClick={() => setOpen('move')}>整个移到别处</Menu.Item>
            <Menu.Item color="red.8" onClick={askToRemove}>
              删去
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ErrorNotice error={remove.error} />
      {open === 'put' ? <PutInModal place={place} onClose={close} /> : null}
      {open === 'add' ? <AddPlacesModal within={place} onClose={close} /> : null}
      {open === 'rename' ? <RenamePlaceModal place={place} onClose={close} /> : null}
      {open === 'move' ? (
        <MoveModal
          title={`移动“${place.name}”`}
          subjects={[{ what: 'place', id: place.id }]}
          kind={place.kind}
          from={place.parentId}
          onClose={close}
        />
      ) : null}
    </div>
  );
};
