import { Button, Grid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Verdict } from '../../../shared/domain/verification.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { saveFile } from '../../app/save-file.ts';
import { Card } from '../../components/Card.tsx';
import { messageOf } from '../../components/error-sentence.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useDroppedAndPasted } from '../../components/use-dropped-and-pasted.ts';
import { CheckForm } from './CheckForm.tsx';
import { KeysCard } from './KeysCard.tsx';
import { VerdictCard } from './VerdictCard.tsx';

const ExportPageButton = () => {
  const page = useMutation({
    ...useApi().verification.page.mutationOptions(),
    onSuccess: saveFile,
    onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconFileExport size={18} stroke={1.6} />}
      loading={page.isPending}
      onClick={() => page.mutate(undefined)}
    >
      导出核验页
    </Button>
  );
};

const Verdicts = ({ verdicts }: { readonly verdicts: readonly Verdict[] | undefined }) => {
  if (verdicts === undefined)
    return (
      <Card title="怎样核验">
        <Stack gap={6}>
          <Text>新发的证书左下角有带签名的二维码。扫描后：</Text>
          <Text>绿色：真证书，现在有效。</Text>
          <Text>黄色：真证书但已停用，或者是没有签名的旧证书。</Text>
          <Text>红色：内容被改动过，或者不是本机关签发的。</Text>
          <Text size="sm" c="dimmed">
            居（村）委会和其他单位没有本系统也能核验：把“核验页”发给他们，双击就能用，不用上网。
          </Text>
        </Stack>
      </Card>
    );
  if (verdicts.length === 0)
    return (
      <Card title="没有找到二维码">
        <Text>请把证书左下角的二维码扫清楚一些，再试一次；也可以用扫码枪直接扫描。</Text>
      </Card>
    );
  return verdicts.map((verdict, index) => (
    // Verdicts have no identity but their place on the picture.
    // oxlint-disable-next-line react/no-array-index-key
    <VerdictCard key={index} verdict={verdict} />
  ));
};

/** Whether a certificate is genuine, and in force (FEATURES E6). */
export const VerificationScreen = () => {
  const { verification } = useApi();
  const { mutate: run, ...check } = useMutation({
    mutationFn: async (asked: string | File): Promise<readonly Verdict[]> =>
      typeof asked === 'string'
        ? [await verification.check.call({ text: asked })]
        : (await verification.checkPicture.call({ file: asked })).verdicts,
  });
  const takeFiles = useCallback(([file]: readonly File[]) => file && run(file), [run]);
  useDroppedAndPasted(takeFiles);
  return (
    <>
      <PageHeader
        title="核验备案证书"
        crumbs={[{ title: '登记簿', to: paths.register('certificates') }]}
        detail="扫描证书上的二维码，看它是不是真的、现在还有没有效。"
        actions={<ExportPageButton />}
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <CheckForm busy={check.isPending} error={check.error} onText={run} onPicture={run} />
            <KeysCard />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <Verdicts verdicts={check.data} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
};
