import type { ReactNode } from 'react';
import { trainingTabs, type TrainingTab } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { ListScreen, ListTabs } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BoardTab } from './board/BoardTab.tsx';
import { CompletionsTab } from './CompletionsTab.tsx';
import { CoverageTab } from './coverage/CoverageTab.tsx';
import { ExamsTab } from './exams/ExamsTab.tsx';
import { PlanTab } from './plan/PlanTab.tsx';
import { SessionsTab } from './plan/SessionsTab.tsx';
import { TraineesTab } from './trainees/TraineesTab.tsx';

const bodies: Readonly<Record<TrainingTab, { readonly label: string; readonly Body: () => ReactNode }>> = {
  coverage: { label: '轮训进度', Body: CoverageTab },
  trainees: { label: '培训对象', Body: TraineesTab },
  plan: { label: '年度计划', Body: PlanTab },
  sessions: { label: '场次', Body: SessionsTab },
  board: { label: '政策目标', Body: BoardTab },
  completions: { label: '结业证书', Body: CompletionsTab },
  exams: { label: '考试', Body: ExamsTab },
};

const tabs = trainingTabs.map((value) => ({ value, ...bodies[value] }));

/** 培训轮训: the six groups, the year plan, who came, who is due (policy Art. 8). */
export const TrainingScreen = () => (
  <ListScreen>
    <PageHeader title="培训轮训" marks={<BasisHint basis="第八条" />} />
    <ListTabs tabs={tabs} />
  </ListScreen>
);
