import { Tabs } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconFileText,
  IconFolders,
  IconForms,
  IconHome2,
  IconRosetteDiscountCheck,
  IconRuler2,
  IconScan,
  IconShieldLock,
  IconTextSize,
} from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { CommunitiesTab } from './CommunitiesTab.tsx';
import { CustomFieldsTab } from './CustomFieldsTab.tsx';
import { DisplayTab } from './DisplayTab.tsx';
import { OfficePartsTab } from './OfficePartsTab.tsx';
import { OfficeTab } from './OfficeTab.tsx';
import { RulesTab } from './rules/RulesTab.tsx';
import { SafetyTab } from './SafetyTab.tsx';
import { ScansTab } from './ScansTab.tsx';
import { SealTab } from './SealTab.tsx';
import { TemplatesTab } from './templates/TemplatesTab.tsx';
import classes from './SettingsScreen.module.css';

const tabs = [
  { value: 'office', label: '街道与枢纽', icon: IconHome2, Panel: OfficeTab },
  { value: 'communities', label: '社区', icon: IconBuildingCommunity, Panel: CommunitiesTab },
  { value: 'rules', label: '规则', icon: IconRuler2, Panel: RulesTab },
  { value: 'parts', label: '自设部分', icon: IconFolders, Panel: OfficePartsTab },
  { value: 'fields', label: '自设项目', icon: IconForms, Panel: CustomFieldsTab },
  { value: 'seal', label: '印章图片', icon: IconRosetteDiscountCheck, Panel: SealTab },
  { value: 'templates', label: '文书模板', icon: IconFileText, Panel: TemplatesTab },
  { value: 'scans', label: '扫描收件', icon: IconScan, Panel: ScansTab },
  { value: 'safety', label: '密码与恢复码', icon: IconShieldLock, Panel: SafetyTab },
  { value: 'display', label: '显示', icon: IconTextSize, Panel: DisplayTab },
] as const;

export const SettingsScreen = () => {
  const [query, setQuery] = useSearchParams();
  const open = tabs.find(({ value }) => value === query.get('tab'))?.value ?? 'office';
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
