import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { fitsCode } from '../../../shared/domain/label-sheet.ts';
import { useApi } from '../../app/archive-api.tsx';

/** The sheet that labels go onto unless somebody says otherwise. */
export const UsualLabelSheet = () => {
  const { printing } = useApi();
  const { data } = useQuery(printing.labelSheets.queryOptions());
  const choose = useMutation(printing.chooseLabelSheet.mutationOptions());
  return (
    <Select
      w={230}
      aria-label="标签纸"
      allowDeselect={false}
      data={(data?.sheets ?? [])
        .filter(({ format }) => fitsCode(format))
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={data?.usual ?? null}
      onChange={(id) => id !== null && choose.mutate({ id })}
    />
  );
};
