import { z } from 'zod';
import { issuedPaperId } from '../domain/ids.ts';
import { issuedPaper, issuedPaperFilter, voidRequest } from '../domain/issued-paper.ts';
import { onArchive } from './base.ts';

export const issuedPapersContract = {
  /** 已发文书登记: every printing that counts, newest first. */
  list: onArchive
    .input(z.object({ filter: issuedPaperFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(issuedPaper), total: z.int() })),
  exportList: onArchive.input(z.object({ filter: issuedPaperFilter })).output(z.file()),
  /** Declares copies void, with a reason; they stay in the register. */
  voidCopies: onArchive.input(voidRequest).output(issuedPaper),
  /** The PDF as it was printed, from its kept bytes. */
  keptFile: onArchive.input(z.object({ id: issuedPaperId })).output(z.file()),
};
