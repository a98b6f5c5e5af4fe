import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';

/** How many scans wait, beside the entry that leads to them. */
export const WaitingCount = () => {
  const { data } = useQuery({ ...useApi().scans.counts.queryOptions(), refetchInterval: 15_000 });
  const waiting = data?.waiting ?? 0;
  return waiting === 0 ? null : (
    <Badge size="sm" ml="auto" variant="light" aria-label={`${waiting} 份待归档`}>
      {waiting}
    </Badge>
  );
};
