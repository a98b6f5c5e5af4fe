import { Tabs } from '@mantine/core';
import { IconDatabaseExport, IconHome2, IconRuler2, IconShieldLock, IconTextSize } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { BackupsTab } from '../../backups/BackupsTab.tsx';
import { DisplayTab } from '../../settings/DisplayTab.tsx';
import { SafetyTab } from '../../settings/SafetyTab.tsx';
import classes from '../../settings/SettingsScreen.module.css';
import { BureauProfileTab } from './BureauProfileTab.tsx';
import { DueDaysTab } from './DueDaysTab.tsx';

const tabs = [
  { value: 'profile', label: '接收单位', icon: IconHome2, Panel: BureauProfileTab },
  { value: 'due', label: '报送期限', icon: IconRuler2, Panel: DueDaysTab },
  { value: 'safety', label: '密码与恢复码', icon: IconShieldLock, Panel: SafetyTab },
  { value: 'backups', label: '备份与恢复', icon: IconDatabaseExport, Panel: BackupsTab },
  { value: 'display', label: '显示', icon: IconTextSize, Panel: DisplayTab },
] as const;

/** What a bureau sets: itself, when ledgers are due, and the safety of its archive. */
export const BureauSettingsScreen = () => {
  const [query, setQuery] = useSearchParams();
  const open = tabs.find(({ value }) => value === query.get('tab'))?.value ?? 'profile';
  return (
    <>
      <PageHeader title="设置" />
      <Tabs
        orientation="vertical"
        variant="pills"
        value={open}
        keepMounted={false}
        onChange={(tab) => setQuery(tab === null ? {} : { tab }, { replace: true })}
        classNames={{
          list: classes['list'] ?? '',
          tab: classes['tab'] ?? '',
          tabLabel: classes['label'] ?? '',
          panel: classes['panel'] ?? '',
        }}
      >
        <Tabs.List>
          {tabs.map(({ value, label, icon: Icon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Icon size={18} stroke={1.6} aria-hidden />}>
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
    </>
  );
};
