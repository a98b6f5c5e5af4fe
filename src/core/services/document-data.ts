import type { CharterText } from '../../shared/domain/charter.ts';
import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import type { FilingAction, FilingStep, PublicNotice } from '../../shared/domain/filing.ts';
import type { OrganizationId, PersonId } from '../../shared/domain/ids.ts';
import type { OfficeProfile } from '../../shared/domain/office.ts';
import type { OrganizationFacts } from '../../shared/domain/organization.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { charterInForce, charterOfFiling } from '../db/repositories/charter-texts.ts';
import {
  communityNameOn,
  communityOfOrganizationOn,
  officeNamesOn,
} from '../db/repositories/area-changes.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { getFilingRecord, type FilingRecord } from '../db/repositories/filings.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import { filledFields } from '../db/repositories/custom-fields.ts';
import { dossierEvidence } from '../db/repositories/organization-evidence.ts';
import { factsOf, getOrganization } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import type {
  FilingPaperData,
  PaperFiling,
  PaperNotice,
  PaperOpinion,
  PaperPerson,
} from './filing-paper-data.ts';
import { rulesOn } from './rules.ts';

const committeeReviews: ReadonlySet<FilingAction> = new Set([
  'committee-pass',
  'committee-return',
  'committee-decline',
]);
const streetReviews: ReadonlySet<FilingAction> = new Set(['street-agree', 'street-return', 'street-refuse']);

const opinionOf = (step: FilingStep): PaperOpinion => ({
  agreed: step.action === 'committee-pass' || step.action === 'street-agree',
  opinion: step.opinion,
  actor: step.actor,
  actedOn: step.actedOn,
});

const noticeOf = (
  notice: PublicNotice | null,
  { state }: FilingRecord,
  steps: readonly FilingStep[],
): PaperNotice | null => {
  if (notice === null) return null;
  const { startsOn, endsOn, days, place, method } = notice;
  const objected = steps.some(({ action }) => action === 'record-objection');
  const cleared = state === 'notice-cleared' || state === 'filed' || state === 'dissolved';
  const result =
    state === 'objected' ? 'objected' : cleared ? (objected ? 'objection-settled' : 'no-objection') : null;
  return { startsOn, endsOn, days, place, method, result };
};

/** Opinions on the application as last submitted; those on an earlier one that was sent back no longer stand. */
const paperFilingOf = (filing: FilingRecord, steps: readonly FilingStep[]): PaperFiling => {
  const submitted = steps.findLastIndex(({ action }) => action === 'submit');
  const current = steps.slice(Math.max(0, submitted));
  const last = (actions: ReadonlySet<FilingAction>): PaperOpinion | null => {
    const step = current.findLast(({ action }) => actions.has(action));
    return step ? opinionOf(step) : null;
  };
  return {
    kind: filing.kind,
    appliedOn: steps[submitted]?.actedOn ?? null,
    committeeReview: last(committeeReviews),
    streetReview: last(streetReviews),
    notice: noticeOf(filing.notice, filing, current),
  };
};

/** The open filing of an organization, otherwise its latest. */
const filingOf = (reader: Reader, id: OrganizationId, today: string): FilingRecord | null => {
  const filter = { organizationId: id, states: [], kinds: [], openOnly: false };
  const [row] = listFilingRows(reader, filter, today, 0, 1);
  return row ? getFilingRecord(reader, row.id) : null;
};

/** A person without identity number. */
export const paperPersonOf = (reader: Reader, id: PersonId | null): PaperPerson | null => {
  const found = id === null ? null : getPerson(reader, id);
  if (found === null) return null;
  const { name, sex, birthDate, politicalStatus, phone } = found;
  return { name, sex, birthDate, politicalStatus, phone };
};

/** The charter that is being applied for, otherwise as it was filed last; null where the model text is meant. */
const charterFor = (reader: Reader, id: OrganizationId, filing: FilingRecord | null): CharterText | null => {
  if (filing?.closedOn === null && filing.kind !== 'dissolution') {
    return charterOfFiling(reader, filing.id)?.draft ?? null;
  }
  return charterInForce(reader, id)?.filed ?? null;
};

/** What all papers of a day share. */
export interface PaperBasics {
  readonly office: OfficeProfile;
  readonly rules: RulePackBody;
  readonly today: IsoDate;
}

/** @throws CodedError NOT_FOUND in an archive without an office */
export const paperBasics = (reader: Reader, today: IsoDate): PaperBasics => {
  const office = getOfficeProfile(reader);
  if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  return { office, rules: rulesOn(reader, today).body, today };
};

/** What papers speak of, beyond the organization. */
interface PaperTopic {
  /** Left out, the open filing, otherwise the latest. */
  readonly filing?: FilingRecord;
  /** Day of the paper: communities and street are called as they were then. Left out, as the filing says, or today. */
  readonly on?: PartialDate | null;
}

/** What one organization's papers print. @throws CodedError NOT_FOUND */
export const paperDataOf = (
  reader: Reader,
  id: OrganizationId,
  { office, rules, today }: PaperBasics,
  { filing: wanted, on: paperDay = null }: PaperTopic = {},
): FilingPaperData => {
  const organization = getOrganization(reader, id);
  if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
  const filing = wanted ?? filingOf(reader, id, today);
  const applied = filing !== null && (wanted || filing.closedOn === null) ? filing : null;
  const facts: OrganizationFacts = applied?.facts ?? factsOf(organization);
  // A paper of a filing that is closed says what community and street were called when it was closed.
  const on = paperDay ?? applied?.closedOn ?? null;
  // A merge or split takes organizations along with their open filings; before its day they belonged elsewhere.
  const moved = applied === null || applied.closedOn === null;
  const placed =
    on !== null && moved && facts.communityId === organization.communityId
      ? communityOfOrganizationOn(reader, id, on)
      : null;
  const communityId = placed ?? facts.communityId;
  const community = listCommunities(reader).find((each) => each.id === communityId);
  const evidence = dossierEvidence(reader, id);
  return {
    organizationId: id,
    office: on === null ? office : officeNamesOn(reader, office, on),
    paperRules: rules.papers,
    copies: rules.copies,
    community: {
      name: (on === null ? community?.name : communityNameOn(reader, communityId, on)) ?? '',
      settlement: community?.settlement ?? 'urban',
    },
    facts,
    remarkFields: filledFields(reader, id).flatMap(({ field, value }) =>
      field.printed && value !== null ? [{ name: field.name, value }] : [],
    ),
    responsiblePerson: paperPersonOf(reader, facts.responsiblePersonId),
    charter: charterFor(reader, organization.id, filing),
    memberCount: evidence && evidence.members > 0 ? evidence.members : null,
    partyMemberCount: evidence && evidence.members > 0 ? evidence.partyMembers : null,
    filing: filing && paperFilingOf(filing, listFilingSteps(reader, filing.id)),
    filingNumber: organization.filingNumber,
    filedOn: organization.filedOn,
    certificate: listCertificates(reader, id).find(({ status }) => status === 'valid') ?? null,
  };
};

/**
 * What charter, filing form and certificate of these organizations print, in their order.
 *
 * @throws CodedError NOT_FOUND where there is no such organization
 */
export const readFilingPapers = (
  { store, ports }: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<FilingPaperData[]> =>
  store.read((reader) => {
    const basics = paperBasics(reader, ports.clock.today());
    return ids.map((id) => paperDataOf(reader, id, basics));
  });
