import {
  canonicalFilingNumber,
  formatFilingNumber,
  formatUnusedNumber,
  parseFilingNumberTemplate,
  readFilingNumber,
  yearInFilingNumber,
  type FilingNumberTemplate,
} from '../../shared/domain/filing-number.ts';
import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import type { Community, OfficeProfile } from '../../shared/domain/office.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  highestSequence,
  insertFilingNumber,
  isFilingNumberRegistered,
  isFilingNumberTaken,
  listFilingNumbers,
  voidFilingNumber,
  type FilingNumberRecord,
  type RegisteredNumber,
} from '../db/repositories/filing-numbers.ts';
import { getFilingRecord, type FilingRecord } from '../db/repositories/filings.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { rulesOn } from './rules.ts';

const templateOn = (reader: Reader, day: IsoDate): FilingNumberTemplate =>
  parseFilingNumberTemplate(rulesOn(reader, day).body.filingNumberTemplate);

const officeOf = (reader: Reader): OfficeProfile => {
  const office = getOfficeProfile(reader);
  if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  return office;
};

const communityOf = (reader: Reader, { facts }: FilingRecord): Community => {
  const community = listCommunities(reader).find(({ id }) => id === facts.communityId);
  if (community === undefined) throw new CodedError('NOT_FOUND', { what: 'community' });
  return community;
};

/**
 * The number that the rule gives next on a day: one above the year's highest, and beyond any that is taken. Gaps are
 * not filled: a number that somebody may have written on a paper stays unused.
 *
 * @throws CodedError FILING_NUMBER_RULE_INVALID; STEP_INCOMPLETE when the rule spells a category that is missing
 */
export const nextFilingNumber = (reader: Reader, filing: FilingRecord, on: IsoDate): string => {
  const template = templateOn(reader, on);
  const year = Number(on.slice(0, 4));
  const office = officeOf(reader);
  const given = {
    office: office.shortName,
    streetCode: office.streetCode,
    communityCode: communityOf(reader, filing).code,
    year,
    fourClass: filing.facts.categories['four-class'],
  };
  for (let sequence = highestSequence(reader, year) + 1; ; sequence += 1) {
    const number = formatFilingNumber(template, { ...given, sequence });
    const taken =
      isFilingNumberRegistered(reader, canonicalFilingNumber(number)) ||
      isFilingNumberTaken(reader, number, filing.organizationId);
    if (!taken) return number;
  }
};

interface NumberAssignment {
  readonly filingNumber: string;
  readonly organizationId: FilingNumberRecord['organizationId'];
  readonly filingId: FilingId;
  /** Day of the certificate, as far as it is known. */
  readonly on: PartialDate;
  readonly reason: string | null;
  readonly importId: FilingNumberRecord['importId'];
}

/** The first day that a partial date can mean. */
const firstDayOf = (day: PartialDate): IsoDate => `${day}-01-01`.slice(0, 10);

/**
 * Enters a number into the register; from then on nobody else can have it. Entering an organization's own number
 * again changes nothing.
 *
 * @throws CodedError FILING_NUMBER_TAKEN
 */
export const assignFilingNumber = (ports: Ports, writer: Writer, assignment: NumberAssignment): void => {
  const canonical = canonicalFilingNumber(assignment.filingNumber);
  const { organizationId, filingId, on, reason, importId } = assignment;
  const taken =
    isFilingNumberTaken(writer, canonical, organizationId) ||
    isFilingNumberTaken(writer, assignment.filingNumber, organizationId);
  if (taken) throw new CodedError('FILING_NUMBER_TAKEN', { filingNumber: assignment.filingNumber });
  if (isFilingNumberRegistered(writer, canonical)) return;

  const read = readFilingNumber(templateOn(writer, firstDayOf(on)), canonical);
  insertFilingNumber(writer, {
    filingNumber: canonical,
    year: read?.year ?? yearInFilingNumber(canonical) ?? Number(on.slice(0, 4)),
    sequence: read?.sequence ?? null,
    organizationId,
    filingId,
    reason,
    importId,
    recordedAt: ports.clock.instant(),
  });
};

/** Takes an organization's old number out of use. */
export const retireFilingNumber = (writer: Writer, filingNumber: string, reason: string): void =>
  voidFilingNumber(writer, canonicalFilingNumber(filingNumber), reason);

/** The number that a filing's certificate would carry if it were issued today: a change keeps the one it has. */
export const previewFilingNumber = ({ store, ports }: OpenArchive, id: FilingId): Promise<string> =>
  store.read((reader) => {
    const filing = getFilingRecord(reader, id);
    if (filing === null) throw new CodedError('NOT_FOUND', { what: 'filing' });
    const current = getOrganization(reader, filing.organizationId)?.filingNumber ?? null;
    return current ?? nextFilingNumber(reader, filing, ports.clock.today());
  });

export type NumberEntry = Omit<RegisteredNumber, 'state'> & {
  readonly state: RegisteredNumber['state'] | 'gap';
};

const gapReason = '没有使用记录，可能跳号';
/** More gaps than this come from a number that was misread; listing them all would help nobody. */
const mostGaps = 1000;

/** Numbers of a year with the gaps between them; numbers that another rule made have no sequence and come last. */
export const numberRegister = ({ store }: OpenArchive, year: number): Promise<NumberEntry[]> =>
  store.read((reader) => {
    const registered = listFilingNumbers(reader, year);
    const template = templateOn(reader, `${year}-12-31`);
    const { shortName: office, streetCode } = officeOf(reader);
    const used = new Set(registered.map(({ sequence }) => sequence));
    const highest = highestSequence(reader, year);
    const gaps: NumberEntry[] = [];
    for (let sequence = 1; sequence < highest && gaps.length < mostGaps; sequence += 1) {
      if (used.has(sequence)) continue;
      const filingNumber = formatUnusedNumber(template, { office, streetCode, year, sequence });
      gaps.push({ filingNumber, sequence, state: 'gap', organizationName: null, reason: gapReason });
    }
    const last = Number.MAX_SAFE_INTEGER;
    return [...registered, ...gaps].sort((one, other) => (one.sequence ?? last) - (other.sequence ?? last));
  });
