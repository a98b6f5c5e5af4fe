import { IconPrinter } from '@tabler/icons-react';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListScreen, ListTabs } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { LabelSheetsTab } from './LabelSheetsTab.tsx';
import { PrintersTab } from './PrintersTab.tsx';
import { QueueTab } from './QueueTab.tsx';
import { SetupsTab } from './SetupsTab.tsx';
import { StockTab } from './StockTab.tsx';

const tabs = [
  { value: 'queue', label: '打印队列', Body: QueueTab },
  { value: 'setups', label: '纸张设置', Body: SetupsTab },
  { value: 'printers', label: '打印机', Body: PrintersTab },
  { value: 'stock', label: '套打', Body: StockTab },
  { value: 'labels', label: '标签纸', Body: LabelSheetsTab },
] as const;

/** What waits to be printed, and how this office prints. */
export const PrintCentreScreen = () => (
  <ListScreen>
    <PageHeader
      title="打印中心"
      actions={
        <LinkButton
          variant="default"
          to={paths.documents}
          leftSection={<IconPrinter size={18} stroke={1.6} />}
        >
          选文书打印
        </LinkButton>
      }
    />
    <ListTabs tabs={tabs} />
  </ListScreen>
);
