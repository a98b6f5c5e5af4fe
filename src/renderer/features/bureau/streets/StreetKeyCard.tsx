import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import type { StreetKey } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { instantWords } from '../../../app/calendar-words.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { Fingerprint } from '../../../components/Fingerprint.tsx';
import { FingerprintForm } from '../../ledger/FingerprintForm.tsx';

const Mark = ({ streetKey: { retiredAt, confirmedAt } }: { readonly streetKey: StreetKey }) => {
  if (retiredAt !== null) return <StatusBadge tone="ended">已停用</StatusBadge>;
  return confirmedAt === null ? (
    <StatusBadge tone="waiting">指纹待核对</StatusBadge>
  ) : (
    <StatusBadge tone="good">指纹已核对</StatusBadge>
  );
};

const ConfirmForm = ({ id }: Pick<StreetKey, 'id'>) => {
  const confirm = useMutation(useApi().bureau.confirmStreetKey.mutationOptions());
  return (
    <FingerprintForm
      text="请拨打该街镇的公开电话，请对方念出十组指纹：前八组对着屏幕核对，最后两组听着填在下面，全部相同才算无误。"
      label="对方念的最后两组"
      description="屏幕上没有显示，只能听对方念。"
      placeholder="如 3F0A 91C2"
      error={confirm.error}
      pending={confirm.isPending}
      onConfirm={(heard) => confirm.mutate({ id, ...heard })}
    />
  );
};

/** A key that a street signs with, or signed with before. */
export const StreetKeyCard = ({ streetKey }: { readonly streetKey: StreetKey }) => {
  const { id, fingerprint, fingerprintWords, confirmedAt, confirmedBy, retiredAt, addedAt } = streetKey;
  const retire = useMutation(useApi().bureau.retireStreetKey.mutationOptions());
  const askRetire = (): void => {
    modals.openConfirmModal({
      title: '停用这把公钥？',
      children: <Text size="sm">停用以后，用它签名的新报送包不再接收；以前收下的不受影响。</Text>,
      labels: { confirm: '停用', cancel: '取消' },
      onConfirm: () => retire.mutate({ id }),
    });
  };
  if (retiredAt !== null) {
    return (
      <Card title="换下的公钥" aside={<Mark streetKey={streetKey} />}>
        <Code style={{ overflowWrap: 'anywhere' }}>{streetKey.signingKey}</Code>
        <Text size="xs" c="dimmed" mt={4}>
          {instantWords(addedAt)}登记，{instantWords(retiredAt)}停用；以前的报送包仍用它查证。
        </Text>
      </Card>
    );
  }
  return (
    <Card title="签名公钥" accent={confirmedAt === null} aside={<Mark streetKey={streetKey} />}>
      <Stack gap="sm">
        <Fingerprint text={fingerprint} words={fingerprintWords} unheard={confirmedAt === null ? 2 : 0} />
        {confirmedAt === null ? (
          <ConfirmForm id={id} />
        ) : (
          <Text size="sm">
            {instantWords(confirmedAt)}，由 {confirmedBy} 电话核对无误。
          </Text>
        )}
        <ErrorNotice error={retire.error} />
        <Group justify="flex-end">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={retire.isPending}
            onClick={askRetire}
          >
            停用
          </Button>
        </Group>
      </Stack>
    </Card>
  );
};
