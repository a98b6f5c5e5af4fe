/**
 * The code that a printed paper carries, so that its stamped scan finds its own way home. Only characters of a QR
 * code's alphanumeric mode (ISO/IEC 18004, 7.3.4), so that the picture stays small:
 *
 *     HA1 <archive: 4> <kind: 2> <page: 1> <subject: 1 to 40> <check: 8>
 *
 * without spaces: 47 characters with an id of the core, just what version 3 at level Q holds, so that the modules are
 * as large as can be. `archive` marks whose paper it is, `page` is 0 for a paper as a whole, `check` is keyed, so that
 * what another office printed, somebody drew, or a reader misread is never taken for our own.
 */

/** Two letters for each kind of paper. Never reused for another kind: paper lives longer than any release. */
export const paperKindMarks = {
  application: 'AP',
  'filing-form': 'FF',
  charter: 'CH',
  'founders-list': 'FL',
  'roster-full': 'RF',
  'roster-public': 'RP',
  'person-in-charge': 'PC',
  'founding-minutes': 'FM',
  undertaking: 'UT',
  'premises-proof': 'PP',
  'committee-opinion': 'CO',
  'correction-notice': 'CN',
  'refusal-notice': 'RN',
  'filing-notice': 'FN',
  approval: 'AV',
  certificate: 'CT',
  'certificate-receipt': 'CR',
  'copies-receipt': 'CC',
  'change-form': 'CF',
  'work-report': 'WR',
  'survey-ballot': 'SB',
  'survey-result': 'SR',
  'disclosure-sheet': 'DS',
  'notice-board': 'NB',
  'objection-answer': 'OA',
  'rectification-order': 'RO',
  'disposition-decision': 'DD',
  'dissolution-application': 'XA',
  'dissolution-notice': 'XN',
  'commendation-letter': 'CL',
  'asset-statement': 'AS',
  'loss-statement': 'LS',
  'consent-form': 'CS',
  'archive-catalogue': 'AC',
  'dossier-cover': 'DC',
  'reference-sheet': 'RS',
  label: 'LB',
  'gap-letter': 'GL',
  'place-labels': 'PL',
  'box-list': 'BL',
  'disclosure-answer': 'DA',
  'seal-register': 'SU',
  'plaque-text': 'PQ',
  'dossier-spine': 'SP',
  'box-spine': 'BS',
  'archive-stamps': 'AM',
  'training-sign-in': 'TS',
  'training-certificate': 'TC',
  'training-pass': 'TP',
  'service-proof': 'VP',
  'thanks-letter': 'TK',
  'service-case': 'SC',
  'call-list': 'EL',
  'service-list': 'SL',
} as const;
export type PaperKind = keyof typeof paperKindMarks;

/** Which paper: its kind, the id of what it speaks of, and its page; null for the paper as a whole. */
export interface PaperIdentity {
  readonly kind: PaperKind;
  readonly subjectId: string;
  readonly page: number | null;
}

/** A code as it was read, its check not yet judged. */
export interface ReadPaperCode {
  readonly archive: string;
  readonly paper: PaperIdentity;
  /** What the check is computed over. */
  readonly body: string;
  readonly check: string;
}

const version = 'HA1';
const codeShape = /^HA1([0-9A-Z]{4})([A-Z]{2})([0-9A-Z])([0-9A-Z-]{1,40})([0-9A-Z]{8})$/;
const subjectShape = /^[0-9a-z-]{1,40}$/;

/** Pages are told by one digit to base 36; later pages of a long paper say no more than the paper as a whole. */
const lastPage = 35;

const kindOfMark: ReadonlyMap<string, PaperKind> = new Map(
  Object.entries(paperKindMarks).map(([kind, mark]) => [mark, kind as PaperKind]),
);

/**
 * The code without its check.
 *
 * @param archive four digits or capital letters
 * @throws RangeError for a subject that the code cannot carry (ids of the core always fit), and for no page at all
 */
export const paperCodeBody = (archive: string, { kind, subjectId, page }: PaperIdentity): string => {
  if (!subjectShape.test(subjectId)) throw new RangeError('subject does not fit a paper code');
  if (page !== null && !(Number.isInteger(page) && page >= 1)) throw new RangeError('no such page');
  const digit = (page !== null && page <= lastPage ? page : 0).toString(36).toUpperCase();
  return `${version}${archive}${paperKindMarks[kind]}${digit}${subjectId.toUpperCase()}`;
};

/** Reads a code back; null for any other text, also for kinds of paper that a later release prints. */
export const parsePaperCode = (text: string): ReadPaperCode | null => {
  const match = codeShape.exec(text);
  if (match === null) return null;
  const [, archive = '', mark = '', page = '', subject = '', check = ''] = match;
  const kind = kindOfMark.get(mark);
  if (kind === undefined) return null;
  return {
    archive,
    paper: { kind, subjectId: subject.toLowerCase(), page: page === '0' ? null : Number.parseInt(page, 36) },
    body: text.slice(0, -check.length),
    check,
  };
};
