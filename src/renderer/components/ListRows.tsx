import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ScreenLoading } from '../app/ScreenLoading.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import classes from './ListScreen.module.css';

interface ListRowsProps {
  readonly loaded: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly total: number;
  /** What to do while there is nothing. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** The place of a list's rows: what is waited for, what failed, what there is. */
export const ListRows = ({ loaded, error, onRetry, total, empty, children }: ListRowsProps) => (
  <>
    <ErrorNotice error={error} onRetry={onRetry} />
    <Stack className={classes['rows'] ?? ''}>
      {loaded ? total === 0 ? empty : children : error === null ? <ScreenLoading /> : null}
    </Stack>
  </>
);
