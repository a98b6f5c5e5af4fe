import { Image, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface AttachedPictureProps {
  readonly attachment: Attachment;
  readonly alt: string;
}

const dataUrlOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('picture not read')));
    reader.readAsDataURL(file);
  });

/** A picture that is kept in the archive, decrypted only while it is on the screen. */
export const AttachedPicture = ({ attachment, alt }: AttachedPictureProps) => {
  const api = useApi();
  const { data: address, error } = useQuery({
    queryKey: ['attached-picture', attachment.id],
    queryFn: async ({ signal }) =>
      dataUrlOf(await api.filings.attachmentFile.call({ attachmentId: attachment.id }, { signal })),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error !== null) return <ErrorNotice error={error} />;
  return address === undefined ? (
    <Skeleton height={150} />
  ) : (
    <Image src={address} alt={alt} h={150} radius="sm" fit="cover" />
  );
};
