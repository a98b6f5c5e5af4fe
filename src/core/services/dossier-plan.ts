import { archiveStampOf, type ArchiveStamp } from '../../shared/domain/archive-stamp.ts';
import { fitsFiling, fitsRecord } from '../../shared/domain/document-fit.ts';
import { documentKind, isKindOn, publicKinds, type DocumentKind } from '../../shared/domain/document.ts';
import type { DossierFile, FilePart, FilingScan, HeldAttachment } from '../../shared/domain/dossier-file.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { InspectionChoice } from '../../shared/domain/inspection.ts';
import { documentKindLabels } from '../../shared/labels/document.ts';
import { filingActionLabels } from '../../shared/labels/filing.ts';
import { publicText } from '../../shared/domain/public-text.ts';
import type { Reader } from '../db/archive-store.ts';
import { listDossierFiles, listFilingScans } from '../db/repositories/dossier-files.ts';
import {
  listCertificateSubjects,
  listFilingSubjects,
  listRecordSubjects,
} from '../db/repositories/paper-subjects.ts';
import type { OpenArchive } from '../open-archive.ts';
import { paperBasics, paperDataOf } from './document-data.ts';
import { dossierItems, shelvedAs, type DossierItem, type DossierPaperData } from './dossier-papers.ts';

/** One paper of an inspection dossier: printed from what the archive knows, or kept as it came in. */
export type PlannedPaper =
  | { readonly what: 'made'; readonly title: string; readonly kind: DocumentKind; readonly subjectId: string }
  | { readonly what: 'kept'; readonly title: string; readonly attachment: HeldAttachment };

/** An item with its papers in their order. */
export interface PlannedItem {
  readonly item: DossierItem['item'];
  readonly papers: readonly PlannedPaper[];
  /** Papers that the public version leaves out. */
  readonly withheld: number;
  /** What the archive stamp on its first page says; null where nothing was archived. */
  readonly stamp: ArchiveStamp | null;
}

export interface DossierPlan {
  readonly data: DossierPaperData;
  readonly items: readonly PlannedItem[];
}

/** Papers of the first filing that are made of the organization as a whole. */
const ofOrganization: readonly DocumentKind[] = [
  'filing-form',
  'charter',
  'founders-list',
  'person-in-charge',
  'founding-minutes',
  'undertaking',
  'premises-proof',
];

/** Papers that say nothing of what was done: to be filled in, or to be hung up. */
const notKept: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['survey-ballot', 'plaque-text']);

const inOrder = (papers: readonly Extract<PlannedPaper, { what: 'made' }>[]) =>
  papers.toSorted((a, b) => documentKind.options.indexOf(a.kind) - documentKind.options.indexOf(b.kind));

const made = (kind: DocumentKind, subjectId: string): Extract<PlannedPaper, { what: 'made' }> => ({
  what: 'made',
  title: documentKindLabels[kind],
  kind,
  subjectId,
});

interface DossierContent {
  readonly id: OrganizationId;
  readonly filings: ReturnType<typeof listFilingSubjects>;
  readonly records: ReturnType<typeof listRecordSubjects>;
  readonly certificates: ReturnType<typeof listCertificateSubjects>;
  readonly files: readonly DossierFile[];
  readonly scans: readonly FilingScan[];
}

const papersOfFiling = (content: DossierContent, filingId: string): PlannedPaper[] => {
  const filing = content.filings.find(({ id }) => id === filingId);
  if (filing === undefined) return [];
  const own = documentKind.options.flatMap((kind) =>
    isKindOn(kind, 'filing') && fitsFiling(kind, filing.traits) ? [made(kind, filingId)] : [],
  );
  const first = filing.traits.kind === 'initial';
  const issued = first && content.certificates.length > 0;
  return inOrder([
    ...own,
    ...(first ? ofOrganization.map((kind) => made(kind, content.id)) : []),
    ...(issued ? [made('certificate', content.id)] : []),
    ...(issued ? content.certificates.map(({ id }) => made('certificate-receipt', id)) : []),
  ]);
};

const papersOfRecord = ({ records }: DossierContent, recordId: string): PlannedPaper[] => {
  const record = records.find(({ id }) => id === recordId);
  if (record === undefined) return [];
  return documentKind.options.flatMap((kind) =>
    isKindOn(kind, 'record') && !notKept.has(kind) && fitsRecord(kind, record.traits)
      ? [made(kind, recordId)]
      : [],
  );
};

const keptFile = ({ title, versions }: DossierFile): PlannedPaper[] =>
  versions.slice(0, 1).map(({ attachment }) => ({ what: 'kept', title, attachment }));

const keptOf = (content: DossierContent, { source, sourceId }: DossierItem): PlannedPaper[] => {
  switch (source) {
    case 'filing':
      return content.scans
        .filter(({ filingId }) => filingId === sourceId)
        .map(({ attachment, action }) => ({
          what: 'kept',
          title:
            action === null ? attachment.fileName : `${filingActionLabels[action]}：${attachment.fileName}`,
          attachment,
        }));
    case 'record':
      return content.files.filter(({ recordId }) => recordId === sourceId).flatMap(keptFile);
    case 'file':
      return content.files.filter(({ id }) => id === sourceId).flatMap(keptFile);
  }
};

const madeOf = (content: DossierContent, { source, sourceId }: DossierItem): PlannedPaper[] => {
  switch (source) {
    case 'filing':
      return papersOfFiling(content, sourceId);
    case 'record':
      return papersOfRecord(content, sourceId);
    case 'file':
      return [];
  }
};

const papersFor = (content: DossierContent, item: DossierItem, choice: InspectionChoice) => {
  const kept = keptOf(content, item);
  const wanted = choice.made === 'all' || (choice.made === 'unscanned' && kept.length === 0);
  const papers = [...(wanted ? madeOf(content, item) : []), ...kept];
  if (choice.version === 'full') return { papers, withheld: 0 };
  // What was kept may show any number: no scan can be masked.
  const open = papers.filter((paper) => paper.what === 'made' && publicKinds.has(paper.kind));
  return { papers: open, withheld: papers.length - open.length };
};

const chosen = ({ parts, from, to }: InspectionChoice, part: FilePart, date: string | null): boolean => {
  if (parts !== null && !parts.includes(part)) return false;
  if (date === null) return true;
  // A day known to the month or year lies in the range if a part of it does.
  return (from === null || date >= from.slice(0, date.length)) && (to === null || date <= to);
};

const rosterItem = (
  { paper }: DossierPaperData,
  today: string,
  { version }: InspectionChoice,
): PlannedItem => ({
  item: {
    archivalCode: null,
    documentNumber: null,
    responsible: paper.facts.name,
    title: '成员花名册',
    date: today,
    secrecy: null,
    pages: null,
    remark: null,
  },
  papers: [made(version === 'full' ? 'roster-full' : 'roster-public', paper.organizationId)],
  withheld: 0,
  stamp: null,
});

const contentOf = async (reader: Reader, id: OrganizationId): Promise<DossierContent> => {
  const scope = { organizationId: id, text: '' };
  return {
    id,
    filings: listFilingSubjects(reader, scope),
    records: listRecordSubjects(reader, scope),
    certificates: listCertificateSubjects(reader, scope),
    files: await listDossierFiles(reader, id, null),
    scans: listFilingScans(reader, id),
  };
};

/** What goes into the inspection dossier of one organization, in its order. @throws CodedError NOT_FOUND */
export const planDossier = ({ store, ports }: OpenArchive, choice: InspectionChoice): Promise<DossierPlan> =>
  store.read(async (reader) => {
    const basics = paperBasics(reader, ports.clock.today());
    const paper = paperDataOf(reader, choice.organizationId, basics);
    const content = await contentOf(reader, choice.organizationId);
    const all = await dossierItems(reader, paper, basics.today);
    const picked = all.filter(({ item, part }) => chosen(choice, part, item.date));
    const data: DossierPaperData = {
      paper,
      items: picked.map(({ item }) => item),
      ...shelvedAs(reader, choice.organizationId),
    };
    const words = choice.version === 'full' ? (text: string) => text : publicText;
    const items = picked.map((each): PlannedItem => {
      const { papers, withheld } = papersFor(content, each, choice);
      return {
        item: { ...each.item, title: words(each.item.title) },
        papers,
        withheld,
        stamp:
          each.archived === null
            ? null
            : archiveStampOf(each.archived, {
                fonds: basics.office.fondsCode,
                unit: basics.rules.archivalCode.unit,
              }),
      };
    });
    const withRoster = choice.made !== 'none' && chosen(choice, 'roster', basics.today);
    return { data, items: withRoster ? [...items, rosterItem(data, basics.today, choice)] : items };
  });
