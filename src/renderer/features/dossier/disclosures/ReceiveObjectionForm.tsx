import { Button, Group, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';

interface ReceiveObjectionFormProps {
  readonly recordId: RecordId;
  readonly onDone: () => void;
}

export const ReceiveObjectionForm = ({ recordId, onDone }: ReceiveObjectionFormProps) => {
  const [receivedOn, setReceivedOn] = useState<string | null>(todayHere());
  const [objector, setObjector] = useState<string | null>(null);
  const [body, setBody] = useState('');
  const receive = useMutation(useApi().disclosures.receiveObjection.mutationOptions({ onSuccess: onDone }));
  const ready = receivedOn !== null && body.trim() !== '';
  return (
    <ImeSafeForm
      aria-label="登记异议"
      onSubmit={() => ready && receive.mutate({ id: recordId, receivedOn, objector, body: body.trim() })}
    >
      <Stack gap="sm">
        <SimpleGrid cols={2}>
          <DateField label="收到日期" withAsterisk value={receivedOn} onChange={setReceivedOn} />
          <OptionalText label="提出人" maxLength={60} value={objector} onChange={setObjector} />
        </SimpleGrid>
        <Textarea
          label="异议内容"
          withAsterisk
          autoFocus
          autosize
          minRows={2}
          maxLength={1000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        <ErrorNotice error={receive.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
          <Button type="submit" disabled={!ready} loading={receive.isPending}>
            登记异议
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
