import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react';
import {
  errorMessages,
  unexpectedErrorMessage,
  type ErrorMessage,
} from '../../shared/labels/error-messages.ts';
import type { CodedError } from '../../shared/errors.ts';
import { codedErrorOf } from '../app/client.ts';

const sentenceOf = (coded: CodedError): ErrorMessage => {
  // Code and data belong together by construction of CodedError; an index by a union cannot show it.
  const make = errorMessages[coded.code] as (data: CodedError['data']) => ErrorMessage;
  return make(coded.data);
};

/** The sentence for whatever a call threw: its own for an expected failure, a calm one for a bug. */
export const messageOf = (error: unknown): ErrorMessage => {
  const coded = codedErrorOf(error);
  return coded === null ? unexpectedErrorMessage : sentenceOf(coded);
};

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
