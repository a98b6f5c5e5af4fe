import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { DecisionsTab } from './DecisionsTab.tsx';
import { FollowUpsTab } from './FollowUpsTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import classes from './ReportsScreen.module.css';
import { SurveysTab } from './SurveysTab.tsx';

const tabs = [
  { value: 'plan', label: '向两委报告', Body: PlanTab },
  { value: 'surveys', label: '测评结果', Body: SurveysTab },
  { value: 'decisions', label: '结果运用', Body: DecisionsTab },
  { value: 'follow-ups', label: '低分整改', Body: FollowUpsTab },
] as const;

/** Reports, surveys and what follows from them, over the whole street. Tab and filters are in the address. */
export const ReportsScreen = () => {
  const [query, setQuery] = useSearchParams();
  const open = tabs.find(({ value }) => value === query.get('tab'))?.value ?? 'plan';
  return (
    <div className={classes['screen']}>
      <PageHeader title="报告测评" detail="向两委报告、满意度测评和结果运用" />
      <Tabs
        className={classes['tabs'] ?? ''}
        value={open}
        onChange={(tab) => setQuery(tab === null ? {} : { tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          {tabs.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ value, Body }) => (
          <Tabs.Panel key={value} value={value} className={classes['panel'] ?? ''}>
            <Body />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
};
