import { SegmentedControl, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { recentReportPeriods, reportPeriodLabel } from '../../../../shared/domain/report-plan.ts';
import type { RulePackBody } from '../../../../shared/domain/rule-pack.ts';
import { emptyGroup, type SurveyContent } from '../../../../shared/domain/survey.ts';
import { surveyEntryLabels } from '../../../../shared/labels/survey.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { DateField } from '../../../components/DateField.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { lacksOf } from '../../records/record-draft.ts';
import { RecordModal } from '../../records/RecordModal.tsx';

interface NewSurveyModalProps {
  readonly organizationId: OrganizationId;
  /** The period that runs; null where the rules know none. */
  readonly period: string | null;
  readonly onClose: () => void;
}

type Entry = SurveyContent['entry'];

/** A survey as the rules would have it; everything may be changed before the first ballot. */
const surveyBy = ({ survey }: RulePackBody, entry: Entry, period: string | null): SurveyContent => {
  const { items, weights, minimumBallots, ...scale } = survey;
  return {
    kind: 'survey',
    period,
    items,
    scale,
    weights,
    minimumBallots,
    entry,
    groups: { committees: emptyGroup, residents: emptyGroup, units: emptyGroup },
    closedOn: null,
    imbalanceReason: null,
    batches: [],
    followUp: null,
  };
};

const entries = (['counts', 'sheets'] as const).map((value) => ({ value, label: surveyEntryLabels[value] }));
const entryHints: Readonly<Record<Entry, string>> = {
  counts: '已经手工唱票、画正字的，直接填各档票数，最快。',
  sheets: '对着纸票一张一张按数字键录，程序来数。',
};

/** Starts a survey; the page that opens then sets its items and takes its ballots. */
export const NewSurveyModal = ({ organizationId, period: running, onClose }: NewSurveyModalProps) => {
  const { records, rules: rulesApi } = useApi();
  const navigate = useNavigate();
  const today = todayHere();
  const [typedTitle, setTitle] = useState<string | null>(null);
  const [occurredOn, setOccurredOn] = useState<string | null>(today);
  // Named after the year it is held in until somebody names it.
  const title = typedTitle ?? `${(occurredOn ?? today).slice(0, 4)} 年满意度测评`;
  const [period, setPeriod] = useState(running);
  const [entry, setEntry] = useState<Entry>('counts');
  const { data: rules } = useQuery(rulesApi.current.queryOptions({ input: { on: null } }));
  const periods = rules === undefined ? [] : recentReportPeriods(today, rules.body);
  const save = useMutation(
    records.save.mutationOptions({ onSuccess: ({ id }) => void navigate(paths.survey(id)) }),
  );
  const submit = (): void => {
    if (rules === undefined || occurredOn === null) return;
    const content = surveyBy(rules.body, entry, period);
    save.mutate({ id: null, record: { organizationId, occurredOn, title: title.trim(), content } });
  };
  return (
    <RecordModal
      title="开展满意度测评"
      record={null}
      lacks={lacksOf([
        ['名称', title.trim() === ''],
        ['日期', occurredOn === null],
      ])}
      saving={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      size={620}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <TextInput
          label="名称"
          withAsterisk
          data-autofocus
          maxLength={80}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DateField label="测评日期" withAsterisk value={occurredOn} onChange={setOccurredOn} />
        <Select
          label="所属报告期"
          placeholder="不分期"
          clearable
          data={periods.map(({ code }) => ({ value: code, label: reportPeriodLabel(code) }))}
          value={period}
          onChange={setPeriod}
        />
      </SimpleGrid>
      <SegmentedControl aria-label="录入方式" data={entries} value={entry} onChange={setEntry} />
      <Text size="sm" c="dimmed">
        {entryHints[entry]}
      </Text>
    </RecordModal>
  );
};
