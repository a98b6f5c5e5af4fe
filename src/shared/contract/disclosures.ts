import { z } from 'zod';
import { isoDate, reckonedDay } from '../domain/dates.ts';
import {
  disclosureScreening,
  noticeBoard,
  openObjection,
  overdueDisclosure,
  plannedDisclosureState,
} from '../domain/disclosure.ts';
import { disclosureSubject, dossierRecord } from '../domain/dossier-record.ts';
import { communityId, organizationId, recordId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';

const overdueFilter = z.object({
  communityIds: z.array(communityId).max(500),
  subjects: z.array(disclosureSubject),
});

/** 信息公开 (档案 (四)): what the records door does not do. */
export const disclosuresContract = {
  /** What the rules ask of one organization, newest periods first, and how each stands. */
  plan: onArchive.input(z.object({ id: organizationId })).output(z.array(plannedDisclosureState)),
  /** Searches a disclosure and its papers for personal data. */
  screen: onArchive.input(z.object({ id: recordId })).output(disclosureScreening),
  /** Searches once more and publishes; what is found is published only with a reason, which stays on record. */
  publish: onArchive
    .errors(refusals('PERSONAL_DATA_FOUND'))
    .input(
      z.object({
        id: recordId,
        reason: z.string().trim().min(4).max(300).nullable(),
        /** Somebody has looked at the files that cannot be searched. */
        seen: z.boolean(),
      }),
    )
    .output(dossierRecord),
  receiveObjection: onArchive
    .errors(refusals('STEP_DATE_INVALID'))
    .input(
      z.object({
        id: recordId,
        receivedOn: isoDate,
        objector: z.string().trim().max(60).nullable(),
        body: z.string().trim().min(1).max(1000),
      }),
    )
    .output(dossierRecord),
  answerObjection: onArchive
    .errors(refusals('STEP_DATE_INVALID'))
    .input(
      z.object({
        id: recordId,
        /** Its place among the objections, from 0. */
        index: z.int().min(0).max(49),
        answer: z.string().trim().min(1).max(1000),
        answeredOn: isoDate,
        answeredBy: z.string().trim().min(1).max(60),
      }),
    )
    .output(dossierRecord),
  /** Planned disclosures of the whole street that are due and not made. */
  overdue: onArchive
    .input(z.object({ filter: overdueFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(overdueDisclosure), total: z.int() })),
  exportOverdue: onArchive.input(z.object({ filter: overdueFilter })).output(z.file()),
  /** Objections that wait for an answer, the oldest first. */
  openObjections: onArchive.output(z.array(openObjection)),
  /** What is to be posted in the week of a day (default today), by community. */
  noticeBoards: onArchive
    .input(z.object({ communityId: communityId.nullable(), day: reckonedDay.nullable() }))
    .output(z.object({ from: isoDate, to: isoDate, boards: z.array(noticeBoard) })),
};
