import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { readSignIns, readTrainingCertificates, readTrainingPasses } from '../../services/training-papers.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import {
  signInSheet,
  trainingCertificate,
  trainingCertificateBlank,
  trainingCertificateMissing,
} from '../templates/training-papers.ts';
import { trainingPasses } from '../templates/training-passes.ts';

/** Papers made of the rotation of training. */
export const trainingTemplates: Readonly<
  Record<DocumentKindOn<'training-session'> | DocumentKindOn<'training-completion'>, PaperTemplate>
> = {
  'training-sign-in': paperTemplate({
    read: readSignIns,
    whose: ({ course }) => ({ organizationId: null, name: course }),
    build: signInSheet,
    coded: true,
    documentsPerJob: 100,
  }),
  'training-pass': paperTemplate({
    read: readTrainingPasses,
    whose: ({ course }) => ({ organizationId: null, name: course }),
    build: (data, _, write) => trainingPasses(data, (id) => write('training-pass', id)),
    coded: false,
    documentsPerJob: 20,
  }),
  'training-certificate': paperTemplate({
    read: readTrainingCertificates,
    whose: ({ name }) => ({ organizationId: null, name }),
    build: trainingCertificate,
    lacking: trainingCertificateMissing,
    blank: trainingCertificateBlank,
    coded: false,
    documentsPerJob: 500,
  }),
};
