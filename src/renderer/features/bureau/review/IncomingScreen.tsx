import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { receivedFileId } from '../../../../shared/domain/ids.ts';
import type { PackageReview } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProgressPanel } from '../../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../../components/use-progress-run.ts';
import { packageTitle } from '../inbox/head-words.ts';
import { checkStageLabels } from './check-stages.ts';
import { IncomingDecision } from './IncomingDecision.tsx';
import { ReviewBody } from './ReviewBody.tsx';

const crumbs = [{ title: '收件箱', to: bureauPaths.inbox() }];

/** Opens a package whole, and shows what taking it in would bring; nothing is taken in before somebody decides. */
export const IncomingScreen = () => {
  const { id: param = '' } = useParams();
  const id = receivedFileId.parse(param);
  const api = useApi();
  const { data: inbox } = useQuery(api.bureau.inbox.queryOptions());
  const run = useProgressRun<PackageReview>();
  const { start } = run;
  useEffect(() => {
    void start((signal) => api.bureau.check.call({ id, expectedPeriod: null }, { signal }));
    // oxlint-disable-next-line react/exhaustive-deps -- `start` is made anew with each render and does the same
  }, [id, api]);
  const fileName = inbox?.find((entry) => entry.id === id)?.fileName ?? '报送包';
  switch (run.state.phase) {
    case 'idle':
    case 'running':
      return (
        <>
          <PageHeader title={fileName} crumbs={crumbs} />
          <ProgressPanel
            title="正在打开核对"
            progress={run.state.phase === 'running' ? run.state.progress : null}
            elapsedMs={run.state.phase === 'running' ? run.state.elapsedMs : 0}
            stageLabels={checkStageLabels}
            onCancel={run.cancel}
          />
        </>
      );
    case 'cancelled':
      return <PageHeader title={fileName} crumbs={crumbs} detail="已经取消，文件还在收件箱里。" />;
    case 'failed':
      return (
        <>
          <PageHeader title={fileName} crumbs={crumbs} />
          <ErrorNotice error={run.state.error} />
        </>
      );
    case 'done': {
      const { result: review } = run.state;
      return (
        <>
          <PageHeader
            title={packageTitle(review.head)}
            detail="核对无误，还没有收下。"
            crumbs={crumbs}
            actions={<IncomingDecision id={id} review={review} />}
          />
          <ReviewBody review={review} />
        </>
      );
    }
  }
};
