import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import type { RecordKind } from '../../../shared/domain/dossier-record.ts';
import { readRecordPapers, type RecordPaperData } from '../../services/record-papers.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import { readCommendations, type CommendationData } from '../../services/dossier-papers.ts';
import { plaqueText } from '../templates/plaque-text.ts';
import { commendationLetter } from '../templates/commendation-letter.ts';
import { disclosureMissing, disclosureSheet } from '../templates/disclosure-sheet.ts';
import {
  decisionMissing,
  dispositionDecision,
  rectificationMissing,
  rectificationOrder,
} from '../templates/disposition-papers.ts';
import { disclosureAnswer, disclosureAnswerMissing } from '../templates/objection-answer.ts';
import { workReport, workReportMissing } from '../templates/report-papers.ts';
import { surveyBallot, surveyResultMissing, surveySheet } from '../templates/survey-papers.ts';

const ofRecord = <K extends RecordKind>(kind: K) => ({
  read: readRecordPapers(kind),
  whose: ({ paper }: RecordPaperData<K>) => ({
    organizationId: paper.organizationId,
    name: paper.facts.name,
  }),
  coded: true,
  documentsPerJob: 250,
});

const ofCommendation = {
  read: readCommendations,
  whose: ({ organizationId, organization }: CommendationData) => ({
    organizationId,
    name: organization.name,
  }),
  coded: false,
  documentsPerJob: 250,
};

/** Papers made of one record of the dossier. */
export const recordTemplates: Readonly<Record<DocumentKindOn<'record'>, PaperTemplate>> = {
  'work-report': paperTemplate({
    ...ofRecord('committee-report'),
    build: workReport,
    blank: workReportMissing,
    documentsPerJob: 100,
  }),
  'survey-ballot': paperTemplate({ ...ofRecord('survey'), build: surveyBallot }),
  'survey-result': paperTemplate({ ...ofRecord('survey'), build: surveySheet, blank: surveyResultMissing }),
  'disclosure-sheet': paperTemplate({
    ...ofRecord('disclosure'),
    build: disclosureSheet,
    blank: disclosureMissing,
  }),
  'disclosure-answer': paperTemplate({
    ...ofRecord('disclosure'),
    build: disclosureAnswer,
    blank: disclosureAnswerMissing,
  }),
  'rectification-order': paperTemplate({
    ...ofRecord('disposition'),
    build: rectificationOrder,
    blank: rectificationMissing,
  }),
  'disposition-decision': paperTemplate({
    ...ofRecord('disposition'),
    build: dispositionDecision,
    blank: decisionMissing,
  }),
  'commendation-letter': paperTemplate({ ...ofCommendation, build: commendationLetter }),
  'plaque-text': paperTemplate({ ...ofCommendation, build: plaqueText }),
};
