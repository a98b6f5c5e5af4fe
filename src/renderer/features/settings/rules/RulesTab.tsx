import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { RulePackFiles } from './RulePackFiles.tsx';
import { RulePackForm } from './RulePackForm.tsx';
import { RulePackHistory } from './RulePackHistory.tsx';

/** Every number that the policy leaves open, as this street has decided it. */
export const RulesTab = () => {
  const {
    data: pack,
    error,
    refetch,
  } = useQuery(useApi().rules.current.queryOptions({ input: { on: null } }));
  if (pack === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Stack gap="md">
      <RulePackForm key={pack.id + pack.validFrom} saved={pack} />
      <Card title="历次规则">
        <RulePackHistory current={pack} />
      </Card>
      <Card title="规则文件与工作日历">
        <RulePackFiles pack={pack} />
      </Card>
    </Stack>
  );
};
