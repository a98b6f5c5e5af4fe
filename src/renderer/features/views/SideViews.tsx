import { Text } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import shell from '../../app/shell/Shell.module.css';
import { useSavedViews } from './use-views.ts';
import { viewParameter, viewPath } from './view-links.ts';
import classes from './SideViews.module.css';

/** Saved views, pinned below the navigation; nothing while there are none. */
export const SideViews = () => {
  const views = useSavedViews();
  const [query] = useSearchParams();
  if (views.length === 0) return null;
  return (
    <nav aria-label="常用视图" className={classes['views']}>
      <Text size="xs" c="dimmed" px={12} pt={10} pb={4}>
        常用视图
      </Text>
      {views.map((view) => (
        <Link
          key={view.id}
          to={viewPath(view)}
          title={view.name}
          className={`${shell['link']} ${classes['view']}`}
          aria-current={query.get(viewParameter) === view.id ? 'page' : undefined}
        >
          <IconBookmark size={17} stroke={1.6} aria-hidden className={classes['icon']} />
          <span className={classes['name']}>{view.name}</span>
        </Link>
      ))}
    </nav>
  );
};
