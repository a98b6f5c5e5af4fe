import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ScreenLoading } from '../app/ScreenLoading.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import classes from './ListScreen.module.css';

/** A screen that is filled by a list: the list scrolls, the screen does not. */
export const ListScreen = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes['screen']}>{children}</div>
);

interface ListTabsProps {
  readonly tabs: readonly {
    readonly value: string;
    readonly label: ReactNode;
    readonly Body: () => ReactNode;
  }[];
}

/** Lists that belong together, one at a time; which one is in the address. Another one begins without filters. */
export const ListTabs = ({ tabs }: ListTabsProps) => {
  const [query, setQuery] = useSearchParams();
  const open = tabs.find(({ value }) => value === query.get('tab'))?.value ?? tabs[0]?.value ?? null;
  return (
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
  );
};

interface ListRowsProps<Row> {
  /** undefined while they are read. */
  readonly rows: readonly Row[] | undefined;
  /** Rows of all pages, where `rows` are those of one. */
  readonly total?: number | undefined;
  /** What reading them threw; null for nothing. */
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What to show, and teach, where there is none. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** The rows of a list, or what is in their place: an error, the reading, what to do where there is none. */
export const ListRows = <Row,>({ rows, total, error, onRetry, empty, children }: ListRowsProps<Row>) => (
  <>
    <ErrorNotice error={error} onRetry={onRetry} />
    <Stack className={classes['rows'] ?? ''}>
      {rows === undefined
        ? (error === null || error === undefined) && <ScreenLoading />
        : (total ?? rows.length) === 0
          ? empty
          : children(rows)}
    </Stack>
  </>
);
