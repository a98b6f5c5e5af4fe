import { Autocomplete, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import type { PlannedDisclosureState } from '../../../../shared/domain/disclosure.ts';
import {
  disclosureSubject,
  type ContentOf,
  type DisclosureSubject,
  type RecordOf,
} from '../../../../shared/domain/dossier-record.ts';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { disclosureSubjectLabels } from '../../../../shared/labels/dossier-record.ts';
import { DateField } from '../../../components/DateField.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { useRecordForm } from '../../records/record-draft.ts';
import { RecordDay, RecordForm, RecordTitle } from '../../records/RecordForm.tsx';

interface DisclosureModalProps {
  readonly dossier: Dossier;
  readonly disclosure: RecordOf<'disclosure'> | null;
  /** The line of the plan that a new one is for. */
  readonly planned: PlannedDisclosureState | null;
  readonly plan: readonly PlannedDisclosureState[];
  readonly onClose: () => void;
}

const subjects = disclosureSubject.options.map((value) => ({ value, label: disclosureSubjectLabels[value] }));
const means = ['社区公示栏张贴', '微信群', '微信公众号', '社区网站', '会议通报'];

const blankFor = (
  { responsiblePersonName }: Dossier,
  planned: PlannedDisclosureState | null,
): ContentOf<'disclosure'> => ({
  kind: 'disclosure',
  subject: planned?.subject ?? 'other',
  period: planned?.period ?? null,
  body: '',
  means: '社区公示栏张贴',
  place: null,
  endsOn: null,
  responsible: responsiblePersonName,
  objections: [],
  personalDataReason: null,
  published: null,
});

/** A disclosure: what, how, where, from when to when, who answers for it. It is published in a step of its own. */
export const DisclosureModal = ({ dossier, disclosure, planned, plan, onClose }: DisclosureModalProps) => {
  const form = useRecordForm(
    dossier.organization.id,
    disclosure,
    {
      title: planned === null ? '' : `${planned.label}公开`,
      occurredOn: todayHere(),
      content: blankFor(dossier, planned),
    },
    onClose,
  );
  const { draft, changeContent } = form;
  const { content } = draft;
  const periods = plan.filter(({ subject }) => subject === content.subject);
  const wrongEnd = content.endsOn !== null && draft.occurredOn !== null && content.endsOn < draft.occurredOn;
  return (
    <RecordForm
      form={form}
      record={disclosure}
      titles={['登记公开', '公开事项']}
      names={['标题', '起始日期']}
      lacks={[
        ['方式', content.means.trim() === ''],
        ['不早于起始的截止日期', wrongEnd],
      ]}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <Select
          label="事项"
          allowDeselect={false}
          data={subjects}
          value={content.subject}
          onChange={(subject: DisclosureSubject | null) =>
            subject !== null && changeContent({ subject, period: null })
          }
        />
        <Select
          label="对应公开计划"
          placeholder={periods.length === 0 ? '计划里没有这一项' : '不对应'}
          disabled={periods.length === 0}
          clearable
          data={periods.map(({ period, label }) => ({ value: period, label }))}
          value={content.period}
          onChange={(period) => changeContent({ period })}
        />
      </SimpleGrid>
      <RecordTitle form={form} label="标题" focused />
      <Textarea
        label="内容"
        description="贴出去的文字写在这里；Word、Excel 附件保存后在下面“材料”里存入，发布前一起检查。"
        autosize
        minRows={4}
        maxRows={12}
        maxLength={8000}
        value={content.body}
        onChange={(event) => changeContent({ body: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <Autocomplete
          label="方式"
          withAsterisk
          data={means}
          maxLength={60}
          value={content.means}
          onChange={(value) => changeContent({ means: value })}
        />
        <OptionalText
          label="地点"
          placeholder="如 阳光里社区东门公示栏"
          maxLength={120}
          value={content.place}
          onChange={(place) => changeContent({ place })}
        />
        <RecordDay form={form} label="从哪天起" />
        <DateField
          label="到哪天止"
          error={wrongEnd ? '早于起始日期' : undefined}
          value={content.endsOn}
          onChange={(endsOn) => changeContent({ endsOn })}
        />
        <OptionalText
          label="责任人"
          maxLength={60}
          value={content.responsible}
          onChange={(responsible) => changeContent({ responsible })}
        />
      </SimpleGrid>
      {content.personalDataReason === null ? null : (
        <Text size="sm" c="dimmed">
          发布时查出 {content.published?.findings ?? 0} 处个人信息，公开的理由：{content.personalDataReason}
        </Text>
      )}
    </RecordForm>
  );
};
