import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { documentKind } from './document.ts';
import { issuedPaperId, organizationId } from './ids.ts';

const clerk = z.string().trim().min(1).max(30);
const words = z.string().trim().min(1).max(200);

/** A print that counts: each copy is numbered, its file is kept. */
export const issueRequest = z.object({
  copies: z.int().min(1).max(20),
  by: clerk,
  /** Why it is printed again; asked for where one of the papers was issued before. */
  reason: words.nullable(),
});
export type IssueRequest = z.infer<typeof issueRequest>;

/** What stands across a paper that is not the issued one. */
export const paperMark = z.enum(['duplicate', 'photocopy']);
export type PaperMark = z.infer<typeof paperMark>;

/** One copy that was declared void. */
const voidedCopy = z.object({ copy: z.int(), by: z.string(), reason: z.string(), at: isoInstant });

/** One printing of one paper: copies 1 to `copies`. */
export const issuedPaper = z.object({
  id: issuedPaperId,
  kind: documentKind,
  organizationId: organizationId.nullable(),
  organizationName: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  /** 1 for the first printing of a paper, 2 for the first reprint. */
  printing: z.int(),
  copies: z.int(),
  printedOn: isoDate,
  printedBy: z.string(),
  reason: z.string().nullable(),
  /** SHA-256 of the kept PDF; papers printed in one job share it. */
  sha256: z.string(),
  voided: z.array(voidedCopy),
});
export type IssuedPaper = z.infer<typeof issuedPaper>;

export const issuedPaperFilter = z.object({
  text: z.string().max(60),
  /** voided: with a void copy; reprinted: more than one printing. */
  only: z.enum(['voided', 'reprinted']).nullable(),
});
export type IssuedPaperFilter = z.infer<typeof issuedPaperFilter>;

export const voidRequest = z.object({
  id: issuedPaperId,
  /** null: every copy that is not void yet. */
  copy: z.int().min(1).max(20).nullable(),
  by: clerk,
  reason: words,
});
export type VoidRequest = z.infer<typeof voidRequest>;
