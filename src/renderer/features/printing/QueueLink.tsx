import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';

/** The way to the queue, with how much waits there. */
export const QueueLink = () => {
  const { data } = useQuery(useApi().printing.queue.queryOptions());
  const waiting = data?.waiting.length ?? 0;
  return (
    <LinkButton
      to={paths.printCentre()}
      variant="subtle"
      size="compact-sm"
      rightSection={waiting === 0 ? null : <Badge size="sm">{waiting}</Badge>}
    >
      打印中心
    </LinkButton>
  );
};
