import {
  ActionIcon,
  Button,
  FileButton,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { IconFileText, IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ServiceFile } from '../../../shared/contract/service-registers.ts';
import type { ServiceLineId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useDroppedAndPasted } from '../../components/use-dropped-and-pasted.ts';
import { PreviewModal } from '../files/preview/PreviewModal.tsx';
import { AttachedPicture } from '../filings/AttachedPicture.tsx';
import { offerUndo } from './offer-undo.tsx';

interface TileProps {
  readonly file: ServiceFile;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

const Tile = ({ file: { title, attachment }, onOpen, onRemove }: TileProps) => (
  <Paper withBorder p={6} pos="relative">
    <UnstyledButton w="100%" aria-label={`查看${title}`} onClick={onOpen}>
      {attachment.mediaType.startsWith('image/') ? (
        <AttachedPicture attachment={attachment} alt={title} />
      ) : (
        <Group h={150} justify="center">
          <IconFileText size={40} stroke={1.2} aria-hidden />
        </Group>
      )}
      <Text size="xs" mt={4} lineClamp={1}>
        {title}
      </Text>
    </UnstyledButton>
    <ActionIcon
      pos="absolute"
      top={8}
      right={8}
      size="sm"
      variant="default"
      aria-label={`去掉${title}`}
      onClick={onRemove}
    >
      <IconX size={14} />
    </ActionIcon>
  </Paper>
);

interface ServiceFilesProps {
  readonly id: ServiceLineId;
  readonly files: readonly ServiceFile[];
}

/** Photos and papers of a line: choose, drop or paste them; a look is one press away. */
export const ServiceFiles = ({ id, files }: ServiceFilesProps) => {
  const { serviceRegisters } = useApi();
  const [open, setOpen] = useState<number | null>(null);
  const add = useMutation({
    mutationFn: async (added: readonly File[]) => {
      for (const file of added) await serviceRegisters.addFile.call({ id, file });
    },
  });
  const { mutate } = add;
  const take = useCallback((added: readonly File[]) => added.length > 0 && mutate(added), [mutate]);
  const over = useDroppedAndPasted(take);
  const restore = useMutation(serviceRegisters.restoreFile.mutationOptions());
  const remove = useMutation(
    serviceRegisters.removeFile.mutationOptions({
      onSuccess: (_, { attachmentId }) =>
        offerUndo({
          id: attachmentId,
          title: '已去掉一份材料',
          onUndo: () => restore.mutate({ id, attachmentId }),
        }),
    }),
  );
  return (
    <Stack gap="xs" {...(over ? { bg: 'teal.0' } : {})}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {files.length === 0 ? '还没有照片和材料，可以拖进来或粘贴' : `照片和材料 ${files.length} 份`}
        </Text>
        <FileButton multiple onChange={take}>
          {(props) => (
            <Button
              {...props}
              type="button"
              size="compact-sm"
              variant="light"
              loading={add.isPending}
              leftSection={<IconPaperclip size={16} stroke={1.6} />}
            >
              加照片、材料
            </Button>
          )}
        </FileButton>
      </Group>
      <ErrorNotice error={add.error ?? remove.error ?? restore.error} />
      <SimpleGrid cols={4} spacing="xs">
        {files.map((file, index) => (
          <Tile
            key={file.attachment.id}
            file={file}
            onOpen={() => setOpen(index)}
            onRemove={() => remove.mutate({ id, attachmentId: file.attachment.id })}
          />
        ))}
      </SimpleGrid>
      {open === null ? null : <PreviewModal papers={files} first={open} onClose={() => setOpen(null)} />}
    </Stack>
  );
};
