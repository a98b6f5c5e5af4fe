import type { FilingStepInput, NoticeObjection, ObjectionResult } from '../../shared/domain/filing.ts';
import { objectionId, type FilingId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  insertObjection,
  listObjections,
  saveObjectionAnswer,
} from '../db/repositories/filing-objections.ts';
import type { Ports } from '../ports.ts';

/** Enters an objection as its step tells it: what is objected is the step's opinion. */
const enterObjection = (
  ports: Ports,
  writer: Writer,
  filingId: FilingId,
  { actedOn, objector, opinion }: FilingStepInput,
): void =>
  insertObjection(
    writer,
    filingId,
    {
      id: objectionId.parse(ports.random.id()),
      receivedOn: actedOn,
      objector: objector || null,
      content: opinion ?? '',
      answer: null,
      answeredBy: null,
      answeredOn: null,
      result: null,
    },
    ports.clock.instant(),
  );

export interface ObjectionAnswer {
  readonly answer: string;
  readonly answeredBy: string;
  readonly answeredOn: string;
  readonly result: ObjectionResult;
}

/** @throws CodedError STEP_DATE_INVALID for an answer before the objection or in the future */
export const writeAnswer = (
  { clock }: Ports,
  writer: Writer,
  objection: NoticeObjection,
  answer: ObjectionAnswer,
): void => {
  if (answer.answeredOn > clock.today()) throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
  if (answer.answeredOn < objection.receivedOn) {
    throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
  }
  saveObjectionAnswer(writer, { ...objection, ...answer });
};

/**
 * What a step does to the objections of a notice: one that comes in is entered; a step that resolves them answers those
 * that are still open by its opinion.
 */
export const applyToObjections = (
  ports: Ports,
  writer: Writer,
  filingId: FilingId,
  step: FilingStepInput,
): void => {
  if (step.action === 'record-objection') enterObjection(ports, writer, filingId, step);
  if (step.action !== 'resolve-objection') return;
  for (const objection of listObjections(writer, filingId)) {
    if (objection.result !== null) continue;
    writeAnswer(ports, writer, objection, {
      answer: step.opinion ?? '',
      answeredBy: step.actor,
      answeredOn: step.actedOn,
      result: 'dismissed',
    });
  }
};
