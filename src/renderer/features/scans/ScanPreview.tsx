import { useQuery } from '@tanstack/react-query';
import type { HeldAttachment } from '../../../shared/domain/dossier-file.ts';
import { useApi } from '../../app/archive-api.tsx';
import { PreviewBar } from '../files/preview/PreviewBar.tsx';
import { PreviewStage } from '../files/preview/PreviewStage.tsx';
import { useLook } from '../files/preview/use-look.ts';
import { useSaveAttachment } from '../files/preview/use-save-attachment.ts';

/** The scan itself, beside what is asked about it. */
export const ScanPreview = ({ attachment }: { readonly attachment: HeldAttachment }) => {
  const controls = useLook(1, 0);
  const save = useSaveAttachment();
  const { data: view, error } = useQuery(
    useApi().files.view.queryOptions({ input: { attachmentId: attachment.id }, staleTime: Infinity }),
  );
  return (
    <>
      <PreviewBar
        controls={controls}
        papers={1}
        pages={view?.means === 'pages' ? view.pages : 1}
        pictured={view?.means === 'pages' || view?.means === 'picture'}
        onSave={() => save(attachment.id)}
      />
      <PreviewStage attachment={attachment} look={controls.look} view={view} error={error} />
    </>
  );
};
