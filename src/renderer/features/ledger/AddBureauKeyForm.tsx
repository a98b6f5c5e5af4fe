import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

/** Takes a bureau's public key off its card; it may be used only after its fingerprint has been compared. */
export const AddBureauKeyForm = () => {
  const [name, setName] = useState('');
  const [recipient, setRecipient] = useState('');
  const add = useMutation(
    useApi().ledger.addBureauKey.mutationOptions({
      onSuccess: () => {
        setName('');
        setRecipient('');
      },
    }),
  );
  const ready = name.trim() !== '' && recipient.trim() !== '';
  return (
    <Card title="登记接收公钥">
      <ImeSafeForm
        aria-label="登记接收公钥"
        onSubmit={() => ready && add.mutate({ name: name.trim(), recipient: recipient.trim() })}
      >
        <Stack gap="sm">
          <TextInput
            label="接收单位"
            placeholder="如：区民政局"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label="公钥或整张公钥卡的文字"
            placeholder="age1…"
            description="公钥以 age1 开头；整张卡的文字粘进来也可以。"
            autosize
            minRows={4}
            maxRows={8}
            spellCheck={false}
            value={recipient}
            onChange={(event) => setRecipient(event.currentTarget.value)}
          />
          <ErrorNotice error={add.error} />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              公钥只能用来加密，不能打开报送包。
            </Text>
            <Button type="submit" disabled={!ready} loading={add.isPending}>
              登记
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Card>
  );
};
