import { implement, type Router } from '@orpc/server';
import { documentsContract } from '../../shared/contract/documents.ts';
import { makeDocuments } from '../documents/make-documents.ts';
import type { SealPicture } from '../documents/model.ts';
import { paperTemplates } from '../documents/paper-templates.ts';
import { previewDocuments } from '../documents/preview-documents.ts';
import type { OpenArchive } from '../open-archive.ts';
import { keepFile, takeFile } from '../services/made-files.ts';
import { sealPicture } from '../services/office.ts';
import { listPaperSubjects, papersOfOrganization } from '../services/paper-subjects.ts';
import { watched } from '../services/watched-work.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(documentsContract).$context<CoreContext>().use(codedRefusals);

/** The office's seal picture where it is wanted and there is one. */
const pictureOf = async (archive: OpenArchive, wanted: boolean): Promise<SealPicture | null> => {
  const picture = wanted ? await sealPicture(archive) : null;
  if (picture === null) return null;
  return { bytes: picture.bytes, mediaType: picture.mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png' };
};

export const documentsRoutes: Router<typeof documentsContract, CoreContext> = os.router({
  subjects: os.subjects.handler(({ input, context }) => listPaperSubjects(archiveOf(context), input)),
  ofOrganization: os.ofOrganization.handler(({ input, context }) =>
    papersOfOrganization(archiveOf(context), input.organizationId),
  ),
  preview: os.preview.handler(async ({ input, context }) => {
    const archive = archiveOf(context);
    const papers = await paperTemplates[input.kind].prepare(archive, input.subjectIds);
    return previewDocuments(papers, await pictureOf(archive, input.withSeal));
  }),
  make: os.make.handler(async ({ input, context, signal }) => {
    const archive = archiveOf(context);
    const picture = await pictureOf(archive, input.withSeal);
    return watched(async (watch) => {
      const job = {
        ...input,
        picture,
        prepare: (ids: readonly string[]) => paperTemplates[input.kind].prepare(archive, ids),
      };
      const { file, count, skipped } = await makeDocuments(job, archive.ports, watch, signal);
      return { fileId: file ? keepFile(archive, file) : '', fileName: file?.name ?? '', count, skipped };
    }, signal);
  }),
  takeFile: os.takeFile.handler(({ input, context }) => takeFile(archiveOf(context), input.fileId)),
});
