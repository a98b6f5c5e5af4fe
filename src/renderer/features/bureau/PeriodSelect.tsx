import { Select } from '@mantine/core';
import { periodWords } from '../../../shared/labels/ledger.ts';
import type { PeriodChoice } from './use-period.ts';

/** Which period a screen is about. */
export const PeriodSelect = ({
  choice: { periods = [], period, choose },
}: {
  readonly choice: PeriodChoice;
}) => (
  <Select
    aria-label="报告期"
    w={165}
    allowDeselect={false}
    data={periods.map(({ code }) => ({ value: code, label: periodWords(code) }))}
    value={period === '' ? null : period}
    onChange={(code) => code !== null && choose(code)}
  />
);
