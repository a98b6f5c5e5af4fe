import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisteredStreet } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { refusedWords, streetsFromText } from './street-lines.ts';

interface PasteStreetsModalProps {
  readonly known: readonly RegisteredStreet[];
  readonly districtCode: string;
  readonly onClose: () => void;
}

/** Adds many streets at once; those whose code is known already stay as they are. */
export const PasteStreetsModal = ({ known, districtCode, onClose }: PasteStreetsModalProps) => {
  const { saveStreet } = useApi().bureau;
  const [text, setText] = useState('');
  const { streets, refused } = streetsFromText(text, districtCode);
  const fresh = streets.filter(({ code }) => !known.some((one) => one.code === code));
  const save = useMutation({
    mutationFn: async () => {
      for (const street of fresh) await saveStreet.call(street);
    },
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title="从 Excel 粘贴街镇名单" size={640}>
      <Stack>
        <Textarea
          label="街镇名单"
          description="从 Excel 或 WPS 复制“9 位代码、名称、联系人、电话”各列，粘贴到这里，每行一个。后两列可以没有。"
          placeholder={`${districtCode}001\t新河街道\t刘敏\t010-12345678`}
          data-autofocus
          autosize
          minRows={8}
          maxRows={11}
          value={text}
          error={refused.length === 0 ? undefined : refusedWords(refused)}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          已读出 {streets.length} 个街镇
          {fresh.length === streets.length
            ? ''
            : `，其中 ${streets.length - fresh.length} 个已在名册上，不会重复添加`}
        </Text>
        <ErrorNotice error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button disabled={fresh.length === 0} loading={save.isPending} onClick={() => save.mutate()}>
            添加 {fresh.length} 个
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
