import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Community, CommunityInput } from '../../../shared/domain/office.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CommunityPasteField } from './CommunityPasteField.tsx';

interface PasteCommunitiesModalProps {
  readonly known: readonly Community[];
  readonly onClose: () => void;
}

/** Adds many communities at once; those whose code is known already stay as they are. */
export const PasteCommunitiesModal = ({ known, onClose }: PasteCommunitiesModalProps) => {
  const { saveCommunity } = useApi().office;
  const [pasted, setPasted] = useState<readonly CommunityInput[]>([]);
  const fresh = pasted.filter(({ code }) => !known.some((one) => one.code === code));
  const save = useMutation({
    mutationFn: async () => {
      for (const community of fresh) await saveCommunity.call({ ...community, id: null });
    },
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title="从 Excel 粘贴社区" size={620}>
      <Stack>
        <CommunityPasteField communities={[]} onChange={setPasted} />
        {pasted.length === fresh.length ? null : (
          <Text size="sm" c="dimmed">
            其中 {pasted.length - fresh.length} 个代码已有，不会重复添加。
          </Text>
        )}
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
