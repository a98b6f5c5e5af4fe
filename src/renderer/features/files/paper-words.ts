import type { FilingScan } from '../../../shared/domain/dossier-file.ts';
import { kindOfMediaType } from '../../../shared/domain/attachment-kind.ts';
import { attachmentKindLabels } from '../../../shared/labels/attachment.ts';
import { filingActionLabels, filingKindLabels } from '../../../shared/labels/filing.ts';

/** What kind of paper it is, in a clerk's words. */
export const kindWords = (mediaType: string): string => {
  const kind = kindOfMediaType(mediaType);
  return kind === null ? '文件' : attachmentKindLabels[kind];
};

/** What a scan of a filing proves. */
export const scanProof = ({ filingKind, action }: FilingScan): string =>
  action === null
    ? `${filingKindLabels[filingKind]}材料`
    : `${filingKindLabels[filingKind]}：${filingActionLabels[action]}`;
