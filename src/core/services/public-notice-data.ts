import type { IsoDate } from '../../shared/domain/dates.ts';
import type { FilingKind } from '../../shared/domain/filing.ts';
import type { FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import { publicText, publicTextOrNull, type PublicText } from '../../shared/domain/public-text.ts';
import type { OpenArchive } from '../open-archive.ts';
import { committeeName } from '../../shared/domain/committee-name.ts';
import { categoryWords } from './fact-changes.ts';
import type { FilingPaperData, PaperRules } from './filing-paper-data.ts';
import type { MatterPaperData } from './matter-paper-data.ts';
import { readMatterPapers } from './matter-papers.ts';

/** The office as a public paper names it: its own telephone, nobody's at home. */
export interface PublicOffice {
  readonly authorityName: string;
  readonly contactPhone: string | null;
}

/** What the public may know of an organization. No field can hold an identity number, a telephone or an address. */
export interface PublicOrganization {
  readonly name: PublicText;
  readonly communityName: PublicText;
  readonly activityArea: PublicText | null;
  readonly businessScope: PublicText | null;
  readonly purpose: PublicText | null;
  /** In full: who answers for the organization is what a notice asks the public about. */
  readonly responsiblePerson: PublicText | null;
  readonly category: PublicText | null;
  readonly memberCount: number | null;
}

export interface PublicChange {
  readonly item: string;
  readonly before: PublicText | null;
  readonly after: PublicText | null;
}

/** What a public notice of a filing prints (policy Art. 2(2), Art. 3). */
export interface PublicNoticeData {
  readonly organizationId: OrganizationId;
  readonly kind: FilingKind;
  readonly office: PublicOffice;
  readonly paperRules: PaperRules;
  readonly committee: string;
  readonly organization: PublicOrganization;
  readonly filingNumber: string | null;
  readonly changes: readonly PublicChange[];
  readonly notice: {
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
    readonly days: number;
  } | null;
}

/** What of an organization's facts may be published. */
export const publicOrganization = (data: FilingPaperData): PublicOrganization => {
  const { facts, community, responsiblePerson, memberCount } = data;
  return {
    name: publicText(facts.name),
    communityName: publicText(community.name),
    activityArea: publicTextOrNull(facts.activityArea),
    businessScope: publicTextOrNull(facts.businessScope),
    purpose: publicTextOrNull(facts.purpose),
    responsiblePerson: publicTextOrNull(responsiblePerson?.name ?? null),
    category: publicTextOrNull(categoryWords(facts.categories)),
    memberCount,
  };
};

/** What of a filing may be published. */
export const publicNoticeOf = (data: MatterPaperData): PublicNoticeData => {
  const { organizationId, office, paperRules, community, matter, filing, filingNumber } = data;
  const notice = filing?.notice ?? null;
  return {
    organizationId,
    kind: matter.kind,
    office: { authorityName: office.authorityName, contactPhone: office.contactPhone },
    paperRules,
    committee: committeeName(community),
    organization: publicOrganization(data),
    filingNumber,
    changes: matter.changes
      .filter(({ open }) => open)
      .map(({ item, before, after }) => ({
        item,
        before: publicTextOrNull(before),
        after: publicTextOrNull(after),
      })),
    notice: notice && { startsOn: notice.startsOn, endsOn: notice.endsOn, days: notice.days },
  };
};

/** Reads what public notices of one kind print of these filings, in their order. */
export const readPublicNotices =
  (kind: 'filing-notice' | 'dissolution-notice') =>
  /** @throws CodedError NOT_FOUND */
  async (archive: OpenArchive, ids: readonly FilingId[]): Promise<PublicNoticeData[]> =>
    (await readMatterPapers(kind)(archive, ids)).map(publicNoticeOf);
