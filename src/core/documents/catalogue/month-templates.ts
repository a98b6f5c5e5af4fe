import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { readSealRegisters } from '../../services/seal-register-paper.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import { sealRegister } from '../templates/seal-register.ts';

/** Papers made of one month of the street's work. */
export const monthTemplates: Readonly<Record<DocumentKindOn<'month'>, PaperTemplate>> = {
  'seal-register': paperTemplate({
    read: readSealRegisters,
    whose: ({ month }) => ({ organizationId: null, name: month }),
    build: sealRegister,
    coded: false,
    documentsPerJob: 60,
  }),
};
