/** Documented exit codes of `hub-archive`; scripts may rely on them. */
export const exitCodes = {
  done: 0,
  /** A bug: please report it. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Refused with an error code of src/shared/errors.ts; nothing was changed. */
  refused: 3,
  /** Done, but some rows or documents were left out; they are named. */
  incomplete: 4,
  /** Cancelled with Ctrl+C; nothing half done is left. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
