import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

/** A person says by name that the fingerprint is the bureau's. */
export const ConfirmFingerprintForm = ({ id }: { readonly id: BureauKeyId }) => {
  const [name, setName] = useState('');
  const [heard, setHeard] = useState('');
  const confirm = useMutation(useApi().ledger.confirmBureauKey.mutationOptions());
  const confirmedBy = name.trim();
  const ready = confirmedBy !== '' && heard.trim() !== '';
  return (
    <ImeSafeForm
      aria-label="核对指纹"
      onSubmit={() => ready && confirm.mutate({ id, confirmedBy, heard: heard.trim() })}
    >
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          请拨打接收单位的公开电话，请对方念出十组指纹：前八组对着屏幕核对，最后两组听着填在下面，全部相同才算无误。不要用公钥卡上写的电话。
        </Text>
        <TextInput
          label="对方念的最后两组"
          description="屏幕上没有显示，只能听对方念。"
          placeholder="如 3F0A 91C2"
          maxLength={60}
          value={heard}
          onChange={(event) => setHeard(event.currentTarget.value)}
        />
        <Group gap="xs" wrap="nowrap">
          <Text size="sm">电话核对无误，由</Text>
          <TextInput
            w={140}
            aria-label="核对人姓名"
            placeholder="姓名"
            maxLength={30}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!ready} loading={confirm.isPending}>
            确认
          </Button>
        </Group>
        <ErrorNotice error={confirm.error} />
      </Stack>
    </ImeSafeForm>
  );
};
