import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import type { MatterPaperData } from '../../services/matter-paper-data.ts';
import { readMatterPapers } from '../../services/matter-papers.ts';
import { readPublicNotices, type PublicNoticeData } from '../../services/public-notice-data.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import {
  application,
  applicationMissing,
  dissolutionApplication,
  dissolutionApplicationMissing,
} from '../templates/applications.ts';
import { approval, approvalMissing } from '../templates/approval.ts';
import { correctionMissing, correctionNotice } from '../templates/correction-notice.ts';
import {
  assetStatement,
  changeForm,
  changeFormMissing,
  committeeOpinion,
  committeeOpinionMissing,
  copiesReceipt,
  copiesReceiptMissing,
} from '../templates/matter-forms.ts';
import { objectionAnswer, objectionMissing } from '../templates/objection-answer.ts';
import { dissolutionNotice, filingNotice, publicNoticeMissing } from '../templates/public-notice.ts';
import { refusalMissing, refusalNotice } from '../templates/refusal-notice.ts';

const ofMatter = (kind: DocumentKindOn<'filing'>) => ({
  read: readMatterPapers(kind),
  whose: ({ organizationId, facts }: MatterPaperData) => ({ organizationId, name: facts.name }),
  coded: true,
  documentsPerJob: 250,
});

const publicNotice = (kind: 'filing-notice' | 'dissolution-notice') => ({
  read: readPublicNotices(kind),
  whose: ({ organizationId, organization }: PublicNoticeData) => ({
    organizationId,
    name: organization.name,
  }),
  blank: publicNoticeMissing,
  coded: true,
  documentsPerJob: 250,
});

/** Papers made of one filing. */
export const matterTemplates: Readonly<Record<DocumentKindOn<'filing'>, PaperTemplate>> = {
  application: paperTemplate({ ...ofMatter('application'), build: application, blank: applicationMissing }),
  'committee-opinion': paperTemplate({
    ...ofMatter('committee-opinion'),
    build: committeeOpinion,
    blank: committeeOpinionMissing,
  }),
  'correction-notice': paperTemplate({
    ...ofMatter('correction-notice'),
    build: correctionNotice,
    blank: correctionMissing,
  }),
  'refusal-notice': paperTemplate({
    ...ofMatter('refusal-notice'),
    build: refusalNotice,
    blank: refusalMissing,
  }),
  'filing-notice': paperTemplate({ ...publicNotice('filing-notice'), build: filingNotice }),
  'objection-answer': paperTemplate({
    ...ofMatter('objection-answer'),
    build: objectionAnswer,
    blank: objectionMissing,
  }),
  approval: paperTemplate({ ...ofMatter('approval'), build: approval, blank: approvalMissing }),
  'copies-receipt': paperTemplate({
    ...ofMatter('copies-receipt'),
    build: copiesReceipt,
    blank: copiesReceiptMissing,
  }),
  'change-form': paperTemplate({ ...ofMatter('change-form'), build: changeForm, blank: changeFormMissing }),
  'dissolution-application': paperTemplate({
    ...ofMatter('dissolution-application'),
    build: dissolutionApplication,
    blank: dissolutionApplicationMissing,
  }),
  'asset-statement': paperTemplate({ ...ofMatter('asset-statement'), build: assetStatement }),
  'dissolution-notice': paperTemplate({ ...publicNotice('dissolution-notice'), build: dissolutionNotice }),
};
