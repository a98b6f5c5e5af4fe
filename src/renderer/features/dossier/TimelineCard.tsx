import { Text } from '@mantine/core';
import type { TimelineEvent } from '../../../shared/domain/dossier.ts';
import { Card } from '../../components/Card.tsx';
import classes from './TimelineCard.module.css';

/** Two events of one day and kind are told apart by their titles; a running number settles the rest. */
const keyed = (timeline: readonly TimelineEvent[]) =>
  timeline.map((event, index) => ({ event, key: `${event.on}-${event.kind}-${index}` }));

/** The organization's life, newest first. */
export const TimelineCard = ({ timeline }: { readonly timeline: readonly TimelineEvent[] }) => (
  <Card title="履历">
    {timeline.length === 0 ? (
      <Text size="sm" c="dimmed">
        还没有记录。备案的每一步都会记在这里。
      </Text>
    ) : (
      <ol className={classes['timeline']}>
        {keyed(timeline).map(({ event, key }) => (
          <li key={key}>
            <Text size="xs" c="dimmed">
              {event.on}
            </Text>
            <Text size="sm">{event.title}</Text>
            {event.detail === null ? null : (
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {event.detail}
              </Text>
            )}
          </li>
        ))}
      </ol>
    )}
  </Card>
);
