import { Center, Loader } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeldAttachment } from '../../../../shared/domain/dossier-file.ts';
import type { AttachmentView } from '../../../../shared/domain/attachment-view.ts';
import { kindOfMediaType, previewMeans } from '../../../../shared/domain/attachment-kind.ts';
import { CodedError } from '../../../../shared/errors.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PictureStage } from './PictureStage.tsx';
import classes from './Preview.module.css';
import { SheetsTable } from './SheetsTable.tsx';
import type { Look } from './use-look.ts';
import { WordFrame } from './WordFrame.tsx';

interface StageProps {
  readonly attachment: HeldAttachment;
  readonly look: Look;
}

/** Dots of the long side: enough for the screen, and twice that where somebody looks closely. */
const longSideAt = (zoom: number): number => (zoom > 1.6 ? 3200 : 1600);

const forGood = { staleTime: Infinity } as const;

const Page = ({ attachment, look }: StageProps) => {
  const { data, error } = useQuery({
    ...useApi().files.page.queryOptions({
      input: { attachmentId: attachment.id, page: look.page, longSide: longSideAt(look.zoom) },
      ...forGood,
    }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <ErrorNotice error={error} />;
  return (
    <PictureStage
      file={data}
      title={`${attachment.fileName} 第 ${look.page + 1} 页`}
      zoom={look.zoom}
      turns={look.turns}
      onBroken={() => {}}
    />
  );
};

const Picture = ({ attachment, look }: StageProps) => {
  const [broken, setBroken] = useState(false);
  const { data, error } = useQuery(
    useApi().files.file.queryOptions({ input: { attachmentId: attachment.id }, ...forGood }),
  );
  if (broken) return <ErrorNotice error={new CodedError('PREVIEW_FAILED', { reason: 'damaged' })} />;
  if (error !== null) return <ErrorNotice error={error} />;
  return (
    <PictureStage
      file={data}
      title={attachment.fileName}
      zoom={look.zoom}
      turns={look.turns}
      onBroken={() => setBroken(true)}
    />
  );
};

interface ShownProps extends StageProps {
  readonly view: AttachmentView;
}

const Shown = ({ view, attachment, look }: ShownProps) => {
  switch (view.means) {
    case 'pages':
      return <Page attachment={attachment} look={look} />;
    case 'picture':
      return <Picture attachment={attachment} look={look} />;
    case 'html':
      return <WordFrame html={view.html} title={attachment.fileName} />;
    case 'sheets':
      return <SheetsTable sheets={view.sheets} />;
    case 'text':
      return <pre className={classes['text']}>{view.text}</pre>;
  }
};

const onePage: AttachmentView = { means: 'pages', pages: 1 };

const isPaged = ({ mediaType, warnings }: HeldAttachment): boolean => {
  const kind = kindOfMediaType(mediaType);
  return kind !== null && previewMeans[kind] === 'pages' && !warnings.includes('encrypted');
};

interface PreviewStageProps extends StageProps {
  readonly view: AttachmentView | undefined;
  readonly error: unknown;
}

/** The paper itself, or the sentence that says why it cannot be shown. */
export const PreviewStage = ({ view, error, ...rest }: PreviewStageProps) => {
  if (error !== null) return <ErrorNotice error={error} />;
  // The first page of a paper that surely has one is on its way while its pages are still being counted.
  const shown = view ?? (isPaged(rest.attachment) ? onePage : undefined);
  if (shown === undefined) {
    return (
      <Center flex={1}>
        <Loader aria-label="正在显示" />
      </Center>
    );
  }
  return <Shown view={shown} {...rest} />;
};
