import { mapEventIterator } from '@orpc/client';
import { ORPCError, os } from '@orpc/server';
import { refusalStatus } from '../../shared/contract/base.ts';
import type { Desk } from '../../shared/domain/desk.ts';
import { CodedError } from '../../shared/errors.ts';
import type { ArchiveSession } from '../archive-session.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';

/** What a handler gets: the session, and through it the open archive. */
export interface CoreContext {
  readonly session: ArchiveSession;
  readonly ports: Ports;
}

const asRefusal = (error: unknown): unknown =>
  error instanceof CodedError
    ? new ORPCError(error.code, {
        defined: true,
        status: refusalStatus,
        message: error.code,
        data: error.data,
        cause: error,
      })
    : error;

const isStream = (output: unknown): output is AsyncIterator<unknown, unknown, void> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;

/**
 * Expected failures cross as defined errors with code and data, also those that end a stream of progress; anything
 * else stays a bug for the host to log.
 */
export const codedRefusals = os.$context<CoreContext>().middleware(async ({ next }) => {
  try {
    const result = await next();
    if (!isStream(result.output)) return result;
    const output = mapEventIterator(result.output, {
      value: async (value) => value,
      error: async (error) => asRefusal(error),
    });
    return { ...result, output };
  } catch (error) {
    throw asRefusal(error);
  }
});

/** The open archive of this call, whichever desk it is. @throws CodedError ARCHIVE_LOCKED or ARCHIVE_ABSENT */
export const anyArchiveOf = (context: CoreContext): OpenArchive => context.session.requireOpen();

const atDesk = (context: CoreContext, desk: Desk): OpenArchive => {
  const archive = context.session.requireOpen();
  const found = context.session.desk();
  if (found !== null && found !== desk) throw new CodedError('WRONG_DESK', { desk: found });
  return archive;
};

/** The open archive of an office. @throws CodedError ARCHIVE_LOCKED, ARCHIVE_ABSENT, WRONG_DESK */
export const archiveOf = (context: CoreContext): OpenArchive => atDesk(context, 'office');

/** The open archive of a district bureau. @throws CodedError ARCHIVE_LOCKED, ARCHIVE_ABSENT, WRONG_DESK */
export const bureauArchiveOf = (context: CoreContext): OpenArchive => atDesk(context, 'bureau');
