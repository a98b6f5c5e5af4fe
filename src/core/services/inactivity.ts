import { addMonths } from '../../shared/domain/calendar-days.ts';
import type { QuietFilter, QuietOrganization } from '../../shared/domain/inactivity.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { Organization } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import { organizationStatusLabels } from '../../shared/labels/organization.ts';
import { insertActivityMark, listQuietOrganizations } from '../db/repositories/inactivity.ts';
import { hasOpenRectification } from '../db/repositories/dispositions.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { updateOrganizationStanding } from '../db/repositories/organizations.ts';
import { writeListWorkbook, type ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireOrganization } from './filings-start.ts';
import { getOffice } from './office.ts';
import { rulesOn } from './rules.ts';

export interface QuietPage {
  readonly rows: QuietOrganization[];
  readonly total: number;
  /** Months without a sign, by the rules. */
  readonly months: number;
}

/** Organizations that have given no sign of life for as long as the rules say, with the last of each sign. */
export const readQuietOrganizations = (
  { store, ports }: OpenArchive,
  input: { readonly filter: QuietFilter; readonly offset: number; readonly limit: number },
): Promise<QuietPage> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const months = rulesOn(reader, today).body.exit.inactiveMonths;
    const since = addMonths(today, -months);
    const { rows, total } = listQuietOrganizations(reader, input.filter, since, input);
    return { rows: [...rows], total, months };
  });

const columns: readonly ListColumn<QuietOrganization>[] = [
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '组织名称', width: 28, value: (row) => row.organizationName },
  { header: '状态', width: 10, value: (row) => organizationStatusLabels[row.status] },
  { header: '备案日期', width: 12, value: (row) => row.filedOn ?? '' },
  { header: '成员数', width: 8, value: (row) => row.memberCount },
  { header: '最近报告', width: 12, value: (row) => row.lastReportOn ?? '' },
  { header: '最近测评', width: 12, value: (row) => row.lastSurveyOn ?? '' },
  { header: '最近公开', width: 12, value: (row) => row.lastDisclosureOn ?? '' },
  { header: '最近活动', width: 12, value: (row) => row.lastActivityOn ?? '' },
  { header: '最近成员变动', width: 12, value: (row) => row.lastRosterChangeOn ?? '' },
  { header: '最近备案办理', width: 12, value: (row) => row.lastFilingStepOn ?? '' },
];

/** The list as shown, as a workbook. */
export const exportQuietOrganizations = async (archive: OpenArchive, filter: QuietFilter): Promise<File> => {
  const { profile } = await getOffice(archive);
  const { rows, months } = await readQuietOrganizations(archive, { filter, offset: 0, limit: -1 });
  const today = archive.ports.clock.today();
  const bytes = await writeListWorkbook({
    sheetName: '长期无活动',
    title: `${profile.streetName}长期无活动社区社会组织清单`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　${months} 个月内没有任何记录，共 ${rows.length} 个`,
    columns,
    rows,
  });
  return new File([bytes], `长期无活动清单-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};

/**
 * Marks an organization as inactive (停止活动), or as active again, with the reason.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP where its standing does not allow it; STEP_DATE_INVALID `future`
 */
export const markActivity = (
  { store, ports }: OpenArchive,
  input: {
    readonly organizationId: OrganizationId;
    readonly active: boolean;
    readonly markedOn: string;
    readonly markedBy: string;
    readonly reason: string;
  },
): Promise<Organization> =>
  store.write((writer) => {
    const { organizationId, active, markedOn } = input;
    const organization = requireOrganization(writer, organizationId);
    requireOpenDossier(writer, organizationId);
    if (organization.status !== (active ? 'inactive' : 'filed')) {
      const action = active ? 'mark-active' : 'mark-inactive';
      throw new CodedError('ILLEGAL_STEP', { state: organization.status, action });
    }
    if (markedOn > ports.clock.today()) throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
    const at = ports.clock.instant();
    insertActivityMark(writer, { ...input, id: ports.random.id(), recordedAt: at });
    const back = hasOpenRectification(writer, organizationId) ? 'rectifying' : 'filed';
    const status = active ? back : 'inactive';
    updateOrganizationStanding(writer, organizationId, { ...organization, status }, at);
    refreshOrganization(writer, organizationId);
    return requireOrganization(writer, organizationId);
  });
