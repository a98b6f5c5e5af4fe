import type { CandidateFilter } from '../../shared/contract/candidates.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { standingStatuses } from '../../shared/domain/organization.ts';
import {
  candidateCriterion,
  type CandidateRow,
  type LegalRegistration,
  type RegistrationCandidate,
} from '../../shared/domain/registration.ts';
import { CodedError } from '../../shared/errors.ts';
import { fourClassLabels } from '../../shared/labels/organization.ts';
import { candidateCriterionLabels } from '../../shared/labels/registration.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  countCandidateRows,
  deleteCandidate,
  getCandidate,
  getRegistration,
  listCandidateRows,
  saveCandidate,
} from '../db/repositories/candidates.ts';
import { updateOrganizationStanding } from '../db/repositories/organizations.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { exportedList } from './exported-list.ts';
import { requireOrganization } from './filings-start.ts';

/** One page of 拟登记台账. */
export const listCandidates = (
  { store }: OpenArchive,
  input: { readonly filter: CandidateFilter; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: CandidateRow[]; readonly total: number }> =>
  store.read((reader) => ({
    rows: [...listCandidateRows(reader, input.filter, input.offset, input.limit)],
    total: countCandidateRows(reader, input.filter),
  }));

/** Whether an organization is on the list, why, and what became of it. @throws CodedError NOT_FOUND */
export const readCandidate = (
  { store }: OpenArchive,
  id: OrganizationId,
): Promise<{
  readonly marked: boolean;
  readonly candidate: RegistrationCandidate | null;
  readonly registration: LegalRegistration | null;
}> =>
  store.read((reader) => ({
    marked: requireOrganization(reader, id).proposedRegistration,
    candidate: getCandidate(reader, id),
    registration: getRegistration(reader, id),
  }));

const mark = ({ ports }: OpenArchive, writer: Writer, id: OrganizationId, marked: boolean): void => {
  const organization = requireOrganization(writer, id);
  const standing = { ...organization, proposedRegistration: marked };
  updateOrganizationStanding(writer, id, standing, ports.clock.instant());
};

/**
 * Puts a filed organization on the list of those fit for registration (policy Art. 2).
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP for one that is not filed; INVALID_VALUE `candidateReasons`, `candidateSince`
 */
export const proposeRegistration = (
  archive: OpenArchive,
  input: { readonly organizationId: OrganizationId; readonly candidate: RegistrationCandidate },
): Promise<void> =>
  archive.store.write((writer) => {
    const { organizationId: id, candidate } = input;
    const { status } = requireOrganization(writer, id);
    requireOpenDossier(writer, id);
    if (!standingStatuses.includes(status)) {
      throw new CodedError('ILLEGAL_STEP', { state: status, action: 'propose-registration' });
    }
    if (candidateCriterion.options.every((criterion) => candidate.reasons[criterion] === null)) {
      throw new CodedError('INVALID_VALUE', { field: 'candidateReasons', reason: 'missing' });
    }
    const { clock } = archive.ports;
    if ([candidate.since, candidate.demonstration?.since ?? ''].some((day) => day > clock.today())) {
      throw new CodedError('INVALID_VALUE', { field: 'candidateSince', reason: 'future' });
    }
    saveCandidate(writer, id, candidate, clock.instant());
    mark(archive, writer, id, true);
  });

/** Takes an organization off the list. @throws CodedError NOT_FOUND */
export const withdrawProposal = (archive: OpenArchive, id: OrganizationId): Promise<void> =>
  archive.store.write((writer) => {
    requireOpenDossier(writer, id);
    mark(archive, writer, id, false);
    deleteCandidate(writer, id);
  });

const columns: readonly ListColumn<CandidateRow>[] = [
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '组织名称', width: 28, value: (row) => row.name },
  {
    header: '类别',
    width: 12,
    value: ({ fourClass }) => (fourClass === null ? '' : fourClassLabels[fourClass]),
  },
  { header: '备案号', width: 24, value: (row) => row.filingNumber ?? '' },
  { header: '负责人', width: 10, value: (row) => row.responsiblePersonName ?? '' },
  { header: '成员数', width: 8, value: (row) => row.memberCount },
  { header: '党员数', width: 8, value: (row) => row.partyMemberCount },
  ...candidateCriterion.options.map((criterion) => ({
    header: candidateCriterionLabels[criterion],
    width: 30,
    value: ({ candidate }: CandidateRow) => candidate?.reasons[criterion] ?? '',
  })),
  { header: '列入日期', width: 12, value: ({ candidate }) => candidate?.since ?? '' },
  { header: '培育示范点', width: 12, value: ({ candidate }) => candidate?.demonstration?.since ?? '' },
  { header: '统一社会信用代码', width: 22, value: ({ registration }) => registration?.creditCode ?? '' },
  { header: '登记日期', width: 12, value: ({ registration }) => registration?.registeredOn ?? '' },
  { header: '备注', width: 20, value: ({ candidate }) => candidate?.note ?? '' },
];

/** 拟登记台账 as shown, for the district (FEATURES A19). */
export const exportCandidates = async (archive: OpenArchive, filter: CandidateFilter): Promise<File> =>
  exportedList(archive, {
    name: '拟登记社区社会组织台账',
    sheetName: '拟登记台账',
    columns,
    rows: await archive.store.read((reader) => listCandidateRows(reader, filter, 0, -1)),
  });
