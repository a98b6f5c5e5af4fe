import { useQuery } from '@tanstack/react-query';
import { isRecordOf, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { trendOf } from './survey-trend.ts';
import { TrendChart } from './TrendChart.tsx';

/** How this survey stands among those before it; nothing while it is the only one. */
export const FormerSurveys = ({ survey }: { readonly survey: RecordOf<'survey'> }) => {
  const { data: records = [] } = useQuery(
    useApi().records.list.queryOptions({
      input: { organizationId: survey.organizationId, part: 'reports-and-surveys' },
    }),
  );
  const surveys = records.flatMap((record) => (isRecordOf(record, 'survey') ? [record] : []));
  const trend = trendOf(surveys);
  return trend.length < 2 ? null : <TrendChart points={trend} />;
};
