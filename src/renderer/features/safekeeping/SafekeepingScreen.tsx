import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Card } from '../../components/Card.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ArchiveYearTab } from './ArchiveYearTab.tsx';
import { CatalogueTab } from './CatalogueTab.tsx';
import { FixityTab } from './FixityTab.tsx';
import { RecycleBinTab } from './RecycleBinTab.tsx';

const tabs = [
  { value: 'archive', label: '归档', Panel: ArchiveYearTab },
  { value: 'catalogue', label: '归档目录', Panel: CatalogueTab },
  { value: 'fixity', label: '完好性检查', Panel: FixityTab },
  { value: 'recycle-bin', label: '回收站', Panel: RecycleBinTab },
] as const;

/** Keeping what is kept: papers are still what came in, what was removed can come back. */
export const SafekeepingScreen = () => {
  const [query, setQuery] = useSearchParams();
  const open = tabs.find(({ value }) => value === query.get('tab'))?.value ?? tabs[0].value;
  return (
    <>
      <PageHeader title="档案保管" />
      <Card>
        <Tabs
          value={open}
          keepMounted={false}
          onChange={(tab) => setQuery(tab === null ? {} : { tab }, { replace: true })}
        >
          <Tabs.List mb="md">
            {tabs.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ value, Panel }) => (
            <Tabs.Panel key={value} value={value}>
              <Panel />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Card>
    </>
  );
};
