import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useClerkName } from './clerk-name.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { ImeSafeForm } from './ImeSafeForm.tsx';

interface ReasonModalProps {
  readonly title: string;
  /** What will happen, and that it stays on record. */
  readonly text: ReactNode;
  readonly byLabel: string;
  /** What has to be ticked first; null where nothing has. */
  readonly confirm?: string;
  readonly submitLabel: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (given: { readonly by: string; readonly reason: string }) => void;
  readonly onClose: () => void;
}

/** Asks who does something and why, before it is done. */
export const ReasonModal = (props: ReasonModalProps) => {
  const [by, setBy] = useClerkName();
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(props.confirm === undefined);
  const ready = by.trim() !== '' && reason.trim() !== '' && confirmed && !props.pending;
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={500}>
      <ImeSafeForm
        aria-label={props.title}
        onSubmit={() => ready && props.onSubmit({ by: by.trim(), reason: reason.trim() })}
      >
        <Stack>
          <Text size="sm">{props.text}</Text>
          <TextInput
            label={props.byLabel}
            withAsterisk
            maxLength={30}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <TextInput
            label="理由"
            withAsterisk
            data-autofocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {props.confirm === undefined ? null : (
            <Checkbox
              label={props.confirm}
              checked={confirmed}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
          )}
          <ErrorNotice error={props.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              先不办
            </Button>
            <Button type="submit" disabled={!ready} loading={props.pending}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
