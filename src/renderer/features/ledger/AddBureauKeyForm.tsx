import { Button, FileButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

/** A card as a text file is small; anything else is looked at as a picture of its code. */
const isText = ({ type, name }: File): boolean => type === 'text/plain' || name.endsWith('.txt');

/** Takes a bureau's keys off its card: pasted, from a file, or from a picture of its code. */
export const AddBureauKeyForm = () => {
  const { ledger } = useApi();
  const [name, setName] = useState('');
  const [recipient, setRecipient] = useState('');
  const add = useMutation(
    ledger.addBureauKey.mutationOptions({
      onSuccess: () => {
        setName('');
        setRecipient('');
      },
    }),
  );
  const read = useMutation({
    mutationFn: async (file: File) =>
      isText(file) ? file.text() : (await ledger.readCardPicture.call({ file })).text,
    onSuccess: setRecipient,
  });
  const ready = recipient.trim() !== '';
  return (
    <Card title="登记接收公钥">
      <ImeSafeForm
        aria-label="登记接收公钥"
        onSubmit={() => ready && add.mutate({ name: name.trim(), recipient: recipient.trim() })}
      >
        <Stack gap="sm">
          <Group gap="xs">
            <FileButton
              accept="text/plain,image/png,image/jpeg,application/pdf"
              onChange={(file) => file !== null && read.mutate(file)}
            >
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  leftSection={<IconFileImport size={18} stroke={1.6} />}
                  loading={read.isPending}
                >
                  导入公钥卡文件或二维码图片
                </Button>
              )}
            </FileButton>
          </Group>
          <ErrorNotice error={read.error} />
          <Textarea
            label="公钥或整张公钥卡的文字"
            placeholder="age1…"
            description="公钥以 age1 开头；整张卡的文字粘进来，签名公钥和有效期也一起登记。"
            autosize
            minRows={4}
            maxRows={8}
            spellCheck={false}
            value={recipient}
            onChange={(event) => setRecipient(event.currentTarget.value)}
          />
          <TextInput
            label="接收单位"
            placeholder="卡上写了就不用填"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
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
