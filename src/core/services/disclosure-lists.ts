import { addDays, daysBetween, weekdayOf } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { dueDisclosures, owesDisclosure, recentDisclosures } from '../../shared/domain/disclosure-plan.ts';
import type {
  NoticeBoard,
  NoticeBoardItem,
  OpenObjection,
  OverdueDisclosure,
  PlannedDisclosureState,
} from '../../shared/domain/disclosure.ts';
import type { DisclosureSubject } from '../../shared/domain/dossier-record.ts';
import type { ExitKind } from '../../shared/domain/exit.ts';
import type { FilingKind } from '../../shared/domain/filing.ts';
import type { CommunityId, OrganizationId } from '../../shared/domain/ids.ts';
import { standingStatuses } from '../../shared/domain/organization.ts';
import { reportPeriodStanding } from '../../shared/domain/report-plan.ts';
import { CodedError } from '../../shared/errors.ts';
import { disclosureSubjectLabels, plannedDisclosureLabel } from '../../shared/labels/dossier-record.ts';
import { exitKindLabels } from '../../shared/labels/exit.ts';
import { filingKindLabels } from '../../shared/labels/filing.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  countOverdueDisclosures,
  disclosuresByMark,
  listNoticeBoard,
  listOpenObjections,
  listOverdueDisclosures,
  type BoardRow,
  type DueDisclosure,
  type OverdueFilter,
} from '../db/repositories/disclosures.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { writeListWorkbook } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getOffice } from './office.ts';
import { rulesOn } from './rules.ts';

/** The plan of one organization, newest periods first, and how each stands. @throws CodedError NOT_FOUND */
export const readDisclosurePlan = (
  { store, ports }: OpenArchive,
  id: OrganizationId,
): Promise<PlannedDisclosureState[]> =>
  store.read((reader) => {
    const organization = getOrganization(reader, id);
    if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    const today = ports.clock.today();
    const made = disclosuresByMark(reader, id);
    const standing = standingStatuses.includes(organization.status);
    return recentDisclosures(today, rulesOn(reader, today).body.disclosurePlan).map((planned) => ({
      subject: planned.subject,
      period: planned.period.code,
      label: plannedDisclosureLabel(planned.subject, planned.period.label),
      endsOn: planned.period.endsOn,
      dueOn: planned.period.dueOn,
      state: reportPeriodStanding(planned.period, {
        today,
        reported: made.has(planned.mark),
        owes: standing && owesDisclosure(organization.filedOn, planned),
      }),
      recordId: made.get(planned.mark) ?? null,
    }));
  });

const dueOn = (reader: Reader, today: IsoDate): readonly DueDisclosure[] =>
  dueDisclosures(today, rulesOn(reader, today).body.disclosurePlan).map((planned) => ({
    mark: planned.mark,
    label: plannedDisclosureLabel(planned.subject, planned.period.label),
    subject: planned.subject,
    endsOn: planned.period.endsOn,
    dueOn: planned.period.dueOn,
  }));

export interface OverduePage {
  readonly rows: OverdueDisclosure[];
  readonly total: number;
}

/** Planned disclosures of the whole street that are due and not made. @param limit -1 for all */
export const listOverdue = (
  { store, ports }: OpenArchive,
  {
    filter,
    offset,
    limit,
  }: { readonly filter: OverdueFilter; readonly offset: number; readonly limit: number },
): Promise<OverduePage> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const due = dueOn(reader, today);
    return {
      rows: listOverdueDisclosures(reader, due, filter, offset, limit).map((row) => ({
        ...row,
        overdueDays: daysBetween(row.dueOn, today),
      })),
      total: countOverdueDisclosures(reader, due, filter),
    };
  });

/** The list as shown, as a workbook. */
export const exportOverdue = async (archive: OpenArchive, filter: OverdueFilter): Promise<File> => {
  const { profile } = await getOffice(archive);
  const { rows } = await listOverdue(archive, { filter, offset: 0, limit: -1 });
  const today = archive.ports.clock.today();
  const bytes = await writeListWorkbook({
    sheetName: '未按计划公开',
    title: `${profile.streetName}社区社会组织信息公开逾期清单`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${rows.length} 项`,
    columns: [
      { header: '社区', width: 16, value: (row) => row.communityName },
      { header: '组织名称', width: 28, value: (row) => row.organizationName },
      { header: '应公开事项', width: 26, value: (row) => row.label },
      { header: '期限', width: 12, value: (row) => row.dueOn },
      { header: '逾期天数', width: 10, value: (row) => row.overdueDays },
    ],
    rows,
  });
  return new File([bytes], `信息公开逾期清单-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};

/** Objections to disclosures that wait for an answer, the oldest first. */
export const readOpenObjections = ({ store, ports }: OpenArchive): Promise<OpenObjection[]> =>
  store.read((reader) =>
    listOpenObjections(reader).map((row) => ({
      ...row,
      waitingDays: daysBetween(row.receivedOn, ports.clock.today()),
    })),
  );

/** Monday and Sunday of the week that a day is in. */
export const weekOf = (day: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } => {
  const weekday = weekdayOf(day);
  return { from: addDays(day, 1 - weekday), to: addDays(day, 7 - weekday) };
};

const titleOf = ({ kind, code, title }: BoardRow): string => {
  switch (kind) {
    case 'public-notice':
      return `${filingKindLabels[code as FilingKind]}公示`;
    case 'filing-result':
      return `${filingKindLabels[code as FilingKind]}结果公告`;
    case 'exit-result':
      return `${exitKindLabels[code as ExitKind]}公告`;
    case 'survey-result':
      return `满意度测评结果：${title ?? ''}`;
    case 'disclosure':
      return `${disclosureSubjectLabels[code as DisclosureSubject]}：${title ?? ''}`;
  }
};

const toItem = (row: BoardRow): NoticeBoardItem => {
  const { communityId: _community, code: _code, ...item } = row;
  return { ...item, title: titleOf(row) };
};

/** What hangs in one community between two days: the one reading of a board, for the screen and for the paper. */
export const boardOf = (
  reader: Reader,
  days: { readonly from: IsoDate; readonly to: IsoDate; readonly communityId: CommunityId },
): readonly NoticeBoardItem[] => listNoticeBoard(reader, days).map(toItem);

export interface NoticeBoards {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly boards: NoticeBoard[];
}

/**
 * What is to be posted in the week of a day (FEATURES E7), by community in their order; those without anything are left
 * out unless one is asked for. The paper `notice-board` reads the same rows (`boardOf`).
 *
 * @param communityId null for all communities
 */
export const readNoticeBoards = (
  { store, ports }: OpenArchive,
  { communityId, day }: { readonly communityId: CommunityId | null; readonly day: IsoDate | null },
): Promise<NoticeBoards> =>
  store.read((reader) => {
    const { from, to } = weekOf(day ?? ports.clock.today());
    const rows = Map.groupBy(listNoticeBoard(reader, { from, to, communityId }), (row) => row.communityId);
    const boards = listCommunities(reader).flatMap(({ id, name }) => {
      const items = rows.get(id) ?? [];
      return items.length === 0 && id !== communityId
        ? []
        : [{ communityId: id, communityName: name, items: items.map(toItem) }];
    });
    return { from, to, boards };
  });
