import type { SurveyTally } from '../../../../shared/domain/survey.ts';

/** Answers of the ballot in hand, one letter each, in the order of the items; see survey.ts. */
export type BallotLetters = string;

export interface AnswerKey {
  readonly letter: 's' | 'm' | 'd' | 'u' | '-';
  readonly key: string;
  readonly answer: keyof SurveyTally | null;
}

/** One key per answer; 0 leaves an item blank. */
export const answerKeys: readonly AnswerKey[] = [
  { key: '1', letter: 's', answer: 'satisfied' },
  { key: '2', letter: 'm', answer: 'mostly' },
  { key: '3', letter: 'd', answer: 'dissatisfied' },
  { key: '4', letter: 'u', answer: 'unknown' },
  { key: '0', letter: '-', answer: null },
];

export interface PadState {
  readonly ballot: BallotLetters;
  /** A ballot that has just become whole. */
  readonly finished: BallotLetters | null;
}

/** The ballot after an answer; the answer to the last item finishes it and the next one begins. */
export const withAnswer = (ballot: BallotLetters, letter: AnswerKey['letter'], items: number): PadState => {
  const next = `${ballot}${letter}`;
  return next.length < items ? { ballot: next, finished: null } : { ballot: '', finished: next };
};

/** Sheets without one that equals this; which of them it is does not matter, because they carry no name. */
export const withoutSheet = (sheets: readonly string[], sheet: BallotLetters): string[] => {
  const at = sheets.lastIndexOf(sheet);
  return at < 0 ? [...sheets] : sheets.toSpliced(at, 1);
};
