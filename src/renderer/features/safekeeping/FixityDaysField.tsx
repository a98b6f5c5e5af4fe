import { Group, NumberInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Every so many days; saved when the box is left. */
export const FixityDaysField = ({ days }: { readonly days: number }) => {
  const [typed, setTyped] = useState<number | string>(days);
  const save = useMutation(useApi().safekeeping.setFixityDays.mutationOptions());
  const wanted = Number(typed);
  const valid = Number.isInteger(wanted) && wanted >= 1 && wanted <= 365;
  const keep = (): void => {
    if (valid && wanted !== days) save.mutate({ days: wanted });
  };
  return (
    <div>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm">每</Text>
        <NumberInput
          aria-label="检查间隔（天）"
          w={84}
          min={1}
          max={365}
          allowDecimal={false}
          error={!valid}
          value={typed}
          onChange={setTyped}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
        <Text size="sm">天把全部材料查一遍，程序开着时自动进行</Text>
      </Group>
      <ErrorNotice error={save.error} />
    </div>
  );
};
