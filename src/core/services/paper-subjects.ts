import type { SubjectRow } from '../../shared/contract/documents.ts';
import { chineseDate } from '../../shared/domain/chinese-date.ts';
import { fitsFiling, fitsRecord } from '../../shared/domain/document-fit.ts';
import {
  documentKind,
  isKindOn,
  type DocumentKind,
  type DocumentKindOn,
} from '../../shared/domain/document.ts';
import { serviceRegister, type ServiceRegister } from '../../shared/domain/service-register.ts';
import { registerWords } from '../../shared/labels/service-register.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { filingKindLabels } from '../../shared/labels/filing.ts';
import type { Reader } from '../db/archive-store.ts';
import { listCommunities } from '../db/repositories/office.ts';
import {
  listCertificateSubjects,
  listFilingSubjects,
  listRecordSubjects,
  type PaperSubject,
  type SubjectScope,
} from '../db/repositories/paper-subjects.ts';
import { serviceSubjects } from '../db/repositories/service-lines.ts';
import { sealMonths } from '../db/repositories/seals.ts';
import { listCompletions } from '../db/repositories/training-certificates.ts';
import { listSessions } from '../db/repositories/training-sessions.ts';
import { dayOfMoment } from '../../shared/domain/training.ts';
import type { OpenArchive } from '../open-archive.ts';
import { placeTree } from './storage-places.ts';

/** The register whose lines a paper is made of. */
const registerOfPaper: Readonly<Record<DocumentKindOn<'service-line'>, ServiceRegister>> = {
  'service-proof': 'service-proof',
  'thanks-letter': 'resource',
  'service-case': 'case',
  'call-list': 'emergency-team',
};

const papersOfRegister = (reader: Reader, kind: DocumentKindOn<'service-line'>, scope: SubjectScope) =>
  serviceSubjects(reader, registerOfPaper[kind], scope);

/** Subjects of each kind in a scope, read once however many kinds ask. */
interface SubjectsInScope {
  readonly of: (kind: DocumentKind) => SubjectRow[];
}

const subjectsIn = (reader: Reader, scope: SubjectScope): SubjectsInScope => {
  const once = <T>(read: (reader: Reader, scope: SubjectScope) => readonly T[]): (() => readonly T[]) => {
    let known: readonly T[] | null = null;
    return () => (known ??= read(reader, scope));
  };
  const filings = once(listFilingSubjects);
  const records = once(listRecordSubjects);
  const certificates = once(listCertificateSubjects);
  const row = (
    kind: DocumentKind,
    { id, organizationId, organizationName }: PaperSubject,
    detail: string,
  ): SubjectRow => ({ kind, subjectId: id, organizationId, name: organizationName, detail });
  return {
    of: (kind) => {
      if (isKindOn(kind, 'filing')) {
        return filings()
          .filter(({ traits }) => fitsFiling(kind, traits))
          .map((each) => row(kind, each, `${chineseDate(each.on)}　${filingKindLabels[each.traits.kind]}`));
      }
      if (isKindOn(kind, 'record')) {
        return records()
          .filter(({ traits }) => fitsRecord(kind, traits))
          .map((each) => row(kind, each, `${chineseDate(each.on)}　${each.title}`));
      }
      if (isKindOn(kind, 'certificate')) {
        return certificates().map((each) =>
          row(kind, each, `${chineseDate(each.on)}发证　${each.filingNumber}`),
        );
      }
      if (isKindOn(kind, 'community')) {
        return listCommunities(reader)
          .filter(({ name }) => scope.organizationId === null && name.includes(scope.text))
          .map(({ id, name }) => ({ kind, subjectId: id, organizationId: null, name, detail: '' }));
      }
      if (isKindOn(kind, 'place')) {
        return placeTree(reader)
          .filter(({ path }) => scope.organizationId === null && path.includes(scope.text))
          .map(({ id, path }) => ({ kind, subjectId: id, organizationId: null, name: path, detail: '' }));
      }
      if (isKindOn(kind, 'month')) {
        return sealMonths(reader)
          .filter((month) => scope.organizationId === null && month.includes(scope.text))
          .map((month) => ({
            kind,
            subjectId: month,
            organizationId: null,
            name: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
            detail: '',
          }));
      }
      if (isKindOn(kind, 'training-session')) {
        return listSessions(reader, { from: '1900-01-01', to: '2999-12-31', courseId: null })
          .filter(({ title, state }) => state !== 'cancelled' && title.includes(scope.text))
          .filter(() => scope.organizationId === null)
          .toReversed()
          .map(({ id, title, startsAt, place }) => ({
            kind,
            subjectId: id,
            organizationId: null,
            name: title,
            detail: `${chineseDate(dayOfMoment(startsAt))}　${place}`,
          }));
      }
      if (isKindOn(kind, 'service-line')) {
        return papersOfRegister(reader, kind, scope).map(
          ({ id, organizationId, title, occurredOn, name }) => ({
            kind,
            subjectId: id,
            organizationId,
            name: title,
            detail: `${chineseDate(occurredOn)}　${name ?? ''}`,
          }),
        );
      }
      if (isKindOn(kind, 'service-register')) {
        return serviceRegister.options
          .map((register) => ({ register, name: registerWords(register).name }))
          .filter(({ name }) => scope.organizationId === null && name.includes(scope.text))
          .map(({ register, name }) => ({
            kind,
            subjectId: register,
            organizationId: null,
            name,
            detail: '',
          }));
      }
      if (isKindOn(kind, 'training-completion')) {
        return listCompletions(reader, { text: scope.text, year: null, subject: null })
          .filter(({ voidedOn }) => scope.organizationId === null && voidedOn === null)
          .map(({ id, personName, number, title }) => ({
            kind,
            subjectId: id,
            organizationId: null,
            name: personName,
            detail: `${number}　${title}`,
          }));
      }
      return [];
    },
  };
};

/** What papers of a kind can be made of, newest first; none for kinds that are made of organizations. */
export const listPaperSubjects = (
  { store }: OpenArchive,
  input: {
    readonly kind: DocumentKind;
    readonly text: string;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ rows: SubjectRow[]; total: number }> =>
  store.read((reader) => {
    const all = subjectsIn(reader, { organizationId: null, text: input.text.trim() }).of(input.kind);
    return { rows: all.slice(input.offset, input.offset + input.limit), total: all.length };
  });

/** Every paper that can be made of the filings, records and certificates of one organization. */
export const papersOfOrganization = (
  { store }: OpenArchive,
  organizationId: OrganizationId,
): Promise<SubjectRow[]> =>
  store.read((reader) => {
    const subjects = subjectsIn(reader, { organizationId, text: '' });
    return documentKind.options.flatMap((kind) => subjects.of(kind));
  });
