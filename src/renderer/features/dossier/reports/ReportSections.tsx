import type { DossierRecord } from '../../../../shared/domain/dossier-record.ts';
import { TrendChart } from '../../reports/survey/TrendChart.tsx';
import { trendOf } from '../../reports/survey/survey-trend.ts';
import { todayHere } from '../../filings/today-here.ts';
import { DecisionLine, EvaluationLine, ReportRow, SurveyLine, VoteLine } from './record-rows.tsx';
import type { OpenForm } from './RecordModals.tsx';
import { RecordSection } from './RecordSection.tsx';
import type { ReportRecords } from './use-report-records.ts';

interface ReportSectionsProps {
  readonly records: ReportRecords;
  /** A survey was counted, so that a decision has something to cite. */
  readonly canDecide: boolean;
  readonly onOpen: (form: OpenForm) => void;
}

/** The lists of part three, each with the way to add to it. */
export const ReportSections = ({ records, canDecide, onOpen }: ReportSectionsProps) => {
  const { reports, surveys, decisions, votes, evaluations } = records;
  const open = (record: DossierRecord) => () => onOpen({ kind: 'record', record });
  const trend = trendOf(surveys);
  return (
    <>
      <RecordSection
        title="向两委的报告"
        basis="第一条；第二条 档案（三）"
        add="登记报告"
        onAdd={() => onOpen({ kind: 'new-report', period: null })}
        hint="还没有报告。上面每一期后面的“登记报告”会带好报告期。"
        heads={['日期', '标题', '报告期', '会议']}
        empty={reports.length === 0}
      >
        {reports.map((report) => (
          <ReportRow key={report.id} report={report} onOpen={open(report)} />
        ))}
      </RecordSection>
      <RecordSection
        title="满意度测评"
        basis="第一条；第二条 档案（三）"
        add="开展测评"
        onAdd={() => onOpen({ kind: 'new-survey' })}
        hint="还没有测评。由两委、居（村）民代表、辖区单位三方评，票数或逐张录入都可以。"
        heads={['日期', '名称', '满意率', '得分', '情况']}
        empty={surveys.length === 0}
      >
        {surveys.map((survey) => (
          <SurveyLine key={survey.id} survey={survey} today={todayHere()} />
        ))}
      </RecordSection>
      {trend.length < 2 ? null : <TrendChart points={trend} />}
      <RecordSection
        title="结果运用"
        basis="第一条"
        add="登记运用"
        onAdd={() => onOpen({ kind: 'new-decision' })}
        addDisabled={!canDecide}
        hint={
          canDecide
            ? '还没有。购买服务、匹配资源、退出的决定记在这里，并注明依据的测评。'
            : '测评结束以后，才能登记依据它作出的决定。'
        }
        heads={['日期', '决定事项', '用于', '金额（元）', '依据的测评']}
        empty={decisions.length === 0}
      >
        {decisions.map((decision) => (
          <DecisionLine
            key={decision.id}
            decision={decision}
            surveyTitle={surveys.find(({ id }) => id === decision.content.surveyId)?.title ?? '—'}
            onOpen={open(decision)}
          />
        ))}
      </RecordSection>
      <RecordSection
        title="会议表决"
        basis="第二条（一）；第三条"
        add="登记表决"
        onAdd={() => onOpen({ kind: 'new-vote' })}
        hint="发起成立、通过章程、选举负责人、终止，全体成员会议的表决记在这里。"
        heads={['日期', '标题', '事项', '实到/应到', '同意:反对:弃权', '结果']}
        empty={votes.length === 0}
      >
        {votes.map((vote) => (
          <VoteLine key={vote.id} vote={vote} onOpen={open(vote)} />
        ))}
      </RecordSection>
      <RecordSection
        title="活动群众评价"
        basis="第四条"
        add="登记评价"
        onAdd={() => onOpen({ kind: 'new-evaluation' })}
        hint="一次活动发的评价纸条，收回后把各档票数记在这里。"
        heads={['日期', '活动', '有效票', '满意率']}
        empty={evaluations.length === 0}
      >
        {evaluations.map((evaluation) => (
          <EvaluationLine key={evaluation.id} evaluation={evaluation} onOpen={open(evaluation)} />
        ))}
      </RecordSection>
    </>
  );
};
