import type { DocumentKind } from '../../shared/domain/document.ts';
import type { FilingPaperData } from '../services/filing-paper-data.ts';
import type { PaperDocument, SealPicture } from './model.ts';
import { certificate, certificateBlank, certificateMissing } from './templates/certificate.ts';
import { charter, charterMissing } from './templates/charter.ts';
import { filingForm, filingFormMissing } from './templates/filing-form.ts';

export interface PaperTemplate {
  /** First word of the file's name. */
  readonly label: string;
  readonly build: (data: FilingPaperData, picture: SealPicture | null) => PaperDocument;
  /** Facts without which the paper must not be printed. */
  readonly required: (data: FilingPaperData) => readonly string[];
  /** Facts that stay blank, to be written by hand. */
  readonly blank: (data: FilingPaperData) => readonly string[];
  /** Documents in one print job: about 500 pages, above which Chromium's memory grows faster than its speed. */
  readonly documentsPerJob: number;
}

const none = (): readonly string[] => [];

export const paperTemplates: Readonly<Record<DocumentKind, PaperTemplate>> = {
  charter: { label: '章程', build: charter, required: none, blank: charterMissing, documentsPerJob: 60 },
  'filing-form': {
    label: '备案表',
    build: filingForm,
    required: none,
    blank: filingFormMissing,
    documentsPerJob: 250,
  },
  certificate: {
    label: '备案证书',
    build: certificate,
    required: certificateMissing,
    blank: certificateBlank,
    documentsPerJob: 500,
  },
};
