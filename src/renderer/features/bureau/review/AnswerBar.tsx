import { Button, Group, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useClerkName } from '../../../components/clerk-name.ts';

interface AnswerBarProps {
  readonly pending: boolean;
  readonly onAccept: (by: string) => void;
  readonly onReturn: (by: string) => void;
  /** Takes it in and leaves the answer for later; left out where it was taken in. */
  readonly onLater?: (by: string) => void;
}

/** Who decides, and the two answers. */
export const AnswerBar = ({ pending, onAccept, onReturn, onLater }: AnswerBarProps) => {
  const [name, setName] = useClerkName();
  const by = name.trim();
  const disabled = by === '' || pending;
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        w={110}
        aria-label="经办人姓名"
        placeholder="经办人姓名"
        maxLength={30}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {onLater === undefined ? null : (
        <Button variant="subtle" disabled={disabled} onClick={() => onLater(by)}>
          先收下，以后答复
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={18} />}
        disabled={disabled}
        onClick={() => onReturn(by)}
      >
        退回…
      </Button>
      <Button
        leftSection={<IconCheck size={18} />}
        disabled={by === ''}
        loading={pending}
        onClick={() => onAccept(by)}
      >
        接收
      </Button>
    </Group>
  );
};
