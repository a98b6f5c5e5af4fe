import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { readFilingPapers } from '../../services/document-data.ts';
import { readDossierPapers, type DossierPaperData } from '../../services/dossier-papers.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { readFullRosterSheets, readPublicRosterSheets } from '../../services/roster-sheets.ts';
import { readCertificateFaces, type CertificateFaceData } from '../../services/verification-codes.ts';
import { labelTemplate, paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import {
  archiveCatalogue,
  catalogueMissing,
  dossierCover,
  dossierLabelFace,
  referenceSheet,
} from '../templates/archive-papers.ts';
import { certificate, certificateBlank, certificateMissing } from '../templates/certificate.ts';
import { charter, charterMissing } from '../templates/charter.ts';
import { filingForm, filingFormMissing } from '../templates/filing-form.ts';
import {
  consentForm,
  foundersList,
  foundersMissing,
  foundingMinutes,
  minutesMissing,
  personInCharge,
  personInChargeMissing,
  premisesMissing,
  premisesProof,
  undertaking,
} from '../templates/founding-papers.ts';
import { fullRoster, publicRoster } from '../templates/rosters.ts';
import { archiveStamps, spineMissing, spines } from '../templates/spine-papers.ts';
import { readArchiveStamps, readDossierSpines } from '../../services/spine-papers.ts';

const ofOrganization = {
  read: readFilingPapers,
  whose: ({ organizationId, facts }: FilingPaperData) => ({ organizationId, name: facts.name }),
  coded: true,
};

const ofDossier = {
  read: readDossierPapers,
  whose: ({ paper }: DossierPaperData) => ({
    organizationId: paper.organizationId,
    name: paper.facts.name,
  }),
  // These stay with the box that they describe.
  coded: false,
  documentsPerJob: 250,
};

const onePage = { ...ofOrganization, documentsPerJob: 250 };

/** Papers made of an organization as it stands. */
export const organizationTemplates: Readonly<Record<DocumentKindOn<'organization'>, PaperTemplate>> = {
  'filing-form': paperTemplate({
    ...ofOrganization,
    build: filingForm,
    blank: filingFormMissing,
    documentsPerJob: 250,
  }),
  charter: paperTemplate({ ...ofOrganization, build: charter, blank: charterMissing, documentsPerJob: 60 }),
  'founders-list': paperTemplate({ ...onePage, build: foundersList, blank: foundersMissing }),
  'person-in-charge': paperTemplate({ ...onePage, build: personInCharge, blank: personInChargeMissing }),
  'founding-minutes': paperTemplate({ ...onePage, build: foundingMinutes, blank: minutesMissing }),
  undertaking: paperTemplate({ ...onePage, build: undertaking }),
  'premises-proof': paperTemplate({ ...onePage, build: premisesProof, blank: premisesMissing }),
  'consent-form': paperTemplate({ ...onePage, build: consentForm }),
  'archive-catalogue': paperTemplate({ ...ofDossier, build: archiveCatalogue, blank: catalogueMissing }),
  'dossier-cover': paperTemplate({ ...ofDossier, build: dossierCover }),
  'reference-sheet': paperTemplate({ ...ofDossier, build: referenceSheet }),
  'dossier-spine': paperTemplate({
    read: readDossierSpines,
    whose: ({ organizationId, name }) => ({ organizationId, name }),
    build: spines('dossier-spine'),
    blank: spineMissing,
    coded: false,
    documentsPerJob: 250,
  }),
  'archive-stamps': paperTemplate({
    read: readArchiveStamps,
    whose: ({ organizationId, name }) => ({ organizationId, name }),
    build: archiveStamps,
    coded: false,
    documentsPerJob: 250,
  }),
  label: labelTemplate({
    kind: 'label',
    subject: '档案标签',
    read: readFilingPapers,
    nameOf: ({ facts }) => facts.name,
    labelsOf: (data) => [data],
    face: (_, write) => dossierLabelFace(({ organizationId }) => write('label', organizationId)),
    authorOf: ({ office }) => office.hubName,
  }),
  'roster-full': paperTemplate({
    read: readFullRosterSheets,
    whose: ({ roster }) => ({ organizationId: roster.organizationId, name: roster.organizationName }),
    codedAs: ({ roster }) => roster.organizationId,
    build: fullRoster,
    coded: true,
    documentsPerJob: 60,
  }),
  'roster-public': paperTemplate({
    read: readPublicRosterSheets,
    whose: ({ roster }) => ({ organizationId: roster.organizationId, name: roster.organizationName }),
    codedAs: ({ roster }) => roster.organizationId,
    build: publicRoster,
    coded: true,
    documentsPerJob: 60,
  }),
  certificate: paperTemplate({
    read: readCertificateFaces,
    // A certificate that was issued says the name of its day.
    whose: ({ organizationId, certificate: issued, facts }: CertificateFaceData) => ({
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
