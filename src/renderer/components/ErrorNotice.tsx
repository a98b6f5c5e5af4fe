import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react';
import type { ErrorMessage } from '../../shared/labels/error-messages.ts';
import { messageOf } from './error-sentence.ts';

interface MessageNoticeProps {
  readonly message: ErrorMessage;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, that nothing was lost, what to do next. */
export const MessageNotice = ({ message, onRetry }: MessageNoticeProps) => (
  <Alert color="orange" icon={<IconAlertCircle />} title={message.happened} role="alert">
    <Text size="sm">
      {message.next}
      <Text span c="dimmed" inherit>
        {message.kept}
      </Text>
    </Text>
    {onRetry === undefined ? null : (
      <Group mt="sm">
        <Button size="xs" variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
          再试一次
        </Button>
      </Group>
    )}
  </Alert>
);

interface ErrorNoticeProps {
  /** What a query, mutation or run threw; null shows nothing. */
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

export const ErrorNotice = ({ error, onRetry }: ErrorNoticeProps) =>
  error === null || error === undefined ? null : (
    <MessageNotice message={messageOf(error)} onRetry={onRetry} />
  );
