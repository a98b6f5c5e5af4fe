import { addDays } from '../../shared/domain/calendar-days.ts';
import type {
  CommendationFacts,
  DispositionFilter,
  DispositionRow,
} from '../../shared/domain/disposition.ts';
import { isRecordOf, type DossierRecord, type RecordInput } from '../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { OrganizationStatus } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import { dispositionTypeLabels } from '../../shared/labels/dossier-record.ts';
import { organizationStatusLabels } from '../../shared/labels/organization.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  countDispositions,
  countedFacts,
  hasOpenRectification,
  listDispositions,
  usedAuthorities,
} from '../db/repositories/dispositions.ts';
import { getFilingRecord, openFilingOf, updateStatusBefore } from '../db/repositories/filings.ts';
import { getOrganization, updateOrganizationStanding } from '../db/repositories/organizations.ts';
import { writeListWorkbook, type ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { getOffice } from './office.ts';
import { rulesOn } from './rules.ts';

/**
 * What a disposition must say. A revocation ends the organization and is recorded by `revokeFiling` alone; that of one
 * that had been revoked before it came into the archive may be filled in.
 *
 * @throws CodedError ILLEGAL_STEP, STEP_INCOMPLETE, STEP_DATE_INVALID
 */
export const checkDisposition = (
  writer: Writer,
  today: string,
  before: DossierRecord | null,
  { content, occurredOn, organizationId }: RecordInput,
): void => {
  if (content.kind !== 'disposition') return;
  const revokedBefore =
    before !== null && isRecordOf(before, 'disposition') && before.content.type === 'revoke';
  const status = getOrganization(writer, organizationId)?.status ?? '';
  if ((content.type === 'revoke') !== revokedBefore && !(content.type === 'revoke' && status === 'revoked')) {
    if (content.type === 'revoke' || revokedBefore) {
      throw new CodedError('ILLEGAL_STEP', { state: status, action: 'revoke' });
    }
  }
  const { rectification } = content;
  if (occurredOn > today || (rectification?.closedOn ?? '') > today || (content.deliveredOn ?? '') > today) {
    throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
  }
  if (rectification === null) return;
  if (rectification.dueOn < occurredOn)
    throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
  if (rectification.closedOn !== null && !(rectification.outcome && rectification.closedBy)) {
    throw new CodedError('STEP_INCOMPLETE', { missing: ['整改结果', '核查人'] });
  }
};

const withRectification = (status: OrganizationStatus, open: boolean): OrganizationStatus => {
  if (open) return status === 'filed' ? 'rectifying' : status;
  return status === 'rectifying' ? 'filed' : status;
};

/**
 * Brings an organization's standing in line with its open rectifications: 整改中 while one is open, filed again
 * afterwards; an inactive one stays inactive until it is marked as active. While a filing works on it, the standing that the filing gives back changes instead.
 */
export const settleRectification = (ports: Ports, writer: Writer, id: OrganizationId): void => {
  const organization = getOrganization(writer, id);
  if (organization === null) return;
  const open = hasOpenRectification(writer, id);
  const status = withRectification(organization.status, open);
  if (status !== organization.status) {
    updateOrganizationStanding(writer, id, { ...organization, status }, ports.clock.instant());
  }
  const filingId = openFilingOf(writer, id);
  const filing = filingId === null ? null : getFilingRecord(writer, filingId);
  if (filing === null) return;
  const statusBefore = withRectification(filing.statusBefore, open);
  if (statusBefore !== filing.statusBefore) updateStatusBefore(writer, filing.id, statusBefore);
};

export interface DispositionPage {
  readonly rows: DispositionRow[];
  readonly total: number;
}

/** Dispositions of the whole street. */
export const readDispositions = (
  { store, ports }: OpenArchive,
  input: { readonly filter: DispositionFilter; readonly offset: number; readonly limit: number },
): Promise<DispositionPage> =>
  store.read((reader) => {
    const today = ports.clock.today();
    return {
      rows: [...listDispositions(reader, input.filter, today, input.offset, input.limit)],
      total: countDispositions(reader, input.filter, today),
    };
  });

const columns: readonly ListColumn<DispositionRow>[] = [
  { header: '日期', width: 12, value: (row) => row.occurredOn },
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '组织名称', width: 26, value: (row) => row.organizationName },
  { header: '现状', width: 10, value: (row) => organizationStatusLabels[row.status] },
  { header: '机关', width: 16, value: (row) => row.authority },
  { header: '类型', width: 10, value: (row) => dispositionTypeLabels[row.type] },
  { header: '文号', width: 20, value: (row) => row.documentNumber ?? '' },
  { header: '事项', width: 28, value: (row) => row.title },
  { header: '结果', width: 30, value: (row) => row.result },
  { header: '送达', width: 12, value: (row) => row.deliveredOn ?? '' },
  { header: '整改期限', width: 12, value: (row) => row.rectifyBy ?? '' },
  { header: '整改办结', width: 12, value: (row) => row.rectifiedOn ?? '' },
];

/** The list as shown, as a workbook. */
export const exportDispositions = async (archive: OpenArchive, filter: DispositionFilter): Promise<File> => {
  const { profile } = await getOffice(archive);
  const { rows } = await readDispositions(archive, { filter, offset: 0, limit: -1 });
  const today = archive.ports.clock.today();
  const bytes = await writeListWorkbook({
    sheetName: '处理结果',
    title: `${profile.streetName}社区社会组织处理结果登记`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${rows.length} 项`,
    columns,
    rows,
  });
  return new File([bytes], `处理结果登记-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};

/** Authorities to choose from: those of the rules, and those that have been written down before. */
export const readAuthorities = ({ store, ports }: OpenArchive): Promise<string[]> =>
  store.read((reader) => {
    const { authorities } = rulesOn(reader, ports.clock.today()).body.exit;
    return [...new Set([...authorities, ...usedAuthorities(reader)])];
  });

const yearsBetween = (since: string, today: string): number => {
  const first = `${since}-01-01`.slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(first.slice(0, 4));
  return Math.max(0, today.slice(5) < addDays(first, 0).slice(5) ? years - 1 : years);
};

/** What a letter of commendation can say of an organization (FEATURES F6). @throws CodedError NOT_FOUND */
export const readCommendationFacts = (
  { store, ports }: OpenArchive,
  id: OrganizationId,
): Promise<CommendationFacts> =>
  store.read((reader) => {
    const counted = countedFacts(reader, id);
    if (counted === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    const { since, ...facts } = counted;
    return { ...facts, years: since === null ? null : yearsBetween(since, ports.clock.today()) };
  });
