import { ORPCError, os } from '@orpc/server';
import { CodedError } from '../../shared/errors.ts';
import type { ArchiveSession } from '../archive-session.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';

/** What a handler gets: the session, and through it the open archive. */
export interface CoreContext {
  readonly session: ArchiveSession;
  readonly ports: Ports;
}

/** Expected failures cross as defined errors with code and data; anything else stays a bug for the host to log. */
export const codedRefusals = os.$context<CoreContext>().middleware(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof CodedError) {
      throw new ORPCError(error.code, {
        defined: true,
        status: 409,
        message: error.code,
        data: error.data,
        cause: error,
      });
    }
    throw error;
  }
});

/** The open archive of this call. @throws CodedError ARCHIVE_LOCKED or ARCHIVE_ABSENT */
export const archiveOf = (context: CoreContext): OpenArchive => context.session.requireOpen();
