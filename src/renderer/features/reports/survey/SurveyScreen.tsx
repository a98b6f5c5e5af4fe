import { Tabs } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { isRecordOf, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { recordId } from '../../../../shared/domain/ids.ts';
import { hasBallots } from '../../../../shared/domain/survey.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { CountsEntry } from './CountsEntry.tsx';
import { SheetsEntry } from './SheetsEntry.tsx';
import { SurveyDesign } from './SurveyDesign.tsx';
import { SurveyPapers } from './SurveyPapers.tsx';
import { SurveyHeader } from './SurveyHeader.tsx';
import { SurveyResults } from './SurveyResults.tsx';
import { useSurveyDraft } from './use-survey-draft.ts';

const steps = ['design', 'entry', 'result'] as const;
type Step = (typeof steps)[number];

/** Where a clerk left off. */
const usualStep = ({ content }: RecordOf<'survey'>): Step =>
  content.closedOn !== null ? 'result' : hasBallots(content) ? 'entry' : 'design';

interface SurveyPageProps {
  readonly loaded: RecordOf<'survey'>;
  readonly dossier: Dossier;
}

const SurveyPage = ({ loaded, dossier }: SurveyPageProps) => {
  const draft = useSurveyDraft(loaded);
  const [query, setQuery] = useSearchParams();
  const step = steps.find((each) => each === query.get('step')) ?? usualStep(draft.survey);
  return (
    <>
      <SurveyHeader draft={draft} dossier={dossier} />
      <Card>
        <Tabs
          value={step}
          onChange={(next) => setQuery(next === null ? {} : { step: next }, { replace: true })}
          keepMounted={false}
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="design">一、测评项目</Tabs.Tab>
            <Tabs.Tab value="entry">二、录入测评票</Tabs.Tab>
            <Tabs.Tab value="result">三、结果</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="design">
            <SurveyDesign draft={draft} />
          </Tabs.Panel>
          <Tabs.Panel value="entry">
            {draft.survey.content.entry === 'counts' ? (
              <CountsEntry draft={draft} />
            ) : (
              <SheetsEntry draft={draft} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="result">
            <SurveyResults draft={draft} />
          </Tabs.Panel>
        </Tabs>
      </Card>
      <SurveyPapers survey={draft.survey} />
    </>
  );
};

/** One satisfaction survey from its items to what followed (policy Art. 1). */
export const SurveyScreen = () => {
  const id = recordId.parse(useParams()['id']);
  const { records, organizations } = useApi();
  const { data: record, error, refetch } = useQuery(records.get.queryOptions({ input: { id } }));
  const { data: dossier, error: dossierError } = useQuery(
    organizations.dossier.queryOptions({
      input: record === undefined ? skipToken : { id: record.organizationId },
    }),
  );
  if (record === undefined || dossier === undefined) {
    const failure = error ?? dossierError;
    return failure === null ? (
      <ScreenLoading />
    ) : (
      <ErrorNotice error={failure} onRetry={() => void refetch()} />
    );
  }
  if (!isRecordOf(record, 'survey')) throw new Error(`record ${id} is no survey`);
  return <SurveyPage key={record.id} loaded={record} dossier={dossier} />;
};
