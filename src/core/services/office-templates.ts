import type { DocumentKind } from '../../shared/domain/document.ts';
import type { OfficeTemplateVersion, TemplateFlaw } from '../../shared/domain/office-template.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  getOfficeTemplate,
  insertOfficeTemplate,
  listOfficeTemplates,
  templateInForce,
  withdrawOfficeTemplate,
  type StoredOfficeTemplate,
} from '../db/repositories/office-templates.ts';
import type { OpenArchive } from '../open-archive.ts';

/** What a template of a kind is held against; documents know it, services do not. */
export interface TemplateChecking {
  /** Reads a stranger's file and packs it anew. @throws CodedError TEMPLATE_REFUSED */
  readonly open: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly check: (kind: DocumentKind, template: Uint8Array) => readonly TemplateFlaw[];
}

export const officeTemplateVersions = ({ store }: OpenArchive): Promise<OfficeTemplateVersion[]> =>
  store.read(listOfficeTemplates);

export const officeTemplateInForce = (
  { store }: OpenArchive,
  kind: DocumentKind,
): Promise<Uint8Array | null> => store.read((reader) => templateInForce(reader, kind));

/** A version as it was imported. @throws CodedError NOT_FOUND */
export const officeTemplateFile = async (
  { store }: OpenArchive,
  id: string,
): Promise<StoredOfficeTemplate> => {
  const found = await store.read((reader) => getOfficeTemplate(reader, id));
  if (found === null) throw new CodedError('NOT_FOUND', { what: 'office-template' });
  return found;
};

export interface ImportedTemplate {
  readonly saved: boolean;
  readonly flaws: readonly TemplateFlaw[];
}

/**
 * Puts a template in force from now on, unless it must be mended first: then nothing is kept and the flaws say why.
 *
 * @throws CodedError TEMPLATE_REFUSED for files that are no plain Word file
 */
export const importOfficeTemplate = async (
  { store, ports }: OpenArchive,
  { kind, fileName, bytes }: StoredOfficeTemplate,
  { open, check }: TemplateChecking,
): Promise<ImportedTemplate> => {
  const template = await open(bytes);
  const flaws = check(kind, template);
  if (flaws.some((flaw) => flaw.kind !== 'missing')) return { saved: false, flaws };
  await store.write((writer) =>
    insertOfficeTemplate(writer, {
      id: ports.random.id(),
      kind,
      fileName,
      bytes: template,
      importedAt: ports.clock.instant(),
    }),
  );
  return { saved: true, flaws };
};

/** From now on papers of the kind are printed as built in. */
export const withdrawTemplate = ({ store, ports }: OpenArchive, kind: DocumentKind): Promise<void> =>
  store.write((writer) => withdrawOfficeTemplate(writer, kind, ports.clock.instant()));
