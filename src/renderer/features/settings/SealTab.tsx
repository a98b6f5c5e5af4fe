import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconRosetteDiscountCheck, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SealPermission, SealPictureFacts } from '../../../shared/domain/seal.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { ReasonModal } from '../../components/ReasonModal.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { SetSealModal } from '../seals/SetSealModal.tsx';

type Open = 'set' | 'remove' | 'allow' | 'forbid';

const Picture = ({ picture }: { readonly picture: SealPictureFacts }) => (
  <div>
    <Text fw={700}>{picture.name}</Text>
    <Text size="sm" c="dimmed">
      直径 {picture.diameterMm} 毫米，每英寸 {picture.dpi} 点，{picture.addedBy}于
      {dayOfInstant(picture.addedAt)}存入
    </Text>
  </div>
);

const Permission = ({ permission }: { readonly permission: SealPermission | null }) => (
  <Group gap="sm" wrap="nowrap">
    <StatusBadge tone={permission?.allowed ? 'good' : 'waiting'}>
      {permission?.allowed ? '准许套印' : '没有准许套印'}
    </StatusBadge>
    {permission === null ? null : (
      <Text size="sm" c="dimmed">
        {permission.by}，{dayOfInstant(permission.at)}：{permission.reason}
      </Text>
    )}
  </Group>
);

/** The seal picture: kept without being shown, forbidden until somebody answers for it; never a legal electronic seal. */
export const SealTab = () => {
  const { seals, office } = useApi();
  const { data: state, error } = useQuery(seals.state.queryOptions());
  const { data: profile } = useQuery(office.get.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const remove = useMutation(seals.removePicture.mutationOptions({ onSuccess: close }));
  const permit = useMutation(seals.setPermission.mutationOptions({ onSuccess: close }));
  const picture = state?.picture ?? null;
  const permission = state?.permission ?? null;
  return (
    <Card
      title="印章图片"
      aside={
        <Anchor component={Link} to={paths.register('seal-uses')} size="sm">
          用印登记 ›
        </Anchor>
      }
    >
      <Stack>
        <Text size="sm" c="dimmed">
          文书的落款处默认留空，盖实物印章。需要时可以套印印章图片：它不是电子印章，没有电子签名的法律效力，纸上会印明；每一份都记入用印登记。图片加密存放，界面上不显示。
        </Text>
        <ErrorNotice error={error} />
        {picture === null ? (
          <EmptyState
            icon={IconRosetteDiscountCheck}
            title="没有设置印章图片"
            hint="打印时落款处留空，盖实物印章。"
          />
        ) : (
          <>
            <Picture picture={picture} />
            <Permission permission={permission} />
          </>
        )}
        <Group justify="flex-end">
          {picture === null ? null : (
            <>
              <Button variant="default" onClick={() => setOpen('remove')}>
                去掉图片
              </Button>
              <Button variant="default" onClick={() => setOpen(permission?.allowed ? 'forbid' : 'allow')}>
                {permission?.allowed ? '停止套印' : '准许套印'}
              </Button>
            </>
          )}
          <Button variant="light" leftSection={<IconUpload size={18} />} onClick={() => setOpen('set')}>
            {picture === null ? '选择图片' : '换一张'}
          </Button>
        </Group>
      </Stack>
      {open === 'set' ? (
        <SetSealModal authorityName={profile?.profile.authorityName ?? ''} onClose={close} />
      ) : null}
      {open === 'remove' ? (
        <ReasonModal
          title="去掉印章图片"
          text="图片从档案库里抹掉，不能恢复；用印登记不受影响。"
          byLabel="经办人"
          submitLabel="去掉"
          error={remove.error}
          pending={remove.isPending}
          onSubmit={(given) => remove.mutate(given)}
          onClose={close}
        />
      ) : null}
      {open === 'allow' || open === 'forbid' ? (
        <ReasonModal
          title={open === 'allow' ? '准许套印印章图片' : '停止套印印章图片'}
          text={
            open === 'allow'
              ? '准许以后，打印时可以选择套印。谁准许、为什么，都会记下来。'
              : '停止以后，打印时落款处只能留空。'
          }
          byLabel="负责人"
          confirm={
            open === 'allow' ? '我负责印章，知道印章图片不是电子印章，正式文书应当盖实物印章' : '停止套印'
          }
          submitLabel={open === 'allow' ? '准许' : '停止'}
          error={permit.error}
          pending={permit.isPending}
          onSubmit={(given) => permit.mutate({ ...given, allowed: open === 'allow', confirmed: true })}
          onClose={close}
        />
      ) : null}
    </Card>
  );
};
