import { shippedLabelSheets, type LabelSheetFormat } from '../../../shared/domain/label-sheet.ts';
import type { LabelKind } from '../../../shared/domain/printing.ts';
import { printable } from '../blocks.ts';
import { labelSheetPaper } from '../label-sheet.ts';
import { paperCodeBlock, paperCodes } from '../paper-codes.ts';
import type { PaperDocument, SealPicture } from '../model.ts';
import type { SharedFacts } from '../paper-facts.ts';
import { paperTemplates } from '../paper-templates.ts';
import { sharedFacts } from '../shared-facts.ts';
import { application, dissolutionApplication } from '../templates/applications.ts';
import { approval } from '../templates/approval.ts';
import {
  archiveCatalogue,
  dossierCover,
  dossierLabelFace,
  referenceSheet,
} from '../templates/archive-papers.ts';
import { certificateReceipt, lossStatement } from '../templates/certificate-forms.ts';
import { certificate } from '../templates/certificate.ts';
import { charter } from '../templates/charter.ts';
import { commendationLetter } from '../templates/commendation-letter.ts';
import { gapLetter, noticeBoard } from '../templates/community-papers.ts';
import { disclosureSheet } from '../templates/disclosure-sheet.ts';
import { dispositionDecision, rectificationOrder } from '../templates/disposition-papers.ts';
import {
  consentForm,
  foundersList,
  foundingMinutes,
  personInCharge,
  premisesProof,
  undertaking,
} from '../templates/founding-papers.ts';
import { boxList, placeLabelFace } from '../templates/place-papers.ts';
import { archiveStamps, spines } from '../templates/spine-papers.ts';
import { plaqueText } from '../templates/plaque-text.ts';
import { sampleBoxList, samplePlaceLabels, sampleSpines, sampleStamps } from './sample-places.ts';
import { workReport } from '../templates/report-papers.ts';
import { sealRegister } from '../templates/seal-register.ts';
import { signInSheet, trainingCertificate } from '../templates/training-papers.ts';
import {
  callList,
  serviceCase,
  serviceList,
  serviceProof,
  thanksLetter,
} from '../templates/service-papers.ts';
import { sampleServiceList, sampleServicePaper } from './sample-services.ts';
import { trainingPasses } from '../templates/training-passes.ts';
import { sampleSignIn, sampleTrainingCertificate, sampleTrainingPasses } from './sample-training.ts';
import { surveyBallot, surveySheet } from '../templates/survey-papers.ts';
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
import { correctionNotice } from '../templates/correction-notice.ts';
import { filingForm } from '../templates/filing-form.ts';
import { assetStatement, changeForm, committeeOpinion, copiesReceipt } from '../templates/matter-forms.ts';
import { disclosureAnswer, objectionAnswer } from '../templates/objection-answer.ts';
import { dissolutionNotice, filingNotice } from '../templates/public-notice.ts';
import { refusalNotice } from '../templates/refusal-notice.ts';
import { fullRoster, publicRoster } from '../templates/rosters.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { MatterPaperData } from '../../services/matter-paper-data.ts';
import { publicNoticeOf } from '../../services/public-notice-data.ts';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { FilingKind } from '../../../shared/domain/filing.ts';
import {
  bareMatter,
  refusedMatter,
  sampleCertificate,
  sampleFace,
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

/** A paper and what it says in many places. */
export interface SharingPaper {
  readonly paper: PaperDocument;
  readonly shared: SharedFacts;
}

/** @param vary changes what the paper is made of, e.g. to see which of its words are facts */
type Build = (sample: PaperSample, vary: <Data>(data: Data) => Data) => SharingPaper;

const of =
  <Data>(
    dataOf: (sample: PaperSample) => Data,
    build: (data: Data, picture: SealPicture | null) => PaperDocument,
  ): Build =>
  (sample, vary) => {
    const data = vary(dataOf(sample));
    const { name } = vary({ name: sample.data.facts.name });
    return { paper: build(data, sample.picture), shared: sharedFacts(name, data) };
  };

const ofMatter = (
  kind: FilingKind,
  build: (data: MatterPaperData, picture: SealPicture | null) => PaperDocument,
): Build => of(({ data, bare }) => (bare ? bareMatter(data, kind) : sampleMatter(data, kind)), build);

const ofOrganization = (
  build: (data: FilingPaperData, picture: SealPicture | null) => PaperDocument,
): Build => of(({ data }) => data, build);

const members = ({ memberCount, bare }: PaperSample) => sampleMembers(bare ? 0 : memberCount);

const sheetFormat = (wanted: string): LabelSheetFormat =>
  shippedLabelSheets.find(({ id }) => id === wanted)!.format;

const labelsAbout = (kind: LabelKind, subject: string, name: string, author: string) => ({
  kind,
  title: `${subject} ${printable(name)}`,
  properties: { subject, author, note: null },
});

const builds: Readonly<Record<DocumentKind, Build>> = {
  application: ofMatter('initial', application),
  'seal-register': of(({ data, bare }) => sampleSealRegister(data, bare), sealRegister),
  'training-sign-in': of(
    ({ data, bare, memberCount }) => sampleSignIn(data, bare ? 0 : memberCount),
    signInSheet,
  ),
  'service-proof': of((sample) => sampleServicePaper(sample.data, 'service-proof', sample), serviceProof),
  'thanks-letter': of((sample) => sampleServicePaper(sample.data, 'resource', sample), thanksLetter),
  'service-case': of((sample) => sampleServicePaper(sample.data, 'case', sample), serviceCase),
  'call-list': of((sample) => sampleServicePaper(sample.data, 'emergency-team', sample), callList),
  'service-list': of(
    ({ data, bare, memberCount }) => sampleServiceList(data, bare ? 0 : memberCount),
    serviceList,
  ),
  'training-pass': of(
    ({ data, bare, memberCount }) => sampleTrainingPasses(data, bare ? 0 : memberCount),
    (data) =>
      trainingPasses(data, (subjectId) => codes.write({ kind: 'training-pass', subjectId, page: null })),
  ),
  'training-certificate': of(({ data, bare }) => sampleTrainingCertificate(data, bare), trainingCertificate),
  'filing-form': ofOrganization(filingForm),
  charter: ofOrganization(charter),
  'founders-list': ofOrganization(foundersList),
  'person-in-charge': ofOrganization(personInCharge),
  'founding-minutes': ofOrganization(foundingMinutes),
  undertaking: ofOrganization(undertaking),
  'premises-proof': ofOrganization(premisesProof),
  'consent-form': ofOrganization(consentForm),
  'work-report': of(({ data, bare }) => sampleReport(data, bare), workReport),
  'survey-ballot': of(({ data, bare }) => sampleSurvey(data, bare), surveyBallot),
  'survey-result': of(({ data, bare }) => sampleSurvey(data, bare), surveySheet),
  'disclosure-sheet': of(({ data, bare }) => sampleDisclosure(data, bare), disclosureSheet),
  'disclosure-answer': of(({ data, bare }) => sampleDisclosure(data, bare), disclosureAnswer),
  'notice-board': of(({ data, bare }) => sampleNoticeBoard(data, bare), noticeBoard),
  'gap-letter': of(({ data, bare }) => sampleGapLetter(data, bare), gapLetter),
  'rectification-order': of(({ data, bare }) => sampleDisposition(data, bare, 'rectify'), rectificationOrder),
  'disposition-decision': of(({ data, bare }) => sampleDisposition(data, bare, 'warn'), dispositionDecision),
  'commendation-letter': of(({ data, bare }) => sampleCommendation(data, bare), commendationLetter),
  'archive-catalogue': of(({ data, bare }) => sampleDossier(data, bare), archiveCatalogue),
  'dossier-cover': of(({ data, bare }) => sampleDossier(data, bare), dossierCover),
  'reference-sheet': of(({ data, bare }) => sampleDossier(data, bare), referenceSheet),
  'place-labels': of(
    ({ data, bare }) => samplePlaceLabels(data, bare),
    (data) =>
      labelSheetPaper(
        labelsAbout('place-labels', '存放位置标签', data.place.name, data.hubName),
        data.labels,
        { format: sheetFormat('2x4'), startAt: 1 },
        placeLabelFace(data.hubName, (subjectId) =>
          codes.write({ kind: 'place-labels', subjectId, page: null }),
        ),
      ),
  ),
  'box-list': of(({ data, bare }) => sampleBoxList(data, bare), boxList),
  'dossier-spine': of(({ data, bare }) => sampleSpines(data, bare, 1), spines('dossier-spine')),
  'box-spine': of(({ data, bare }) => sampleSpines(data, bare, 2), spines('box-spine')),
  'archive-stamps': of(({ data, bare }) => sampleStamps(data, bare), archiveStamps),
  'plaque-text': of(({ data, bare }) => sampleCommendation(data, bare), plaqueText),
  label: ofOrganization((data) =>
    labelSheetPaper(
      labelsAbout('label', '档案标签', data.facts.name, data.office.hubName),
      [data],
      { format: sheetFormat('single'), startAt: 1 },
      dossierLabelFace(() => codes.write({ kind: 'label', subjectId: '0mabc123z0011', page: null })),
    ),
  ),
  'roster-full': of((sample) => sampleRoster(sample.data, members(sample)), fullRoster),
  'roster-public': of((sample) => sampleRoster(sample.data, members(sample)), publicRoster),
  'committee-opinion': ofMatter('initial', committeeOpinion),
  'correction-notice': ofMatter('initial', correctionNotice),
  'refusal-notice': of(
    ({ data, bare }) => (bare ? bareMatter(data, 'initial') : refusedMatter(data)),
    refusalNotice,
  ),
  'filing-notice': ofMatter('initial', (data, picture) => filingNotice(publicNoticeOf(data), picture)),
  'objection-answer': ofMatter('initial', objectionAnswer),
  approval: ofMatter('initial', approval),
  certificate: of(
    ({ data, bare }) => (bare ? { ...data, verification: null } : sampleFace(data)),
    certificate,
  ),
  'certificate-receipt': of(({ data }) => sampleCertificate(data), certificateReceipt),
  'copies-receipt': ofMatter('initial', copiesReceipt),
  'change-form': ofMatter('change', changeForm),
  'loss-statement': of(({ data }) => sampleCertificate(data), lossStatement),
  'dissolution-application': ofMatter('dissolution', dissolutionApplication),
  'asset-statement': ofMatter('dissolution', assetStatement),
  'dissolution-notice': ofMatter('dissolution', (data, picture) =>
    dissolutionNotice(publicNoticeOf(data), picture),
  ),
};

/** One paper of a kind from a sample, with its code where papers of the kind carry one. */
export const samplePaper = (kind: DocumentKind, sample: PaperSample): PaperDocument => {
  const { paper } = builds[kind](sample, (data) => data);
  if (!paperTemplates[kind].coded) return paper;
  return {
    ...paper,
    code: paperCodeBlock(codes.write({ kind, subjectId: '0mabc123z0011', page: null }), 'body'),
  };
};

/** The same without a code, and what it says in many places. */
export const sharingSample = (
  kind: DocumentKind,
  sample: PaperSample,
  vary: <Data>(data: Data) => Data = (data) => data,
): SharingPaper => builds[kind](sample, vary);
