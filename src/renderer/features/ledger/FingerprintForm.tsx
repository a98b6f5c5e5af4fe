import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useClerkName } from '../../components/clerk-name.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

export interface Heard {
  readonly confirmedBy: string;
  readonly heard: string;
}

interface FingerprintFormProps {
  /** Whom to call, and how it goes. */
  readonly text: string;
  /** What is typed as it is heard, and why it is not on the screen. */
  readonly label: string;
  readonly description: string;
  readonly placeholder: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onConfirm: (heard: Heard) => void;
}

/** A person says by name that a fingerprint is the other side's. */
export const FingerprintForm = (props: FingerprintFormProps) => {
  const { text, label, description, placeholder, error, pending, onConfirm } = props;
  const [name, setName] = useClerkName();
  const [heard, setHeard] = useState('');
  const confirmedBy = name.trim();
  const ready = confirmedBy !== '' && heard.trim() !== '';
  return (
    <ImeSafeForm
      aria-label="核对指纹"
      onSubmit={() => ready && onConfirm({ confirmedBy, heard: heard.trim() })}
    >
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        <TextInput
          label={label}
          description={description}
          placeholder={placeholder}
          maxLength={200}
          value={heard}
          onChange={(event) => setHeard(event.currentTarget.value)}
        />
        <Group gap="xs" wrap="nowrap">
          <Text size="sm">电话核对无误，由</Text>
          <TextInput
            w={140}
            aria-label="核对人姓名"
            placeholder="姓名"
            maxLength={30}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!ready} loading={pending}>
            确认
          </Button>
        </Group>
        <ErrorNotice error={error} />
      </Stack>
    </ImeSafeForm>
  );
};
