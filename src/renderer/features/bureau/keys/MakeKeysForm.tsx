import { Button, Group } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { usualLastDay } from './usual-last-day.ts';

interface MakeKeysFormProps {
  readonly label: string;
  readonly onMade?: () => void;
}

/** Makes new keys that are good until a day. */
export const MakeKeysForm = ({ label, onMade }: MakeKeysFormProps) => {
  const [validUntil, setValidUntil] = useState<string | null>(usualLastDay);
  const make = useMutation(
    useApi().bureau.makeKeys.mutationOptions(onMade === undefined ? {} : { onSuccess: onMade }),
  );
  return (
    <ImeSafeForm aria-label={label} onSubmit={() => make.mutate({ validUntil })}>
      <Group align="flex-end" gap="sm">
        <DateField
          label="有效期至"
          description="到期前会提醒换新；留空为不限。"
          w={230}
          value={validUntil}
          onChange={setValidUntil}
        />
        <Button type="submit" leftSection={<IconKey size={18} />} loading={make.isPending}>
          {label}
        </Button>
      </Group>
      <ErrorNotice error={make.error} />
    </ImeSafeForm>
  );
};
