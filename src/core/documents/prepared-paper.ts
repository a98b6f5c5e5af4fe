import { documentSubject, type DocumentKind } from '../../shared/domain/document.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { LabelChoice } from '../../shared/domain/label-sheet.ts';
import type { OpenArchive } from '../open-archive.ts';
import { labelSheetPaper, type LabelFace } from './label-sheet.ts';
import type { PaperDocument, SealPicture } from './model.ts';
import { labelSheetOf } from '../services/label-sheets.ts';
import type { LabelKind } from '../../shared/domain/printing.ts';
import { paperCodeBlock, paperCodes } from './paper-codes.ts';
import type { SharedFacts } from './paper-facts.ts';
import { sharedFacts } from './shared-facts.ts';

/** One paper with everything it prints already read. */
export interface PreparedPaper {
  readonly subjectId: string;
  /** Whose dossier the paper belongs to; null for papers of no single organization. */
  readonly organizationId: OrganizationId | null;
  /** Whose paper it is, in its file's name and in messages. */
  readonly name: string;
  /** Facts without which the paper must not be printed, and which it lacks. */
  readonly lacking: readonly string[];
  /** Facts that stay blank, to be written by hand. */
  readonly blank: readonly string[];
  readonly build: (picture: SealPicture | null) => PaperDocument;
  /** What the paper says in many places under one name, for an office's own template. */
  readonly shared: SharedFacts;
}

/**
 * Reads what some subjects print, in their order.
 *
 * @param labels the sheet of labels, where not the usual one from its first label on
 * @throws CodedError NOT_FOUND
 */
export type PreparePapers = (
  archive: OpenArchive,
  subjectIds: readonly string[],
  labels?: LabelChoice | null,
) => Promise<readonly PreparedPaper[]>;

/** How papers of one kind come about. */
export interface PaperTemplate {
  readonly prepare: PreparePapers;
  /** Documents in one print job: about 500 pages, above which Chromium's memory grows faster than its speed. */
  readonly documentsPerJob: number;
  /** False for papers that never come back as a scan, or on whose face a code would be ugly. */
  readonly coded: boolean;
  /** True where all subjects of a job stand on one paper, as labels do. */
  readonly joined?: true;
}

interface TemplateParts<Id extends string, Data> extends Omit<PaperTemplate, 'prepare' | 'joined'> {
  readonly read: (archive: OpenArchive, ids: readonly Id[]) => Promise<readonly Data[]>;
  readonly whose: (data: Data) => { readonly organizationId: OrganizationId | null; readonly name: string };
  /** What the code names instead of the subject, where the subject says more than a code can carry. */
  readonly codedAs?: (data: Data) => string;
  readonly lacking?: (data: Data) => readonly string[];
  readonly blank?: (data: Data) => readonly string[];
  /** @param write makes the code of a paper of a kind, for papers that show it in their middle */
  readonly build: (data: Data, picture: SealPicture | null, write: WriteCode) => PaperDocument;
}

/** @param subjectId left out, what the paper is made of */
type WriteCode = (kind: DocumentKind, subjectId?: string) => string;

const isFiled = (kind: PaperDocument['kind']): kind is DocumentKind => Object.hasOwn(documentSubject, kind);

/** The paper with the code that brings it home in its margin (docs/formats/paper-code.md). */
const withCode = (paper: PaperDocument, write: WriteCode): PaperDocument =>
  isFiled(paper.kind) ? { ...paper, code: paperCodeBlock(write(paper.kind), 'body') } : paper;

/** Joins what reads the data of a kind to what builds its paper; beyond this nobody sees the data. */
export const paperTemplate = <Id extends string, Data>(parts: TemplateParts<Id, Data>): PaperTemplate => ({
  documentsPerJob: parts.documentsPerJob,
  coded: parts.coded,
  prepare: async (archive, subjectIds) => {
    // The contract carries ids of any subject; the repositories answer NOT_FOUND to those of another.
    const data = await parts.read(archive, subjectIds as readonly Id[]);
    return data.map((each, index) => {
      const subjectId = subjectIds[index] ?? '';
      const coded = parts.codedAs?.(each) ?? subjectId;
      const write: WriteCode = (kind, of = coded) =>
        paperCodes(archive.keys).write({ kind, subjectId: of, page: null });
      return {
        ...parts.whose(each),
        subjectId,
        lacking: parts.lacking?.(each) ?? [],
        blank: parts.blank?.(each) ?? [],
        shared: sharedFacts(parts.whose(each).name, each),
        build: (picture) => {
          const paper = parts.build(each, picture, write);
          return parts.coded ? withCode(paper, write) : paper;
        },
      };
    });
  },
});

interface LabelParts<Id extends string, Data, Label> {
  readonly kind: LabelKind;
  /** What the labels are called in names of files. */
  readonly subject: string;
  readonly read: (archive: OpenArchive, ids: readonly Id[]) => Promise<readonly Data[]>;
  readonly nameOf: (data: Data) => string;
  readonly labelsOf: (data: Data) => readonly Label[];
  readonly face: (first: Data, write: WriteCode) => LabelFace<Label>;
  readonly authorOf: (data: Data) => string;
}

/** Labels of all subjects of a job, one after the other on the same sheets. */
export const labelTemplate = <Id extends string, Data, Label>(
  parts: LabelParts<Id, Data, Label>,
): PaperTemplate => ({
  documentsPerJob: 1,
  coded: false,
  joined: true,
  prepare: async (archive, subjectIds, labels = null) => {
    const { format } = await labelSheetOf(archive, labels?.sheet ?? null);
    // The contract carries ids of any subject; the repositories answer NOT_FOUND to those of another.
    const data = await parts.read(archive, subjectIds as readonly Id[]);
    const [first] = data;
    if (first === undefined) return [];
    const write: WriteCode = (kind, of = '') =>
      paperCodes(archive.keys).write({ kind, subjectId: of, page: null });
    const name = data.length === 1 ? parts.nameOf(first) : `${parts.nameOf(first)}等${data.length}个`;
    return [
      {
        subjectId: subjectIds[0] ?? '',
        organizationId: null,
        name,
        lacking: [],
        blank: [],
        shared: sharedFacts(name, first),
        build: () =>
          labelSheetPaper(
            {
              kind: parts.kind,
              title: `${parts.subject} ${name}`,
              properties: { subject: parts.subject, author: parts.authorOf(first), note: null },
            },
            data.flatMap(parts.labelsOf),
            { format, startAt: labels?.startAt ?? 1 },
            parts.face(first, write),
          ),
      },
    ];
  },
});
