import { paperHomes, provenStep } from '../../shared/domain/paper-homes.ts';
import type { PaperIdentity, PaperKind } from '../../shared/domain/paper-code.ts';
import { documentKind } from '../../shared/domain/document.ts';
import type { PaperTarget } from '../../shared/domain/dossier-file.ts';
import { isRecordOf, partOfRecord, type DossierRecord } from '../../shared/domain/dossier-record.ts';
import type { DossierPart } from '../../shared/domain/dossier.ts';
import {
  certificateId,
  filingId,
  organizationId,
  recordId,
  type FilingId,
  type OrganizationId,
} from '../../shared/domain/ids.ts';
import type { ScanFinding } from '../../shared/domain/scan-inbox.ts';
import { documentShortLabels } from '../../shared/labels/document.ts';
import type { Reader } from '../db/archive-store.ts';
import { getCertificate } from '../db/repositories/certificates.ts';
import { getRecord } from '../db/repositories/dossier-records.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { isSealed } from '../db/repositories/exits.ts';
import { getFilingRecord } from '../db/repositories/filings.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { lockingItem } from './item-lock.ts';

/** Whom a paper speaks of. */
interface Subject {
  readonly organizationId: OrganizationId;
  readonly filingId: FilingId | null;
  readonly record: DossierRecord | null;
}

/** Ids of all tables are made by one source, so a paper's subject is where its id is found. */
export const subjectOfPaper = async (reader: Reader, id: string): Promise<Subject | null> => {
  const filing = getFilingRecord(reader, filingId.parse(id));
  if (filing !== null) return { organizationId: filing.organizationId, filingId: filing.id, record: null };
  const organization = getOrganization(reader, organizationId.parse(id));
  if (organization !== null) return { organizationId: organization.id, filingId: null, record: null };
  const record = await getRecord(reader, recordId.parse(id));
  if (record !== null) return { organizationId: record.organizationId, filingId: null, record };
  const certificate = getCertificate(reader, certificateId.parse(id));
  if (certificate === null) return null;
  return { organizationId: certificate.organizationId, filingId: certificate.filingId, record: null };
};

/** The open filing of an organization, otherwise its latest; null where it has none. */
export const filingAtHand = (reader: Reader, id: OrganizationId, today: string): FilingId | null => {
  const filter = { organizationId: id, states: [], kinds: [], openOnly: false };
  return listFilingRows(reader, filter, today, 0, 1)[0]?.id ?? null;
};

const titleOf = (kind: PaperKind): string => {
  const printed = documentKind.safeParse(kind);
  return printed.success ? documentShortLabels[printed.data] : '扫描件';
};

const inPart = (id: OrganizationId, part: DossierPart, title: string): PaperTarget => ({
  to: 'dossier',
  organizationId: id,
  part,
  recordId: null,
  title,
  note: null,
});

const ofRecord = (record: DossierRecord, title: string): PaperTarget => ({
  to: 'dossier',
  organizationId: record.organizationId,
  part: partOfRecord[record.content.kind],
  recordId: record.id,
  // A ballot says whose survey it is; most other papers are called like their record.
  title: isRecordOf(record, 'survey') ? `${record.title}${title}` : title,
  note: null,
});

const targetOf = (reader: Reader, kind: PaperKind, subject: Subject, today: string): PaperTarget | null => {
  const home = paperHomes[kind];
  switch (home.at) {
    case 'nowhere':
      return null;
    case 'part':
      return inPart(subject.organizationId, home.part, titleOf(kind));
    case 'record':
      return subject.record === null ? null : ofRecord(subject.record, titleOf(kind));
    case 'filing': {
      const id = subject.filingId ?? filingAtHand(reader, subject.organizationId, today);
      // Taken over from an old ledger, with no filing to speak of.
      if (id === null) return inPart(subject.organizationId, 'charter-and-form', titleOf(kind));
      return { to: 'filing', filingId: id, step: provenStep(home.proves, listFilingSteps(reader, id)) };
    }
  }
};

const isLocked = (reader: Reader, target: PaperTarget): boolean => {
  if (target.to === 'filing') return lockingItem(reader, 'filing', target.filingId) !== null;
  return target.to === 'dossier' && target.recordId !== null
    ? lockingItem(reader, 'record', target.recordId) !== null
    : false;
};

/** Where a paper of ours belongs, or why it cannot go there by itself. */
export type ScanHome =
  | { readonly finding: 'code'; readonly target: PaperTarget }
  | { readonly finding: Extract<ScanFinding, 'gone' | 'sealed' | 'archived' | 'nowhere'> };

/** Finds the place of a paper by what its code says. */
export const homeOfPaper = async (
  reader: Reader,
  { kind, subjectId }: PaperIdentity,
  today: string,
): Promise<ScanHome> => {
  if (paperHomes[kind].at === 'nowhere') return { finding: 'nowhere' };
  const subject = await subjectOfPaper(reader, subjectId);
  if (subject === null) return { finding: 'gone' };
  if (isSealed(reader, subject.organizationId)) return { finding: 'sealed' };
  const target = targetOf(reader, kind, subject, today);
  if (target === null) return { finding: 'gone' };
  return isLocked(reader, target) ? { finding: 'archived' } : { finding: 'code', target };
};
