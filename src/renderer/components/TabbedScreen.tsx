import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeader } from './PageHeader.tsx';
import classes from './TabbedScreen.module.css';

interface TabbedScreenProps {
  readonly title: string;
  readonly detail: string;
  /** The first is open unless the address names another. */
  readonly tabs: readonly { readonly value: string; readonly label: string; readonly Body: ComponentType }[];
}

/** Several lists of one area; which is open is in the address. */
export const TabbedScreen = ({ title, detail, tabs }: TabbedScreenProps) => {
  const [query, setQuery] = useSearchParams();
  const open = tabs.find(({ value }) => value === query.get('tab'))?.value ?? tabs[0]?.value ?? '';
  return (
    <div className={classes['screen']}>
      <PageHeader title={title} detail={detail} />
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
