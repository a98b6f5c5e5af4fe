import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { readFilingPapers } from '../../services/document-data.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { readFullRosterSheets, readPublicRosterSheets } from '../../services/roster-sheets.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import { certificate, certificateBlank, certificateMissing } from '../templates/certificate.ts';
import { charter, charterMissing } from '../templates/charter.ts';
import { filingForm, filingFormMissing } from '../templates/filing-form.ts';
import { fullRoster, publicRoster } from '../templates/rosters.ts';

const ofOrganization = {
  read: readFilingPapers,
  whose: ({ organizationId, facts }: FilingPaperData) => ({ organizationId, name: facts.name }),
  coded: true,
};

/** Papers made of an organization as it stands. */
export const organizationTemplates: Readonly<Record<DocumentKindOn<'organization'>, PaperTemplate>> = {
  'filing-form': paperTemplate({
    ...ofOrganization,
    build: filingForm,
    blank: filingFormMissing,
    documentsPerJob: 250,
  }),
  charter: paperTemplate({ ...ofOrganization, build: charter, blank: charterMissing, documentsPerJob: 60 }),
  'roster-full': paperTemplate({
    read: readFullRosterSheets,
    whose: ({ roster }) => ({ organizationId: roster.organizationId, name: roster.organizationName }),
    build: fullRoster,
    coded: true,
    documentsPerJob: 60,
  }),
  'roster-public': paperTemplate({
    read: readPublicRosterSheets,
    whose: ({ roster }) => ({ organizationId: roster.organizationId, name: roster.organizationName }),
    build: publicRoster,
    coded: true,
    documentsPerJob: 60,
  }),
  certificate: paperTemplate({
    ...ofOrganization,
    // A certificate that was issued says the name of its day.
    whose: ({ organizationId, certificate: issued, facts }) => ({
      organizationId,
      name: issued?.organizationName ?? facts.name,
    }),
    build: certificate,
    lacking: certificateMissing,
    blank: certificateBlank,
    coded: false,
    documentsPerJob: 500,
  }),
};
