import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { isRecordOf, type DossierRecord } from '../../../../shared/domain/dossier-record.ts';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { paths } from '../../../app/paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAskedRecord } from '../use-asked-record.ts';
import { PlanList } from './PlanList.tsx';
import { RecordModals, type OpenForm } from './RecordModals.tsx';
import { ReportSections } from './ReportSections.tsx';
import { useReportRecords } from './use-report-records.ts';

/** The form that an address asks for. */
const askedForm = (query: URLSearchParams): OpenForm => {
  const period = query.get('report');
  if (period !== null) return { kind: 'new-report', period };
  return query.get('survey') === 'new' ? { kind: 'new-survey' } : null;
};

/** Part three of the dossier: reports to the two committees, surveys, what followed from them, votes (档案（三）). */
export const ReportsTab = ({ dossier }: { readonly dossier: Dossier }) => {
  const { id } = dossier.organization;
  const [query, setQuery] = useSearchParams();
  const asked = askedForm(query);
  const [chosen, setForm] = useState<OpenForm>(asked);
  const askedRecord = useAskedRecord();
  const { records, error, refetch } = useReportRecords(id);
  if (records === null)
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={refetch} />;
  const close = (): void => {
    setForm(null);
    askedRecord.settle();
    // The address asked for the form once; going back to it must not open it again.
    if (asked !== null) setQuery({ tab: 'reports' }, { replace: true });
  };
  const named = Object.values(records)
    .flat()
    .find((record: DossierRecord) => record.id === askedRecord.id);
  // A survey has a page of its own.
  if (named !== undefined && isRecordOf(named, 'survey'))
    return <Navigate replace to={paths.survey(named.id)} />;
  const form = chosen ?? (named === undefined ? null : ({ kind: 'record', record: named } as const));
  const closedSurveys = records.surveys.filter(({ content }) => content.closedOn !== null);
  return (
    <Stack gap="lg">
      {dossier.reportPeriods.length === 0 ? (
        <Text size="sm" c="dimmed">
          规则没有要求定期报告；报告次数在“设置—规则”里定。
        </Text>
      ) : (
        <PlanList
          periods={dossier.reportPeriods}
          reports={records.reports}
          onRecord={(period) => setForm({ kind: 'new-report', period })}
          onOpen={(record) => setForm({ kind: 'record', record })}
        />
      )}
      <ReportSections records={records} canDecide={closedSurveys.length > 0} onOpen={setForm} />
      <RecordModals form={form} dossier={dossier} closedSurveys={closedSurveys} onClose={close} />
    </Stack>
  );
};
