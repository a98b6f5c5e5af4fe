import { TabbedScreen } from '../../components/TabbedScreen.tsx';
import { DispositionListTab } from './DispositionListTab.tsx';
import { EndedTab } from './EndedTab.tsx';
import { QuietTab } from './QuietTab.tsx';

const tabs = [
  { value: 'dispositions', label: '处理结果', Body: DispositionListTab },
  { value: 'quiet', label: '长期无活动', Body: QuietTab },
  { value: 'ended', label: '退出与封存', Body: EndedTab },
] as const;

/** Dispositions, organizations gone quiet, and those that have ended, over the whole street. */
export const ExitsScreen = () => (
  <TabbedScreen title="处理与退出" detail="处理结果、整改跟踪、长期无活动、注销撤销与封存" tabs={tabs} />
);
