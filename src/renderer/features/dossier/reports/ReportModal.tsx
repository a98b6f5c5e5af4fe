import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { reportPeriodLabel, reportPeriodsBack } from '../../../../shared/domain/report-plan.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { useRecordForm } from '../../records/record-draft.ts';
import { RecordDay, RecordForm, RecordTitle } from '../../records/RecordForm.tsx';

interface ReportModalProps {
  readonly organizationId: OrganizationId;
  readonly report: RecordOf<'committee-report'> | null;
  /** Period of a new report. */
  readonly period: string | null;
  readonly reporter: string | null;
  readonly onClose: () => void;
}

/** How far back a report of old paper may reach. */
const monthsBack = 120;

const titleOf = (period: string | null): string =>
  period === null ? '工作报告' : `${reportPeriodLabel(period)}工作报告`;

/** Periods to choose from; one of earlier rules stays on offer while the report has it. */
const usePeriodOptions = (current: string | null) => {
  const { data: rules } = useQuery(useApi().rules.current.queryOptions({ input: { on: null } }));
  const known = rules === undefined ? [] : reportPeriodsBack(todayHere(), rules.body, monthsBack);
  const codes = known.map(({ code }) => code);
  const offered = current === null || codes.includes(current) ? codes : [current, ...codes];
  return offered.map((value) => ({ value, label: reportPeriodLabel(value) }));
};

export const ReportModal = ({ organizationId, report, period, reporter, onClose }: ReportModalProps) => {
  const form = useRecordForm(
    organizationId,
    report,
    {
      title: titleOf(period),
      occurredOn: todayHere(),
      content: {
        kind: 'committee-report',
        period,
        meeting: null,
        place: null,
        reporter,
        attendees: null,
        body: '',
        committeeOpinion: null,
      },
    },
    onClose,
  );
  const { draft, change, changeContent } = form;
  const { content } = draft;
  const options = usePeriodOptions(content.period);
  const choosePeriod = (next: string | null): void => {
    if (draft.title === titleOf(content.period)) change({ title: titleOf(next) });
    changeContent({ period: next });
  };
  return (
    <RecordForm
      form={form}
      record={report}
      titles={['登记向两委的报告', '向两委的报告']}
      names={['标题', '日期']}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <Select
          label="报告期"
          placeholder="不属于哪一期"
          clearable
          searchable
          nothingFoundMessage="没有这一期"
          data={options}
          value={content.period}
          onChange={choosePeriod}
        />
        <RecordDay form={form} label="报告日期" />
        <RecordTitle form={form} label="标题" />
        <OptionalText
          label="报告人"
          maxLength={60}
          value={content.reporter}
          onChange={(value) => changeContent({ reporter: value })}
        />
        <OptionalText
          label="会议名称"
          placeholder="如 社区两委联席会议"
          maxLength={80}
          autoFocus
          value={content.meeting}
          onChange={(meeting) => changeContent({ meeting })}
        />
        <OptionalText
          label="地点"
          maxLength={120}
          value={content.place}
          onChange={(place) => changeContent({ place })}
        />
      </SimpleGrid>
      <OptionalText
        label="参加人员"
        placeholder="姓名或人数，如 两委成员 7 人、成员代表 5 人"
        maxLength={500}
        rows={1}
        value={content.attendees}
        onChange={(attendees) => changeContent({ attendees })}
      />
      <Textarea
        label="报告内容"
        autosize
        minRows={4}
        maxRows={12}
        maxLength={20_000}
        value={content.body}
        onChange={(event) => changeContent({ body: event.currentTarget.value })}
      />
      <OptionalText
        label="两委意见"
        maxLength={1000}
        rows={1}
        value={content.committeeOpinion}
        onChange={(committeeOpinion) => changeContent({ committeeOpinion })}
      />
    </RecordForm>
  );
};
