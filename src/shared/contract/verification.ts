import { z } from 'zod';
import { pageKey, verdict } from '../domain/verification.ts';
import { longestCodeText } from '../domain/verification-code.ts';
import { onArchive } from './base.ts';

/** Whether a certificate is genuine, and in force (FEATURES E6). */
export const verificationContract = {
  /** A code that was scanned, typed or pasted. */
  check: onArchive.input(z.object({ text: z.string().max(longestCodeText) })).output(verdict),
  /** Codes on a picture or PDF of certificates; none where it shows no code. */
  checkPicture: onArchive
    .input(z.object({ file: z.file().max(64 * 1024 * 1024) }))
    .output(z.object({ verdicts: z.array(verdict) })),
  /** The office's public keys for certificates, the one in use first. */
  keys: onArchive.output(z.array(pageKey)),
  /** 核验页: one HTML file that checks codes without network and without this application. */
  page: onArchive.output(z.file()),
};
