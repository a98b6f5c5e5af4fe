import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonStay } from '../../../../shared/domain/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';

interface TermFormProps {
  readonly stay: PersonStay;
  readonly onDone: () => void;
}

/** From when to when somebody holds the role they have. */
export const TermForm = ({ stay, onDone }: TermFormProps) => {
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const save = useMutation(useApi().people.saveTerm.mutationOptions({ onSuccess: onDone }));
  const sound = startsOn !== null && (endsOn === null || endsOn > startsOn);
  return (
    <ImeSafeForm
      aria-label="任期"
      onSubmit={() =>
        sound &&
        save.mutate({
          membershipId: stay.membershipId,
          termId: null,
          term: { role: stay.role, startsOn, endsOn, note: null },
        })
      }
    >
      <Stack gap="xs" mt="xs">
        <Group align="flex-end" gap="xs">
          <DateField label="任期开始" w={150} autoFocus value={startsOn} onChange={setStartsOn} />
          <DateField label="任期届满" description={null} w={150} value={endsOn} onChange={setEndsOn} />
          <Button type="submit" disabled={!sound} loading={save.isPending}>
            保存
          </Button>
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
      </Stack>
    </ImeSafeForm>
  );
};
