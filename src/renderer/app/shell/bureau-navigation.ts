import {
  IconBuildingCommunity,
  IconCalendarCheck,
  IconChartBar,
  IconCopy,
  IconHome,
  IconInbox,
  IconKey,
} from '@tabler/icons-react';
import { InboxCount } from '../../features/bureau/inbox/InboxCount.tsx';
import { bureauPaths } from '../bureau-paths.ts';
import type { NavigationItem } from './navigation.ts';

/** The areas of the bureau's desk, in the order of the work. */
export const bureauNavigation: readonly NavigationItem[] = [
  { to: bureauPaths.home, label: '工作台', icon: IconHome },
  { to: bureauPaths.inbox(), label: '收件箱', icon: IconInbox, Count: InboxCount },
  { to: bureauPaths.reporting(), label: '报送情况', icon: IconCalendarCheck },
  { to: bureauPaths.rollup(), label: '汇总', icon: IconChartBar },
  { to: bureauPaths.duplicates(), label: '重复核查', icon: IconCopy },
  { to: bureauPaths.streets, label: '街镇名册', icon: IconBuildingCommunity },
  { to: bureauPaths.keys, label: '密钥', icon: IconKey },
];
