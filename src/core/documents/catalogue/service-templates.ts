import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { readServiceLists, readServicePapers, type ServicePaperData } from '../../services/service-papers.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import {
  callList,
  serviceCase,
  serviceList,
  serviceProof,
  serviceProofMissing,
  thanksLetter,
  thanksLetterBlank,
} from '../templates/service-papers.ts';

const whose = ({ line: { organizationId, title } }: ServicePaperData) => ({ organizationId, name: title });
const shared = { whose, coded: false, documentsPerJob: 200 } as const;

/** Papers made of the registers of activities, volunteers and resources. */
export const serviceTemplates: Readonly<
  Record<DocumentKindOn<'service-line'> | DocumentKindOn<'service-register'>, PaperTemplate>
> = {
  'service-proof': paperTemplate({
    ...shared,
    read: readServicePapers('service-proof'),
    build: serviceProof,
    lacking: serviceProofMissing,
  }),
  'thanks-letter': paperTemplate({
    ...shared,
    read: readServicePapers('resource'),
    build: thanksLetter,
    blank: thanksLetterBlank,
  }),
  'service-case': paperTemplate({ ...shared, read: readServicePapers('case'), build: serviceCase }),
  'call-list': paperTemplate({ ...shared, read: readServicePapers('emergency-team'), build: callList }),
  'service-list': paperTemplate({
    read: readServiceLists,
    whose: ({ register }) => ({ organizationId: null, name: registerWords(register).name }),
    build: serviceList,
    coded: false,
    documentsPerJob: 20,
  }),
};
