import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StreetInput } from '../../../../shared/domain/bureau.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';

interface ExpectedPeriodsProps {
  readonly street: StreetInput;
  readonly onChange: (street: StreetInput) => void;
}

/** From which period a street is expected to report, and until which: streets are founded and merged. */
export const ExpectedPeriods = ({ street, onChange }: ExpectedPeriodsProps) => {
  const { data: periods = [] } = useQuery(useApi().bureau.periods.queryOptions());
  const { expectedFrom, expectedUntil } = street;
  const codes = [...new Set([...periods.map(({ code }) => code), expectedFrom, expectedUntil])];
  const data = codes.flatMap((code) => (code === null ? [] : [{ value: code, label: periodWords(code) }]));
  return (
    <>
      <Select
        label="从哪一期开始报送"
        placeholder="不限"
        clearable
        data={data}
        value={expectedFrom}
        onChange={(code) => onChange({ ...street, expectedFrom: code })}
      />
      <Select
        label="报送到哪一期为止"
        placeholder="不限"
        description="撤并的街镇填最后一期。"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        clearable
        data={data}
        value={expectedUntil}
        onChange={(code) => onChange({ ...street, expectedUntil: code })}
      />
    </>
  );
};
