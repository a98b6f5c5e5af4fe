import { Card } from '../../components/Card.tsx';
import { ListScreen, ListTabs } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BackupsTab } from '../backups/BackupsTab.tsx';
import { PlacesTab } from '../places/PlacesTab.tsx';
import { ArchiveYearTab } from './ArchiveYearTab.tsx';
import { CatalogueTab } from './CatalogueTab.tsx';
import { FixityTab } from './FixityTab.tsx';
import { RecycleBinTab } from './RecycleBinTab.tsx';

const Fixity = () => (
  <Card>
    <FixityTab />
  </Card>
);

const RecycleBin = () => (
  <Card>
    <RecycleBinTab />
  </Card>
);

const tabs = [
  { value: 'archive', label: '归档', Body: ArchiveYearTab },
  { value: 'catalogue', label: '归档目录', Body: CatalogueTab },
  { value: 'places', label: '存放位置', Body: PlacesTab },
  { value: 'fixity', label: '完好性检查', Body: Fixity },
  { value: 'backups', label: '备份与恢复', Body: BackupsTab },
  { value: 'recycle-bin', label: '回收站', Body: RecycleBin },
] as const;

/** Keeping what is kept: papers are still what came in, what was removed can come back. */
export const SafekeepingScreen = () => (
  <ListScreen>
    <PageHeader title="档案保管" />
    <ListTabs tabs={tabs} />
  </ListScreen>
);
