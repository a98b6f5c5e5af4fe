import { Text } from '@mantine/core';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { searchFieldLabels } from '../../../shared/labels/search.ts';
import { hitIcons } from './hit-links.ts';
import classes from './HitLines.module.css';
import { MarkedLine } from './MarkedLine.tsx';

/** What was found, what it is, and where the word stands when that is not its name. */
export const HitLines = ({ hit: { kind, title, detail, found } }: { readonly hit: SearchHit }) => {
  const Icon = hitIcons[kind];
  return (
    <span className={classes['hit']}>
      <Icon size={20} stroke={1.6} aria-hidden className={classes['icon']} />
      <span className={classes['lines']}>
        <span className={classes['first']}>
          <Text span size="sm" truncate>
            <MarkedLine {...title} />
          </Text>
          <Text span size="xs" c="dimmed" truncate ta="right" flex={1}>
            {detail}
          </Text>
        </span>
        {found === null ? null : (
          <Text span size="xs" truncate>
            <Text span inherit c="dimmed" me="sm">
              {searchFieldLabels[found.field]}
            </Text>
            <MarkedLine {...found} />
          </Text>
        )}
      </span>
    </span>
  );
};
