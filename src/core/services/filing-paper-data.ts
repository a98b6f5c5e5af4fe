import type { CharterText } from '../../shared/domain/charter.ts';
import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import type { Certificate, FilingKind } from '../../shared/domain/filing.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { OfficeProfile } from '../../shared/domain/office.ts';
import type { OrganizationFacts } from '../../shared/domain/organization.ts';
import type { PoliticalStatus, Sex } from '../../shared/domain/person.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';

export type PaperRules = RulePackBody['papers'];

/** An opinion as the filing form prints it: what was said, by whom, when. */
export interface PaperOpinion {
  readonly agreed: boolean;
  readonly opinion: string | null;
  readonly actor: string;
  readonly actedOn: PartialDate;
}

export interface PaperNotice {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly days: number;
  readonly place: string;
  readonly method: string;
  /** null while the notice runs. */
  readonly result: 'no-objection' | 'objection-settled' | 'objected' | null;
}

/** The filing behind a paper: the open one, otherwise the latest. */
export interface PaperFiling {
  readonly kind: FilingKind;
  readonly appliedOn: PartialDate | null;
  readonly committeeReview: PaperOpinion | null;
  readonly streetReview: PaperOpinion | null;
  readonly notice: PaperNotice | null;
}

export interface PaperPerson {
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: PartialDate | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly phone: string | null;
}

/**
 * Everything that charter, filing form and certificate of one organization print: each fact once, read in one
 * place. It carries no identity number, so no paper made from it can print one.
 */
export interface FilingPaperData {
  readonly organizationId: OrganizationId;
  readonly office: OfficeProfile;
  /** How official papers of this office are worded and headed. */
  readonly paperRules: PaperRules;
  readonly community: { readonly name: string; readonly settlement: 'urban' | 'rural' };
  /** Copies of charter and form, from the rule pack. */
  readonly copies: number;
  /** Of the open filing where there is one, otherwise as filed. */
  /** Fields of the office that the filing form prints in its remarks, with what was entered. */
  readonly remarkFields: readonly { readonly name: string; readonly value: string }[];
  readonly facts: OrganizationFacts;
  readonly responsiblePerson: PaperPerson | null;
  /** As written for this organization; null prints the model text. */
  readonly charter: CharterText | null;
  readonly memberCount: number | null;
  readonly partyMemberCount: number | null;
  readonly filing: PaperFiling | null;
  readonly filingNumber: string | null;
  readonly filedOn: PartialDate | null;
  /** The valid certificate with its facts frozen at issue. */
  readonly certificate: Certificate | null;
}
