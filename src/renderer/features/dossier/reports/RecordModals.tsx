import type { DossierRecord, RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { isRecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { DecisionModal } from './DecisionModal.tsx';
import { EvaluationModal } from './EvaluationModal.tsx';
import { NewSurveyModal } from './NewSurveyModal.tsx';
import { ReportModal } from './ReportModal.tsx';
import { VoteModal } from './VoteModal.tsx';

/** The form that is open: for a new record of a kind, or for one that is changed; null for none. */
export type OpenForm =
  | { readonly kind: 'new-report'; readonly period: string | null }
  | { readonly kind: 'new-survey' | 'new-decision' | 'new-vote' | 'new-evaluation' }
  | { readonly kind: 'record'; readonly record: DossierRecord }
  | null;

interface RecordModalsProps {
  readonly form: OpenForm;
  readonly dossier: Dossier;
  readonly closedSurveys: readonly RecordOf<'survey'>[];
  readonly onClose: () => void;
}

export const RecordModals = ({ form, dossier, closedSurveys, onClose }: RecordModalsProps) => {
  if (form === null) return null;
  const shared = { organizationId: dossier.organization.id, onClose };
  const record = form.kind === 'record' ? form.record : null;
  if (form.kind === 'new-survey')
    return <NewSurveyModal {...shared} period={dossier.reportPeriods[0]?.code ?? null} />;
  if (form.kind === 'new-report' || (record !== null && isRecordOf(record, 'committee-report')))
    return (
      <ReportModal
        {...shared}
        report={record !== null && isRecordOf(record, 'committee-report') ? record : null}
        period={form.kind === 'new-report' ? form.period : null}
        reporter={dossier.responsiblePersonName}
      />
    );
  if (form.kind === 'new-decision' || (record !== null && isRecordOf(record, 'decision')))
    return (
      <DecisionModal
        {...shared}
        decision={record !== null && isRecordOf(record, 'decision') ? record : null}
        surveys={closedSurveys}
      />
    );
  if (form.kind === 'new-vote' || (record !== null && isRecordOf(record, 'meeting-vote')))
    return (
      <VoteModal
        {...shared}
        vote={record !== null && isRecordOf(record, 'meeting-vote') ? record : null}
        memberCount={dossier.memberCount}
      />
    );
  if (form.kind === 'new-evaluation' || (record !== null && isRecordOf(record, 'activity-evaluation')))
    return (
      <EvaluationModal
        {...shared}
        evaluation={record !== null && isRecordOf(record, 'activity-evaluation') ? record : null}
      />
    );
  return null;
};
