import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Fingerprint } from '../../components/Fingerprint.tsx';

/** What somebody with 核验页 compares by telephone before trusting it. */
export const KeysCard = () => {
  const { data, error } = useQuery(useApi().verification.keys.queryOptions());
  return (
    <Card title="有人打电话来核对核验页时">
      <ErrorNotice error={error} />
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          请念下面的指纹。与对方核验页上的一致，那份核验页才可信。
        </Text>
        {data?.map(({ id, fingerprint, retiredOn }) => (
          <div key={id}>
            <Text size="sm" mb={4}>
              公钥 {id}
              {retiredOn === null ? '' : `（${retiredOn} 换下）`}
            </Text>
            <Fingerprint text={fingerprint} />
          </div>
        ))}
      </Stack>
    </Card>
  );
};
