import { z } from 'zod';
import { documentKind, paper } from '../domain/document.ts';
import { officeTemplateVersion, templateFlaw } from '../domain/office-template.ts';
import { onArchive, refusals } from './base.ts';

export const templatesContract = {
  /** Which kinds can have a template of the office's own, and every version that was imported. */
  list: onArchive.output(
    z.object({ kinds: z.array(documentKind), versions: z.array(officeTemplateVersion) }),
  ),
  /** Any kind as it looks, from invented data; print HTML. */
  sample: onArchive.input(z.object({ kind: documentKind })).output(z.object({ html: z.string(), paper })),
  /** A Word file with names in the place of facts, to be edited and imported. */
  exportFile: onArchive
    .errors(refusals('NOT_FOUND'))
    .input(z.object({ kind: documentKind }))
    .output(z.file()),
  /** Checks a template and, where nothing must be mended, puts it in force. */
  importFile: onArchive
    .errors(refusals('TEMPLATE_REFUSED', 'NOT_FOUND'))
    .input(z.object({ kind: documentKind, file: z.file() }))
    .output(z.object({ saved: z.boolean(), flaws: z.array(templateFlaw) })),
  /** Papers of the kind are printed as built in again; versions stay. */
  withdraw: onArchive.input(z.object({ kind: documentKind })).output(z.object({})),
  versionFile: onArchive
    .errors(refusals('NOT_FOUND'))
    .input(z.object({ id: z.string().max(64) }))
    .output(z.file()),
};
