import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import type { BureauKey } from '../../../shared/domain/ledger.ts';
import { instantWords } from '../../app/calendar-words.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BureauKeyMarks } from './BureauKeyMarks.tsx';
import { ConfirmFingerprintForm } from './ConfirmFingerprintForm.tsx';
import { Fingerprint } from '../../components/Fingerprint.tsx';

/** A bureau's key: its fingerprint to read out, and who has compared it. */
export const BureauKeyCard = ({ bureauKey }: { readonly bureauKey: BureauKey }) => {
  const { id, name, fingerprint, fingerprintWords, validUntil, signingKey, confirmedBy, confirmedAt } =
    bureauKey;
  const remove = useMutation(useApi().ledger.removeBureauKey.mutationOptions());
  const askRemove = (): void => {
    modals.openConfirmModal({
      title: `移除“${name}”的公钥？`,
      children: <Text size="sm">移除以后不能再发给它；已经做好的报送包不受影响。</Text>,
      labels: { confirm: '移除', cancel: '取消' },
      onConfirm: () => remove.mutate({ id }),
    });
  };
  return (
    <Card title={name} accent={confirmedAt === null} aside={<BureauKeyMarks bureauKey={bureauKey} />}>
      <Stack gap="sm">
        <Fingerprint text={fingerprint} words={fingerprintWords} unheard={confirmedAt === null ? 2 : 0} />
        <Text size="xs" c="dimmed">
          {validUntil === null ? '没有写有效期' : `有效期至 ${validUntil}`}；
          {signingKey === null ? '没有签名公钥，收不了它的回执' : '带签名公钥，可以查证它的回执'}
        </Text>
        {confirmedAt === null ? (
          <ConfirmFingerprintForm id={id} />
        ) : (
          <Text size="sm">
            {instantWords(confirmedAt)}，由 {confirmedBy} 电话核对无误。
          </Text>
        )}
        <ErrorNotice error={remove.error} />
        <Group justify="flex-end">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={askRemove}
          >
            移除
          </Button>
        </Group>
      </Stack>
    </Card>
  );
};
