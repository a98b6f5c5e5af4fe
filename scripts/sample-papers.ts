import { paperCodeBlock, paperCodes } from '../src/core/documents/paper-codes.ts';
import type { PaperDocument, SealPicture } from '../src/core/documents/model.ts';
import { paperTemplates } from '../src/core/documents/paper-templates.ts';
import { application, dissolutionApplication } from '../src/core/documents/templates/applications.ts';
import { approval } from '../src/core/documents/templates/approval.ts';
import {
  archiveCatalogue,
  dossierCover,
  dossierLabel,
  referenceSheet,
} from '../src/core/documents/templates/archive-papers.ts';
import { certificateReceipt, lossStatement } from '../src/core/documents/templates/certificate-forms.ts';
import { certificate } from '../src/core/documents/templates/certificate.ts';
import { charter } from '../src/core/documents/templates/charter.ts';
import { commendationLetter } from '../src/core/documents/templates/commendation-letter.ts';
import { gapLetter, noticeBoard } from '../src/core/documents/templates/community-papers.ts';
import { disclosureSheet } from '../src/core/documents/templates/disclosure-sheet.ts';
import {
  dispositionDecision,
  rectificationOrder,
} from '../src/core/documents/templates/disposition-papers.ts';
import {
  consentForm,
  foundersList,
  foundingMinutes,
  personInCharge,
  premisesProof,
  undertaking,
} from '../src/core/documents/templates/founding-papers.ts';
import { boxList, placeLabels } from '../src/core/documents/templates/place-papers.ts';
import { sampleBoxList, samplePlaceLabels } from './sample-places.ts';
import { workReport } from '../src/core/documents/templates/report-papers.ts';
import { sealRegister } from '../src/core/documents/templates/seal-register.ts';
import { surveyBallot, surveySheet } from '../src/core/documents/templates/survey-papers.ts';
import {
  sampleCommendation,
  sampleDisclosure,
  sampleDisposition,
  sampleDossier,
  sampleGapLetter,
  sampleNoticeBoard,
  sampleReport,
  sampleSealRegister,
  sampleSurvey,
} from './sample-records.ts';
import { correctionNotice } from '../src/core/documents/templates/correction-notice.ts';
import { filingForm } from '../src/core/documents/templates/filing-form.ts';
import {
  assetStatement,
  changeForm,
  committeeOpinion,
  copiesReceipt,
} from '../src/core/documents/templates/matter-forms.ts';
import { disclosureAnswer, objectionAnswer } from '../src/core/documents/templates/objection-answer.ts';
import { dissolutionNotice, filingNotice } from '../src/core/documents/templates/public-notice.ts';
import { refusalNotice } from '../src/core/documents/templates/refusal-notice.ts';
import { fullRoster, publicRoster } from '../src/core/documents/templates/rosters.ts';
import type { FilingPaperData } from '../src/core/services/filing-paper-data.ts';
import type { MatterPaperData } from '../src/core/services/matter-paper-data.ts';
import { publicNoticeOf } from '../src/core/services/public-notice-data.ts';
import type { DocumentKind } from '../src/shared/domain/document.ts';
import type { FilingKind } from '../src/shared/domain/filing.ts';
import {
  bareMatter,
  refusedMatter,
  sampleCertificate,
  sampleMatter,
  sampleMembers,
  sampleRoster,
} from './sample-matter.ts';

/** What the papers of a sample are made of. */
export interface PaperSample {
  readonly data: FilingPaperData;
  readonly picture: SealPicture | null;
  /** Nothing is known beyond the organization's name. */
  readonly bare: boolean;
  readonly memberCount: number;
}

const codes = paperCodes({ lookup: new Uint8Array(32).fill(7) });

type Build = (sample: PaperSample) => PaperDocument;

const ofMatter =
  (kind: FilingKind, build: (data: MatterPaperData, picture: SealPicture | null) => PaperDocument): Build =>
  ({ data, picture, bare }) =>
    build(bare ? bareMatter(data, kind) : sampleMatter(data, kind), picture);

const ofOrganization =
  (build: (data: FilingPaperData, picture: SealPicture | null) => PaperDocument): Build =>
  ({ data, picture }) =>
    build(data, picture);

const members = ({ memberCount, bare }: PaperSample) => sampleMembers(bare ? 0 : memberCount);

const builds: Readonly<Record<DocumentKind, Build>> = {
  application: ofMatter('initial', application),
  'seal-register': ({ data, bare }) => sealRegister(sampleSealRegister(data, bare)),
  'filing-form': ofOrganization(filingForm),
  charter: ofOrganization(charter),
  'founders-list': ofOrganization(foundersList),
  'person-in-charge': ofOrganization(personInCharge),
  'founding-minutes': ofOrganization(foundingMinutes),
  undertaking: ofOrganization(undertaking),
  'premises-proof': ofOrganization(premisesProof),
  'consent-form': ofOrganization(consentForm),
  'work-report': ({ data, bare }) => workReport(sampleReport(data, bare)),
  'survey-ballot': ({ data, bare }) => surveyBallot(sampleSurvey(data, bare)),
  'survey-result': ({ data, bare }) => surveySheet(sampleSurvey(data, bare)),
  'disclosure-sheet': ({ data, bare }) => disclosureSheet(sampleDisclosure(data, bare)),
  'disclosure-answer': ({ data, picture, bare }) => disclosureAnswer(sampleDisclosure(data, bare), picture),
  'notice-board': ({ data, bare }) => noticeBoard(sampleNoticeBoard(data, bare)),
  'gap-letter': ({ data, bare }) => gapLetter(sampleGapLetter(data, bare)),
  'rectification-order': ({ data, picture, bare }) =>
    rectificationOrder(sampleDisposition(data, bare, 'rectify'), picture),
  'disposition-decision': ({ data, picture, bare }) =>
    dispositionDecision(sampleDisposition(data, bare, 'warn'), picture),
  'commendation-letter': ({ data, picture, bare }) =>
    commendationLetter(sampleCommendation(data, bare), picture),
  'archive-catalogue': ({ data, bare }) => archiveCatalogue(sampleDossier(data, bare)),
  'dossier-cover': ({ data, bare }) => dossierCover(sampleDossier(data, bare)),
  'reference-sheet': ({ data, bare }) => referenceSheet(sampleDossier(data, bare)),
  'place-labels': ({ data, bare }) =>
    placeLabels(samplePlaceLabels(data, bare), (subjectId) =>
      codes.write({ kind: 'place-labels', subjectId, page: null }),
    ),
  'box-list': ({ data, bare }) => boxList(sampleBoxList(data, bare)),
  label: ({ data }) =>
    dossierLabel(data, codes.write({ kind: 'label', subjectId: '0mabc123z0011', page: null })),
  'roster-full': (sample) => fullRoster(sampleRoster(sample.data, members(sample))),
  'roster-public': (sample) => publicRoster(sampleRoster(sample.data, members(sample))),
  'committee-opinion': ofMatter('initial', committeeOpinion),
  'correction-notice': ofMatter('initial', correctionNotice),
  'refusal-notice': ({ data, picture, bare }) =>
    refusalNotice(bare ? bareMatter(data, 'initial') : refusedMatter(data), picture),
  'filing-notice': ofMatter('initial', (data, picture) => filingNotice(publicNoticeOf(data), picture)),
  'objection-answer': ofMatter('initial', objectionAnswer),
  approval: ofMatter('initial', approval),
  certificate: ofOrganization(certificate),
  'certificate-receipt': ({ data }) => certificateReceipt(sampleCertificate(data)),
  'copies-receipt': ofMatter('initial', copiesReceipt),
  'change-form': ofMatter('change', changeForm),
  'loss-statement': ({ data }) => lossStatement(sampleCertificate(data)),
  'dissolution-application': ofMatter('dissolution', dissolutionApplication),
  'asset-statement': ofMatter('dissolution', assetStatement),
  'dissolution-notice': ofMatter('dissolution', (data, picture) =>
    dissolutionNotice(publicNoticeOf(data), picture),
  ),
};

/** One paper of a kind from a sample, with its code where papers of the kind carry one. */
export const samplePaper = (kind: DocumentKind, sample: PaperSample): PaperDocument => {
  const paper = builds[kind](sample);
  if (!paperTemplates[kind].coded) return paper;
  return {
    ...paper,
    code: paperCodeBlock(codes.write({ kind, subjectId: '0mabc123z0011', page: null }), 'body'),
  };
};
