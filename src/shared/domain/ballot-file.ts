import { z } from 'zod';
import { recordId } from './ids.ts';
import { answerLetters, evaluatorGroup } from './survey.ts';

/** What the page on a phone hands back: docs/formats/ballot-file.md. */
export const ballotFile = z.object({
  format: z.literal('hub-archive-ballots'),
  version: z.literal(1),
  surveyId: recordId,
  group: evaluatorGroup,
  /** The questions that were answered, in their order. */
  items: z.array(z.string()).max(20),
  /** Names this file, so that it is taken in once. */
  batch: z.string().regex(/^[0-9a-f]{32}$/),
  /** One text per ballot, one letter per item; see survey.ts. */
  sheets: z.array(z.string().max(20).regex(answerLetters)).min(1).max(2000),
});
export type BallotFile = z.infer<typeof ballotFile>;
