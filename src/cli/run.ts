import { ORPCError } from '@orpc/server';
import { CodedError, errorCatalogue, type ErrorCode } from '../shared/errors.ts';
import { errorMessages, type ErrorMessage } from '../shared/labels/error-messages.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';

/** What a command gives back: data for `--json`, lines for people. */
export interface Outcome {
  readonly data: unknown;
  readonly lines: readonly string[];
  readonly exitCode?: ExitCode;
}

/** An expected failure: a code of src/shared/errors.ts and its data. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly data: unknown;
}

/** The expected failure behind what was thrown; null for anything else. */
export const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof CodedError) return { code: error.code, data: error.data };
  if (error instanceof ORPCError && Object.hasOwn(errorCatalogue, error.code)) {
    return { code: error.code as ErrorCode, data: error.data };
  }
  return null;
};

export const refusalSentence = ({ code, data }: Refusal): string => {
  const { happened, kept, next } = (errorMessages[code] as (value: unknown) => ErrorMessage)(data);
  return `${code}: ${happened}${kept}${next}`;
};

const refuse = ({ code, data }: Refusal, json: boolean): ExitCode => {
  if (json) console.log(JSON.stringify({ ok: false, error: { code, data } }));
  else console.error(refusalSentence({ code, data }));
  return code === 'CANCELLED' ? exitCodes.cancelled : exitCodes.refused;
};

/** Runs one command and sets the exit code; every command ends here, so all refuse and report alike. */
export const run = async (json: boolean, command: () => Promise<Outcome>): Promise<void> => {
  try {
    const { data, lines, exitCode } = await command();
    if (json) console.log(JSON.stringify({ ok: true, result: data }));
    else for (const line of lines) console.log(line);
    process.exitCode = exitCode ?? exitCodes.done;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) process.exitCode = refuse(refusal, json);
    else if (error instanceof CommandError) {
      if (json)
        console.log(
          JSON.stringify({ ok: false, error: { code: 'USAGE', data: { message: error.message } } }),
        );
      else console.error(error.message);
      process.exitCode = exitCodes.usage;
    } else {
      console.error(error);
      process.exitCode = exitCodes.failed;
    }
  }
};
