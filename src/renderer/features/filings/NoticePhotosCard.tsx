import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { Filing, NoticePhoto } from '../../../shared/domain/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { AttachedPicture } from './AttachedPicture.tsx';
import { ScanButton } from './ScanButton.tsx';

interface PhotoProps {
  readonly filing: Filing;
  readonly attachment: Attachment;
  readonly photo: NoticePhoto;
}

const Photo = ({ filing, attachment, photo }: PhotoProps) => {
  const [caption, setCaption] = useState(photo.caption);
  const mark = useMutation(useApi().filings.markNoticePhoto.mutationOptions());
  const save = (text: string | null): void =>
    mark.mutate({ id: filing.id, attachmentId: attachment.id, caption: text });
  const changed = caption.trim() !== photo.caption;
  return (
    <Stack gap={6}>
      <AttachedPicture attachment={attachment} alt={photo.caption || attachment.fileName} />
      <ImeSafeForm aria-label="照片说明" onSubmit={() => changed && save(caption.trim())}>
        <TextInput
          size="sm"
          aria-label="照片说明"
          placeholder="如 三号楼公告栏"
          maxLength={120}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
          onBlur={() => changed && save(caption.trim())}
        />
      </ImeSafeForm>
      <Button size="compact-xs" variant="subtle" color="gray.7" onClick={() => save(null)}>
        不是公示照片
      </Button>
      <ErrorNotice error={mark.error} />
    </Stack>
  );
};

/** Photos of the notice where it hung: taken in as attachments, shown with what they show. */
export const NoticePhotosCard = ({ filing }: { readonly filing: Filing }) => {
  const mark = useMutation(useApi().filings.markNoticePhoto.mutationOptions());
  const photos = filing.photos.flatMap((photo) => {
    const attachment = filing.attachments.find(({ id }) => id === photo.attachmentId);
    return attachment === undefined ? [] : [{ photo, attachment }];
  });
  return (
    <Card
      title="公示照片"
      aside={
        <ScanButton
          filingId={filing.id}
          label="加照片"
          size="compact-sm"
          accept="image/jpeg,image/png"
          onAttached={({ id }) => mark.mutate({ id: filing.id, attachmentId: id, caption: '' })}
        />
      }
    >
      <ErrorNotice error={mark.error} />
      {photos.length === 0 ? (
        <Text size="sm" c="dimmed">
          还没有照片。把公示张贴在公告栏的样子拍下来，加在这里，作为已公示的证明。
        </Text>
      ) : (
        <SimpleGrid cols={3} spacing="md">
          {photos.map(({ photo, attachment }) => (
            <Photo key={attachment.id} filing={filing} attachment={attachment} photo={photo} />
          ))}
        </SimpleGrid>
      )}
    </Card>
  );
};
