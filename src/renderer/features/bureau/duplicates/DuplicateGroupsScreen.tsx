import { Stack, Switch } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PeriodSelect } from '../PeriodSelect.tsx';
import { usePeriod } from '../use-period.ts';
import { newestReported } from '../usual-period.ts';
import { DuplicateCard } from './DuplicateCard.tsx';
import { groupKey } from './group-key.ts';

/** Organizations that more than one street may have reported; a person looks at them side by side. */
export const DuplicateGroupsScreen = () => {
  const choice = usePeriod(newestReported);
  const { period } = choice;
  const { data, error, refetch } = useQuery({
    ...useApi().bureau.duplicates.queryOptions({ input: { period } }),
    enabled: period !== '',
  });
  const [withApart, setWithApart] = useState(false);
  const open = data?.filter(({ apart }) => apart === null) ?? [];
  const apartCount = (data?.length ?? 0) - open.length;
  const shown = withApart ? (data ?? []) : open;
  return (
    <>
      <PageHeader
        title="重复核查"
        detail={
          data === undefined
            ? '正在比对各街镇的台账'
            : open.length === 0
              ? '各街镇的台账已经比对过。'
              : `${open.length} 组可能是同一个组织，最像的在前。请与两个街镇核对。`
        }
        actions={
          <>
            {apartCount === 0 ? null : (
              <Switch
                label={`也看已排除的 ${apartCount} 组`}
                checked={withApart}
                onChange={(event) => setWithApart(event.currentTarget.checked)}
              />
            )}
            <PeriodSelect choice={choice} />
          </>
        }
      />
      <ErrorNotice error={choice.error ?? error} onRetry={() => void refetch()} />
      {data === undefined ? error === null && <ScreenLoading /> : null}
      {data !== undefined && shown.length === 0 ? (
        <EmptyState
          icon={IconCopyCheck}
          title="没有发现重复"
          hint="备案号、名称和社区、负责人和电话相同的，或名称相近的，会列在这里。"
        />
      ) : null}
      <Stack gap="sm">
        {shown.map((group) => (
          <DuplicateCard key={groupKey(group)} group={group} />
        ))}
      </Stack>
    </>
  );
};
