import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import type { RecordOf } from '../../shared/domain/dossier-record.ts';
import type { ChecklistItem } from '../../shared/domain/filing-materials.ts';
import type {
  Certificate,
  FilingAction,
  FilingKind,
  FilingState,
  HeldCopy,
} from '../../shared/domain/filing.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import type { FoundingVote } from '../../shared/domain/organization.ts';
import type { FactChange } from './fact-changes.ts';
import type { FilingPaperData } from './filing-paper-data.ts';

/** One line of a notice that lists gaps or reasons. */
export interface PaperItem {
  readonly material: string | null;
  readonly text: string;
}

/** A step of a filing as papers speak of it. */
export interface PaperStep {
  readonly action: FilingAction;
  readonly actor: string;
  readonly opinion: string | null;
  readonly actedOn: PartialDate;
  /** 文号 of the paper that the step issues. */
  readonly documentNumber: string | null;
  readonly items: readonly PaperItem[];
  readonly correctBy: IsoDate | null;
}

export interface PaperObjection {
  readonly receivedOn: IsoDate;
  readonly objector: string | null;
  readonly content: string;
  readonly answer: string | null;
  readonly answeredOn: IsoDate | null;
}

/** Why and how an organization decided on a change or on its end; each part null while nobody wrote it down. */
export interface PaperGrounds {
  readonly reason: string | null;
  readonly procedure: string | null;
  readonly vote: FoundingVote | null;
}

/** One filing with all that the papers of its steps print. */
export interface PaperMatter {
  readonly filingId: FilingId;
  readonly kind: FilingKind;
  readonly state: FilingState;
  readonly steps: readonly PaperStep[];
  readonly materials: readonly ChecklistItem[];
  /** What a change filing changes; empty for the other kinds. */
  readonly changes: readonly FactChange[];
  readonly grounds: PaperGrounds;
  readonly objections: readonly PaperObjection[];
  readonly copies: readonly HeldCopy[];
  /** The vote that decided on the end, where it was recorded. */
  readonly dissolutionVote: RecordOf<'meeting-vote'> | null;
  readonly certificates: readonly Certificate[];
}

/** What an organization's papers print, and the filing that they speak of. */
export interface MatterPaperData extends FilingPaperData {
  readonly matter: PaperMatter;
}
