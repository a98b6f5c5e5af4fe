import { TabbedScreen } from '../../components/TabbedScreen.tsx';
import { NoticeBoardTab } from './NoticeBoardTab.tsx';
import { OpenObjectionsTab } from './OpenObjectionsTab.tsx';
import { OverdueTab } from './OverdueTab.tsx';

const tabs = [
  { value: 'overdue', label: '未按计划公开', Body: OverdueTab },
  { value: 'board', label: '本周张贴', Body: NoticeBoardTab },
  { value: 'objections', label: '待答复异议', Body: OpenObjectionsTab },
] as const;

/** Disclosures over the whole street: what is owed, what hangs out this week, what waits for an answer. */
export const DisclosuresScreen = () => (
  <TabbedScreen title="信息公开" detail="公开计划、每周张贴和异议答复" tabs={tabs} />
);
