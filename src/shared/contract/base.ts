import { oc } from '@orpc/contract';
import type { z } from 'zod';
import { errorCatalogue, type ErrorCode } from '../errors.ts';

/** HTTP status of every expected failure; oRPC takes an error for a defined one only where both sides name the same. */
export const refusalStatus = 409;

type ErrorMap<C extends ErrorCode> = {
  [K in C]: { status: typeof refusalStatus; data: (typeof errorCatalogue)[K] };
};

/** The oRPC error map of these codes: what a procedure may refuse with, typed on both sides. */
export const refusals = <const C extends readonly ErrorCode[]>(...codes: C): ErrorMap<C[number]> =>
  Object.fromEntries(
    codes.map((code) => [code, { status: refusalStatus, data: errorCatalogue[code] as z.ZodType }]),
  ) as ErrorMap<C[number]>;

/** A procedure that works on an open archive. */
export const onArchive = oc.errors(
  refusals(
    'ARCHIVE_LOCKED',
    'ARCHIVE_ABSENT',
    'ARCHIVE_DAMAGED',
    'WRONG_DESK',
    'DISK_FULL',
    'STORAGE_UNWRITABLE',
    'NOT_FOUND',
    'CONFLICT',
    'INVALID_VALUE',
    'DOSSIER_SEALED',
    'ITEM_ARCHIVED',
    'GUARDIAN_CONSENT_MISSING',
  ),
);

/** A procedure that works with or without an open archive. */
export const anyTime = oc.errors(
  refusals('ARCHIVE_BUSY', 'DISK_FULL', 'STORAGE_UNWRITABLE', 'INVALID_VALUE'),
);
