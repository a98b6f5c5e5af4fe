import { Anchor, Group, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { ContentOf, RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { voteOutcome } from '../../../../shared/domain/meeting-vote.ts';
import { reportPeriodLabel } from '../../../../shared/domain/report-plan.ts';
import { surveyResult } from '../../../../shared/domain/survey.ts';
import { decisionUseLabels, voteSubjectLabels } from '../../../../shared/labels/dossier-record.ts';
import { followUpLabels } from '../../../../shared/labels/survey.ts';
import { paths } from '../../../app/paths.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { followUpTones } from '../../reports/report-tones.ts';
import { useVoteRule } from './use-vote-rule.ts';

interface OpenProps {
  readonly onOpen: () => void;
}

const Title = ({ title, onOpen }: OpenProps & { readonly title: string }) => (
  <Anchor component="button" type="button" size="sm" ta="left" onClick={onOpen}>
    {title}
  </Anchor>
);

export const ReportRow = ({
  report,
  onOpen,
}: OpenProps & { readonly report: RecordOf<'committee-report'> }) => (
  <Table.Tr>
    <Table.Td>{report.occurredOn}</Table.Td>
    <Table.Td>
      <Title title={report.title} onOpen={onOpen} />
    </Table.Td>
    <Table.Td>{report.content.period === null ? '—' : reportPeriodLabel(report.content.period)}</Table.Td>
    <Table.Td>{report.content.meeting ?? '—'}</Table.Td>
  </Table.Tr>
);

const followUpOf = (
  { followUp }: ContentOf<'survey'>,
  today: string,
): 'none' | 'open' | 'overdue' | 'done' => {
  if (followUp === null) return 'none';
  if (followUp.closedOn !== null) return 'done';
  return followUp.dueOn < today ? 'overdue' : 'open';
};

export const SurveyLine = ({
  survey,
  today,
}: {
  readonly survey: RecordOf<'survey'>;
  readonly today: string;
}) => {
  const { rate, score, low } = surveyResult(survey.content);
  const closed = survey.content.closedOn !== null;
  const followUp = followUpOf(survey.content, today);
  return (
    <Table.Tr>
      <Table.Td>{survey.occurredOn}</Table.Td>
      <Table.Td>
        <Anchor component={Link} to={paths.survey(survey.id)} size="sm">
          {survey.title}
        </Anchor>
      </Table.Td>
      <Table.Td>{closed && rate !== null ? `${rate}%` : '—'}</Table.Td>
      <Table.Td>{closed ? (score ?? '—') : '—'}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          {closed ? null : <StatusBadge tone="going">录入中</StatusBadge>}
          {closed && low ? <StatusBadge tone="late">低分</StatusBadge> : null}
          {closed && !low ? <StatusBadge tone="good">已结束</StatusBadge> : null}
          {followUp === 'none' ? null : (
            <StatusBadge tone={followUpTones[followUp]}>{followUpLabels[followUp]}</StatusBadge>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

export const DecisionLine = ({
  decision,
  surveyTitle,
  onOpen,
}: OpenProps & { readonly decision: RecordOf<'decision'>; readonly surveyTitle: string }) => (
  <Table.Tr>
    <Table.Td>{decision.occurredOn}</Table.Td>
    <Table.Td>
      <Title title={decision.title} onOpen={onOpen} />
    </Table.Td>
    <Table.Td>{decisionUseLabels[decision.content.use]}</Table.Td>
    <Table.Td>{decision.content.amountYuan?.toLocaleString('zh-CN') ?? '—'}</Table.Td>
    <Table.Td>
      <Anchor component={Link} to={paths.survey(decision.content.surveyId)} size="sm">
        {surveyTitle}
      </Anchor>
    </Table.Td>
  </Table.Tr>
);

export const VoteLine = ({ vote, onOpen }: OpenProps & { readonly vote: RecordOf<'meeting-vote'> }) => {
  const rule = useVoteRule(vote.occurredOn);
  const { subject, expected, present, inFavour, against, abstained } = vote.content;
  const passed = rule !== null && voteOutcome(vote.content, rule).passed;
  return (
    <Table.Tr>
      <Table.Td>{vote.occurredOn}</Table.Td>
      <Table.Td>
        <Title title={vote.title} onOpen={onOpen} />
      </Table.Td>
      <Table.Td>{voteSubjectLabels[subject]}</Table.Td>
      <Table.Td>
        {present}/{expected}
      </Table.Td>
      <Table.Td>
        {inFavour} : {against} : {abstained}
      </Table.Td>
      <Table.Td>
        {rule === null ? null : (
          <StatusBadge tone={passed ? 'good' : 'late'}>{passed ? '通过' : '未通过'}</StatusBadge>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

export const EvaluationLine = ({
  evaluation,
  onOpen,
}: OpenProps & { readonly evaluation: RecordOf<'activity-evaluation'> }) => {
  const { returned, void: spoilt, tally } = evaluation.content;
  const judged = tally.satisfied + tally.mostly + tally.dissatisfied;
  const rate = judged === 0 ? null : Math.round(((tally.satisfied + tally.mostly) * 1000) / judged) / 10;
  return (
    <Table.Tr>
      <Table.Td>{evaluation.occurredOn}</Table.Td>
      <Table.Td>
        <Title title={evaluation.title} onOpen={onOpen} />
      </Table.Td>
      <Table.Td>{returned - spoilt}</Table.Td>
      <Table.Td>{rate === null ? '—' : `${rate}%`}</Table.Td>
    </Table.Tr>
  );
};
