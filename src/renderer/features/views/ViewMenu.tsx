import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconBookmark, IconBookmarkPlus, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ViewedList } from '../../../shared/domain/saved-view.ts';
import { ManageViewsModal } from './ManageViewsModal.tsx';
import { SaveViewModal } from './SaveViewModal.tsx';
import { useSavedViews } from './use-views.ts';
import { viewPath } from './view-links.ts';

interface ViewMenuProps {
  readonly list: ViewedList;
  /** Filter and sort as the list's address says them, without the page. */
  readonly query: Readonly<Record<string, string>>;
  readonly hiddenColumns: readonly string[];
}

/** Keeps what a list shows now as a view, opens the views of this list, and puts them in order. */
export const ViewMenu = ({ list, query, hiddenColumns }: ViewMenuProps) => {
  const views = useSavedViews();
  const own = views.filter((view) => view.list === list);
  const [opened, setOpened] = useState<'save' | 'manage' | null>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label="常用视图：存下现在的条件，放到左边">
            <ActionIcon variant="default" size={36} aria-label="常用视图">
              <IconBookmark size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBookmarkPlus size={17} />} onClick={() => setOpened('save')}>
            存为常用视图
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSettings size={17} />}
            disabled={views.length === 0}
            onClick={() => setOpened('manage')}
          >
            整理常用视图
          </Menu.Item>
          {own.length === 0 ? null : <Menu.Divider />}
          {own.map((view) => (
            <Menu.Item key={view.id} component={Link} to={viewPath(view)}>
              {view.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {opened === 'save' ? (
        <SaveViewModal list={list} query={query} hiddenColumns={hiddenColumns} onClose={close} />
      ) : null}
      {opened === 'manage' ? <ManageViewsModal onClose={close} /> : null}
    </>
  );
};
