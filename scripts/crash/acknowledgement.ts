import { z } from 'zod';

/** What is done to an archive while the process that does it is killed. */
export const jobs = ['create', 'import', 'attach', 'export', 'password'] as const;
export type Job = (typeof jobs)[number];

/** The password of every archive that is made to be killed, before any change of it. */
export const firstPassword = 'to be killed 0';
export const passwordAfter = (changes: number): string => `to be killed ${changes}`;

/** One line of the victim: from here on it owes us what it says. */
export const acknowledgement = z.discriminatedUnion('what', [
  z.object({ what: z.literal('ready') }),
  z.object({ what: z.literal('created') }),
  z.object({ what: z.literal('community'), id: z.string() }),
  z.object({ what: z.literal('import'), id: z.string() }),
  z.object({ what: z.literal('attachment'), id: z.string(), sha256: z.string() }),
  z.object({ what: z.literal('package'), fileName: z.string(), sha256: z.string() }),
  z.object({ what: z.literal('password'), changes: z.int() }),
]);
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** The values of one kind, in order. */
export const acknowledged = <W extends Acknowledgement['what']>(
  all: readonly Acknowledgement[],
  what: W,
): Extract<Acknowledgement, { what: W }>[] =>
  all.filter((each): each is Extract<Acknowledgement, { what: W }> => each.what === what);
