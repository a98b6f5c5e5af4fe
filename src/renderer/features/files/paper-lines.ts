import type {
  DossierFile,
  DossierPapers,
  FilePart,
  FilingScan,
  HeldAttachment,
} from '../../../shared/domain/dossier-file.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import type { PartChoice } from './use-part-choices.ts';

/** One line of the list: a paper of the dossier, or a scan that came in with a filing. */
export type PaperLine =
  | {
      readonly from: 'dossier';
      readonly key: string;
      readonly title: string;
      readonly attachment: HeldAttachment;
      readonly file: DossierFile;
    }
  | {
      readonly from: 'filing';
      readonly key: string;
      readonly title: string;
      readonly attachment: HeldAttachment;
      readonly scan: FilingScan;
    };

export interface PartOfPapers {
  readonly part: PartChoice;
  readonly lines: readonly PaperLine[];
}

const lineOfFile = (file: DossierFile): PaperLine[] => {
  const newest = file.versions[0];
  return newest === undefined
    ? []
    : [{ from: 'dossier', key: file.id, title: file.title, attachment: newest.attachment, file }];
};

const lineOfScan = (scan: FilingScan): PaperLine => ({
  from: 'filing',
  key: `${scan.filingId}-${scan.attachment.id}`,
  title: scan.attachment.fileName,
  attachment: scan.attachment,
  scan,
});

/** Scans of filings are papers of the first part: charter and form (policy Art. 2). */
const partOfScans: FilePart = 'charter-and-form';

/** Of one day by their names as people count them: 照片 2 before 照片 12. */
const byDayAndTitle = (a: PaperLine, b: PaperLine): number =>
  dayOfInstant(a.attachment.addedAt).localeCompare(dayOfInstant(b.attachment.addedAt)) ||
  a.title.localeCompare(b.title, 'zh-CN', { numeric: true });

/** The papers by part; a part that is retired is shown only while something lies in it. */
export const papersByPart = (
  { files, scans }: DossierPapers,
  parts: readonly PartChoice[],
  text: string,
): readonly PartOfPapers[] => {
  const wanted = text.trim().toLowerCase();
  const isWanted = ({ title, attachment }: PaperLine): boolean =>
    `${title} ${attachment.fileName}`.toLowerCase().includes(wanted);
  return parts
    .map((part) => ({
      part,
      lines: [
        ...files.filter((file) => file.part === part.value).flatMap(lineOfFile),
        ...(part.value === partOfScans ? scans.map(lineOfScan) : []),
      ]
        .filter(isWanted)
        .sort(byDayAndTitle),
    }))
    .filter(({ part, lines }) => lines.length > 0 || (!part.retired && wanted === ''));
};
