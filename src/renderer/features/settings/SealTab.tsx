import { Button, FileButton, Group, Image, Stack, Text } from '@mantine/core';
import { IconRosetteDiscountCheck, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** A picture that is laid over name and date on request; never a legal electronic seal. */
export const SealTab = () => {
  const { office } = useApi();
  const { data: seal } = useQuery(office.sealPicture.queryOptions());
  const set = useMutation(office.setSealPicture.mutationOptions());
  const dataUrl = seal?.dataUrl ?? null;
  return (
    <Card title="印章图片">
      <Stack>
        <Text size="sm" c="dimmed">
          打印备案证书时，可以把这张图片套在落款和日期上。它只是图片，不是具有法律效力的电子印章；正式证书请加盖实物印章。
        </Text>
        {dataUrl === null ? (
          <EmptyState
            icon={IconRosetteDiscountCheck}
            title="没有设置印章图片"
            hint="用底色透明的 PNG 图片效果最好，印章约占满整张图。"
          />
        ) : (
          <Group justify="center" py="lg">
            <Image src={dataUrl} alt="印章图片" w={160} fit="contain" />
          </Group>
        )}
        <ErrorNotice error={set.error} />
        <Group justify="flex-end">
          {dataUrl === null ? null : (
            <Button variant="default" loading={set.isPending} onClick={() => set.mutate({ file: null })}>
              去掉图片
            </Button>
          )}
          <FileButton
            accept="image/png,image/jpeg"
            onChange={(file) => file !== null && set.mutate({ file })}
          >
            {(props) => (
              <Button
                {...props}
                variant="light"
                loading={set.isPending}
                leftSection={<IconUpload size={18} />}
              >
                选择图片
              </Button>
            )}
          </FileButton>
        </Group>
      </Stack>
    </Card>
  );
};
