import { implement, type Router } from '@orpc/server';
import { templatesContract } from '../../shared/contract/templates.ts';
import { documentKind, type DocumentKind } from '../../shared/domain/document.ts';
import { CodedError } from '../../shared/errors.ts';
import { documentShortLabels } from '../../shared/labels/document.ts';
import {
  composedKinds,
  exportedTemplate,
  flawsOfTemplate,
  sampleHtml,
} from '../documents/office/office-paper.ts';
import { openOfficeTemplate } from '../documents/office/open-office-template.ts';
import {
  importOfficeTemplate,
  officeTemplateFile,
  officeTemplateVersions,
  withdrawTemplate,
} from '../services/office-templates.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(templatesContract).$context<CoreContext>().use(codedRefusals);

const wordFile = (bytes: Uint8Array, name: string): File =>
  new File([new Uint8Array(bytes)], name, {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });

/** @throws CodedError NOT_FOUND for kinds that cannot have a template of the office's own */
const templated = (kind: DocumentKind): DocumentKind => {
  if (composedKinds.has(kind)) throw new CodedError('NOT_FOUND', { what: 'office-template' });
  return kind;
};

export const templatesRoutes: Router<typeof templatesContract, CoreContext> = os.router({
  list: os.list.handler(async ({ context }) => ({
    kinds: documentKind.options.filter((kind) => !composedKinds.has(kind)),
    versions: await officeTemplateVersions(archiveOf(context)),
  })),
  sample: os.sample.handler(({ input }) => sampleHtml(input.kind)),
  exportFile: os.exportFile.handler(({ input, context }) => {
    const bytes = exportedTemplate(templated(input.kind), archiveOf(context).ports.clock.instant());
    return wordFile(bytes, `${documentShortLabels[input.kind]}_模板.docx`);
  }),
  importFile: os.importFile.handler(async ({ input, context }) => {
    const { saved, flaws } = await importOfficeTemplate(
      archiveOf(context),
      {
        kind: templated(input.kind),
        fileName: input.file.name.slice(0, 200),
        bytes: new Uint8Array(await input.file.arrayBuffer()),
      },
      { open: openOfficeTemplate, check: flawsOfTemplate },
    );
    return { saved, flaws: [...flaws] };
  }),
  withdraw: os.withdraw.handler(async ({ input, context }) => {
    await withdrawTemplate(archiveOf(context), input.kind);
    return {};
  }),
  versionFile: os.versionFile.handler(async ({ input, context }) => {
    const { bytes, fileName } = await officeTemplateFile(archiveOf(context), input.id);
    return wordFile(bytes, fileName);
  }),
});
