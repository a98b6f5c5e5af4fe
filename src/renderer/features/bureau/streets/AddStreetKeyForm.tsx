import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisteredStreet } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';

/** A card as a text file is small; anything else is looked at as a picture of its code. */
const isText = ({ type, name }: File): boolean => type === 'text/plain' || /\.(txt|pub)$/.test(name);

/** Takes a street's signing key off its card: pasted, from a file, or from a picture of its code. */
export const AddStreetKeyForm = ({ street }: { readonly street: RegisteredStreet }) => {
  const [card, setCard] = useState('');
  const { bureau } = useApi();
  const add = useMutation(bureau.addStreetKey.mutationOptions({ onSuccess: () => setCard('') }));
  const read = useMutation({
    mutationFn: async (file: File) =>
      isText(file) ? file.slice(0, 4000).text() : (await bureau.readCardPicture.call({ file })).text,
    onSuccess: setCard,
  });
  const ready = card.trim() !== '';
  return (
    <Card title={street.keys.length === 0 ? '登记签名公钥' : '登记新的签名公钥'}>
      <ImeSafeForm
        aria-label="登记签名公钥"
        onSubmit={() => ready && add.mutate({ streetCode: street.code, card: card.trim() })}
      >
        <Stack gap="sm">
          <Group gap="xs">
            <FileButton
              accept=".txt,.pub,text/plain,image/png,image/jpeg,application/pdf"
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
            label="签名公钥或整张公钥卡的文字"
            description="请街镇在“台账报送 → 本单位密钥”里存成公钥卡文件发来；没有卡，收到报送包时也能登记。"
            placeholder="RW…"
            autosize
            minRows={3}
            maxRows={6}
            spellCheck={false}
            value={card}
            onChange={(event) => setCard(event.currentTarget.value)}
          />
          <ErrorNotice error={add.error} />
          <Group justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed">
              登记以后，还要电话核对指纹才算数。
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
