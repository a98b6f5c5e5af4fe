import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { SearchGroup } from '../../../shared/contract/search.ts';
import { searchKindLabels } from '../../../shared/labels/search.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { HitLines } from './HitLines.tsx';
import { keyOf, linkOf } from './hit-links.ts';
import classes from './GroupCard.module.css';

interface GroupCardProps {
  readonly group: SearchGroup;
  readonly text: string;
  /** True when this kind alone is shown. */
  readonly alone: boolean;
}

/** Hits of one kind; the arrows move from one to the next (see SearchScreen). */
export const GroupCard = ({ group: { kind, hits, more }, text, alone }: GroupCardProps) => (
  <Card
    title={searchKindLabels[kind]}
    aside={
      more && !alone ? (
        <Anchor component={Link} to={paths.search(text, kind)} size="sm">
          更多{searchKindLabels[kind]} ›
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          {more ? `只列出最相近的 ${hits.length} 项` : `${hits.length} 项`}
        </Text>
      )
    }
  >
    <ul className={classes['hits']}>
      {hits.map((hit) => (
        <li key={keyOf(hit)}>
          <Link to={linkOf(hit)} className={classes['hit'] ?? ''} data-hit>
            <HitLines hit={hit} />
          </Link>
        </li>
      ))}
    </ul>
  </Card>
);
