import { useQuery } from '@tanstack/react-query';
import { isRecordOf, type RecordKind, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';

/** Records of part three by kind, each newest first. */
export interface ReportRecords {
  readonly reports: readonly RecordOf<'committee-report'>[];
  readonly surveys: readonly RecordOf<'survey'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  readonly votes: readonly RecordOf<'meeting-vote'>[];
  readonly evaluations: readonly RecordOf<'activity-evaluation'>[];
}

export const useReportRecords = (organizationId: OrganizationId) => {
  const { data, error, refetch } = useQuery(
    useApi().records.list.queryOptions({ input: { organizationId, part: 'reports-and-surveys' } }),
  );
  const all = data ?? [];
  const of = <K extends RecordKind>(kind: K): readonly RecordOf<K>[] =>
    all.flatMap((record) => (isRecordOf(record, kind) ? [record] : []));
  const records: ReportRecords = {
    reports: of('committee-report'),
    surveys: of('survey'),
    decisions: of('decision'),
    votes: of('meeting-vote'),
    evaluations: of('activity-evaluation'),
  };
  return { records: data === undefined ? null : records, error, refetch: () => void refetch() };
};
