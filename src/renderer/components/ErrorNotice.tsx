import { Button, Group, Text } from '@mantine/core';
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react';
import type { ErrorMessage } from '../../shared/labels/error-messages.ts';
import classes from './ErrorNotice.module.css';
import { messageOf } from './error-sentence.ts';

interface MessageNoticeProps {
  readonly message: ErrorMessage;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, that nothing was lost, what to do next. */
export const MessageNotice = ({ message, onRetry }: MessageNoticeProps) => (
  <div className={classes['notice']} role="alert">
    <IconAlertCircle size={20} stroke={1.8} className={classes['icon']} aria-hidden />
    <div>
      <Text size="sm" fw={700}>
        {message.happened}
      </Text>
      <Text size="sm">{message.next}</Text>
      <Text size="sm" c="dimmed">
        {message.kept}
      </Text>
      {onRetry === undefined ? null : (
        <Group mt="sm">
          <Button size="xs" variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
            再试一次
          </Button>
        </Group>
      )}
    </div>
  </div>
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
