import {
  IconArchive,
  IconBuildingCommunity,
  IconChartBar,
  IconFileCertificate,
  IconGavel,
  IconHeartHandshake,
  IconHome,
  IconNotebook,
  IconPrinter,
  IconScan,
  IconSchool,
  IconSpeakerphone,
  IconTable,
  IconTableImport,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { WaitingCount } from '../../features/scans/WaitingCount.tsx';
import { paths } from '../paths.ts';

export interface NavigationItem {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  /** What waits there, beside its name. */
  readonly Count?: ComponentType;
}

/**
 * The areas, in the order of the work. Settings sit apart, at the foot. There are as many as fit beside each other on a
 * screen of 1366×768 enlarged to 125 %, and no more: what is used from everywhere is a tool of the top bar.
 */
export const navigation: readonly NavigationItem[] = [
  { to: paths.home, label: '工作台', icon: IconHome },
  { to: paths.organizations, label: '社会组织', icon: IconBuildingCommunity },
  { to: paths.filings, label: '备案办理', icon: IconFileCertificate },
  { to: paths.reports(), label: '报告测评', icon: IconChartBar },
  { to: paths.disclosures(), label: '信息公开', icon: IconSpeakerphone },
  { to: paths.exits(), label: '处理与退出', icon: IconGavel },
  { to: paths.services(), label: '活动与服务', icon: IconHeartHandshake },
  { to: paths.register('certificates'), label: '登记簿', icon: IconNotebook },
  { to: paths.people, label: '人员', icon: IconUsers },
  { to: paths.scans(), label: '扫描收件', icon: IconScan, Count: WaitingCount },
  { to: paths.training(), label: '培训轮训', icon: IconSchool },
  { to: paths.ledger, label: '台账报送', icon: IconTable },
  { to: paths.safekeeping(), label: '档案保管', icon: IconArchive },
];

/** Used from everywhere, whatever the area: in the top bar. */
export const tools: readonly NavigationItem[] = [
  { to: paths.imports, label: '导入', icon: IconTableImport },
  { to: paths.documents, label: '打印', icon: IconPrinter },
];
