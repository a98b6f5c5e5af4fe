import { Button, Group, ScrollArea, Stack } from '@mantine/core';
import { useState } from 'react';
import type { PlanResult } from '../../../../shared/contract/rotation.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { ListScreen } from '../../../components/ListScreen.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProgressPanel } from '../../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../../components/use-progress-run.ts';
import { todayHere } from '../../filings/today-here.ts';
import { firstForm, requestOf } from './planner-request.ts';
import { PlannerFields } from './PlannerFields.tsx';
import { Proposals } from './Proposals.tsx';

const stageLabels = { suit: '看谁哪天能来', open: '挑时间和地点', shift: '调座位', close: '合并场次' };

/** Proposes sessions for those who are due; the coordinator edits them and accepts. Nothing is written before that. */
export const PlannerScreen = () => {
  const { rotation } = useApi();
  const [form, setForm] = useState(() => firstForm(todayHere()));
  const run = useProgressRun<PlanResult>();
  const request = requestOf(form);
  const { state } = run;
  return (
    <ListScreen>
      <PageHeader
        title="自动排课"
        crumbs={[{ title: '培训轮训', to: paths.training() }]}
        detail="为本期未训和从未参训的人排场次：一人不会排两场，不超过座位，同一时间一位教师只在一处。排好后可以改，采用了才写入。"
      />
      <ScrollArea flex={1} type="auto">
        <Stack gap="md">
          <ImeSafeForm
            aria-label="自动排课"
            onSubmit={() =>
              request !== null &&
              state.phase !== 'running' &&
              void run.start((signal) => rotation.plan.call(request, { signal }))
            }
          >
            <Stack gap="sm">
              <PlannerFields form={form} onChange={setForm} />
              <Group justify="flex-end">
                <Button type="submit" disabled={request === null} loading={state.phase === 'running'}>
                  排一排
                </Button>
              </Group>
            </Stack>
          </ImeSafeForm>
          {state.phase === 'running' ? (
            <ProgressPanel
              title="正在排课"
              progress={state.progress}
              elapsedMs={state.elapsedMs}
              stageLabels={stageLabels}
              onCancel={run.cancel}
            />
          ) : null}
          {state.phase === 'failed' ? <ErrorNotice error={state.error} /> : null}
          {state.phase === 'done' && request !== null ? (
            <Proposals key={JSON.stringify(state.result)} result={state.result} request={request} />
          ) : null}
        </Stack>
      </ScrollArea>
    </ListScreen>
  );
};
