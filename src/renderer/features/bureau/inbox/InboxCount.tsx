import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';

/** How many files wait, beside the entry that leads to them. */
export const InboxCount = () => {
  const { data } = useQuery(useApi().bureau.inbox.queryOptions());
  const waiting = data?.length ?? 0;
  return waiting === 0 ? null : (
    <Badge size="sm" ml="auto" variant="light" aria-label={`${waiting} 个文件待处理`}>
      {waiting}
    </Badge>
  );
};
