import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import type { FallbackPartyKind } from '../../shared/domain/organization.ts';
import type { IdentityDocumentKind, MemberRole, PoliticalStatus, Sex } from '../../shared/domain/person.ts';
import type { TraineeGroup } from '../../shared/domain/trainee.ts';
import type { ImportCounts, ImportFinding, SheetKind } from '../../shared/domain/workbook-import.ts';
import type { OrganizationRecord, PersonRecord } from '../db/repositories/import-matching.ts';
import type { OrganizationDraft } from '../interchange/import-rows.ts';
import type { RefusedRow, RefusedSheet } from '../interchange/rejects-workbook.ts';

/** A row that was not taken, as it stood; merged areas filled, so that it can stand alone. */
export type RejectedRow = RefusedRow;

/** What the sheets of rejected rows need to be shown, imported again and remembered. */
export interface RejectedSheet extends RefusedSheet {
  readonly kind: SheetKind;
}

/** Facts of a person that an import may set; null is unknown. */
export interface PersonFacts {
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly identityKind: IdentityDocumentKind | null;
  readonly identityNumber: string | null;
  readonly identityHash: string | null;
  readonly identityTailHash: string | null;
  readonly phone: string | null;
}

export interface PlannedPerson {
  readonly id: string;
  /** The person as the archive has it; null for a new one. */
  readonly record: PersonRecord | null;
  readonly facts: PersonFacts;
}

export interface PlannedMembership {
  readonly id: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly role: MemberRole;
  readonly roleTitle: string | null;
  readonly joinedOn: PartialDate | null;
  readonly remark: string | null;
}

/** A stay in a group of the training rotation. */
export interface PlannedStay {
  readonly id: string;
  readonly personId: string;
  readonly group: TraineeGroup;
  readonly communityId: string | null;
  readonly workUnit: string | null;
  readonly post: string | null;
  readonly startsOn: PartialDate | null;
  readonly endsOn: IsoDate | null;
}

export interface NewOrganization {
  readonly id: string;
  readonly communityId: string;
  readonly draft: OrganizationDraft;
  readonly fallbackPartyKind: FallbackPartyKind | null;
  readonly responsiblePersonId: string | null;
}

/** Facts that the archive lacked and the workbook knows; what the archive knows is never overwritten. */
export interface FilledOrganization {
  readonly id: string;
  readonly facts: Partial<Omit<OrganizationRecord, 'id' | 'updatedAt'>>;
  readonly category: OrganizationDraft['category'];
}

/** Everything an import would do. A dry run stops here; a run carries out exactly this. */
export interface ImportPlan {
  /** State of the register that the plan was made on. */
  readonly registerState: string;
  readonly newPeople: readonly PlannedPerson[];
  readonly filledPeople: readonly PlannedPerson[];
  readonly newOrganizations: readonly NewOrganization[];
  readonly filledOrganizations: readonly FilledOrganization[];
  readonly newMemberships: readonly PlannedMembership[];
  readonly newStays: readonly PlannedStay[];
  readonly findings: readonly ImportFinding[];
  readonly rejected: readonly RejectedRow[];
  readonly fileName: string;
  readonly sheets: readonly RejectedSheet[];
  readonly counts: ImportCounts;
}
