import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../app/archive-api.tsx';
import { emptyTraineeFilter } from '../trainees/trainee-query.ts';

const shown = 50;

interface TraineePickerProps {
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
}

/** Somebody of the pool, found by typing. */
export const TraineePicker = ({ value, onChange }: TraineePickerProps) => {
  const [text, setText] = useState('');
  const { data } = useQuery(
    useApi().trainees.list.queryOptions({
      input: { filter: { ...emptyTraineeFilter, text }, offset: 0, limit: shown },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Select
      label="姓名"
      description="先要在培训对象里"
      withAsterisk
      searchable
      data-autofocus
      nothingFoundMessage="培训对象里没有这个人"
      filter={({ options }) => options}
      data={(data?.rows ?? []).map(({ personId, name, maskedIdentityNumber, stays }) => ({
        value: personId,
        label: [name, maskedIdentityNumber?.slice(-4), stays[0]?.unit ?? stays[0]?.communityName]
          .filter((word) => word !== undefined && word !== null)
          .join('　'),
      }))}
      value={value}
      onChange={onChange}
      onSearchChange={(search) => setText(search.split('　')[0]?.slice(0, 60) ?? '')}
    />
  );
};
