import { implement, type Router } from '@orpc/server';
import { documentsContract } from '../../shared/contract/documents.ts';
import { reportFonts } from '../documents/font-report.ts';
import { makeDocuments } from '../documents/make-documents.ts';
import type { SealPicture } from '../documents/model.ts';
import type { SealRequest } from '../../shared/domain/seal.ts';
import type { KeptSealPicture } from '../db/repositories/seals.ts';
import { ringPicture } from '../documents/seal-ring.ts';
import { paperTemplates } from '../documents/paper-templates.ts';
import { previewDocuments } from '../documents/preview-documents.ts';
import type { OpenArchive } from '../open-archive.ts';
import { keepFile, takeFile } from '../services/made-files.ts';
import { officeTemplateInForce } from '../services/office-templates.ts';
import { listPaperSubjects, papersOfOrganization } from '../services/paper-subjects.ts';
import { pictureForPrint, recordPrintedSeals, sealState } from '../services/seals.ts';
import { nextPrintings, recordIssued } from '../services/issued-papers.ts';
import { paperMarkLabels } from '../../shared/labels/document.ts';
import { watched } from '../services/watched-work.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(documentsContract).$context<CoreContext>().use(codedRefusals);

/** The seal picture of a print that somebody answers for. @throws CodedError SEAL_NOT_ALLOWED */
const pictureFor = async (
  archive: OpenArchive,
  seal: SealRequest | null,
): Promise<(SealPicture & Pick<KeptSealPicture, 'id' | 'name'>) | null> =>
  seal === null ? null : { ...(await pictureForPrint(archive)), mediaType: 'image/png' };

/** Where the picture would stand. A preview never carries the picture itself: it could be printed past the register. */
const sealRing = async (archive: OpenArchive): Promise<SealPicture | null> => {
  const { picture } = await sealState(archive);
  return picture && ringPicture(picture.diameterMm);
};

export const documentsRoutes: Router<typeof documentsContract, CoreContext> = os.router({
  subjects: os.subjects.handler(({ input, context }) => listPaperSubjects(archiveOf(context), input)),
  ofOrganization: os.ofOrganization.handler(({ input, context }) =>
    papersOfOrganization(archiveOf(context), input.organizationId),
  ),
  preview: os.preview.handler(async ({ input, context }) => {
    const archive = archiveOf(context);
    const papers = await paperTemplates[input.kind].prepare(archive, input.subjectIds, input.labels);
    return previewDocuments(papers, input.withSeal ? await sealRing(archive) : null);
  }),
  fonts: os.fonts.handler(async ({ input, context, signal }) => {
    const archive = archiveOf(context);
    const fonts = await archive.ports.fonts?.();
    if (fonts === undefined) return null;
    const { prepare } = paperTemplates[input.kind];
    return reportFonts(input.subjectIds, (ids) => prepare(archive, ids), fonts, signal);
  }),
  make: os.make.handler(async ({ input, context, signal }) => {
    const archive = archiveOf(context);
    const picture = await pictureFor(archive, input.seal);
    const printingOf =
      input.issue && (await nextPrintings(archive, input.kind, input.subjectIds, input.issue));
    return watched(async (watch) => {
      const job = {
        ...input,
        picture,
        watermark: input.mark && paperMarkLabels[input.mark],
        issue: input.issue && printingOf && { copies: input.issue.copies, printingOf },
        officeTemplate: input.format === 'docx' ? await officeTemplateInForce(archive, input.kind) : null,
        prepare: (ids: readonly string[]) => paperTemplates[input.kind].prepare(archive, ids, input.labels),
      };
      const { file, count, skipped, sealed, issued } = await makeDocuments(job, archive.ports, watch, signal);
      if (picture !== null && input.seal !== null && sealed.length > 0)
        await recordPrintedSeals(archive, picture, input.seal, input.kind, sealed, input.issue?.copies ?? 1);
      if (file !== null && input.issue !== null)
        await recordIssued(
          archive,
          [{ kind: input.kind, file, copies: input.issue.copies, papers: issued }],
          input.issue,
        );
      return { fileId: file ? keepFile(archive, file) : '', fileName: file?.name ?? '', count, skipped };
    }, signal);
  }),
  takeFile: os.takeFile.handler(({ input, context }) => takeFile(archiveOf(context), input.fileId)),
});
