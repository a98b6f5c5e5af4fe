import { TabbedScreen } from '../../components/TabbedScreen.tsx';
import { DecisionsTab } from './DecisionsTab.tsx';
import { FollowUpsTab } from './FollowUpsTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import { SurveysTab } from './SurveysTab.tsx';

const tabs = [
  { value: 'plan', label: '向两委报告', Body: PlanTab },
  { value: 'surveys', label: '测评结果', Body: SurveysTab },
  { value: 'decisions', label: '结果运用', Body: DecisionsTab },
  { value: 'follow-ups', label: '低分整改', Body: FollowUpsTab },
] as const;

/** Reports, surveys and what follows from them, over the whole street. Tab and filters are in the address. */
export const ReportsScreen = () => (
  <TabbedScreen title="报告测评" detail="向两委报告、满意度测评和结果运用" tabs={tabs} />
);
