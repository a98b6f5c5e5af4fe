import type { CodedError } from '../../shared/errors.ts';
import {
  errorMessages,
  unexpectedErrorMessage,
  type ErrorMessage,
} from '../../shared/labels/error-messages.ts';
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
