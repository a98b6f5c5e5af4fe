import { z } from 'zod';

/** What is done to an archive while the process that does it is killed. */
export const jobs = [
  'create',
  'import',
  'attach',
  'export',
  'password',
  'scans',
  'papers',
  'archiving',
  'seals',
  'merges',
  'areas',
  'surveys',
  'backup',
  'restore',
  'bureau',
] as const;
export type Job = (typeof jobs)[number];

/** The password of every archive that is made to be killed, before any change of it. */
export const firstPassword = 'to be killed 0';
export const passwordAfter = (changes: number): string => `to be killed ${changes}`;

/** Beside the archive: scans of several papers, for the job that takes them in. */
export const scansFolder = 'scans';

/** The other disk, for the jobs that back up and restore. */
export const diskBeside = (archiveFolder: string): string => `${archiveFolder}-disk`;

/** One line of the victim: from here on it owes us what it says. */
export const acknowledgement = z.discriminatedUnion('what', [
  z.object({ what: z.literal('ready') }),
  z.object({ what: z.literal('created') }),
  z.object({ what: z.literal('community'), id: z.string() }),
  z.object({ what: z.literal('import'), id: z.string() }),
  z.object({ what: z.literal('attachment'), id: z.string(), sha256: z.string() }),
  z.object({ what: z.literal('package'), fileName: z.string(), sha256: z.string() }),
  z.object({ what: z.literal('password'), changes: z.int() }),
  /** A scan of several papers is in the inbox. */
  z.object({ what: z.literal('scan'), id: z.string(), sha256: z.string() }),
  /** That scan was read, parted and filed. */
  z.object({ what: z.literal('scan-read'), id: z.string() }),
  z.object({ what: z.literal('paper'), id: z.string(), attachmentId: z.string() }),
  /** That paper went into the recycle bin, and from there for good. */
  z.object({ what: z.literal('paper-gone'), id: z.string() }),
  /** So many items have codes by now. */
  z.object({ what: z.literal('archived'), items: z.int() }),
  z.object({ what: z.literal('item-changed'), id: z.string(), pages: z.int() }),
  /** The dossier was sealed, or opened, so many times by now. */
  z.object({ what: z.literal('seal'), organizationId: z.string(), sealed: z.int(), opened: z.int() }),
  z.object({ what: z.literal('member'), id: z.string(), organizationId: z.string() }),
  z.object({ what: z.literal('merged'), id: z.string(), keptId: z.string(), mergedId: z.string() }),
  z.object({ what: z.literal('merge-undone'), id: z.string() }),
  z.object({ what: z.literal('area'), id: z.string(), moves: z.int() }),
  z.object({ what: z.literal('area-undone'), id: z.string() }),
  /** That backup is on the other disk, proven. */
  z.object({ what: z.literal('backup'), name: z.string() }),
  /** The archive was restored, and is open again. */
  z.object({ what: z.literal('restored'), organizations: z.int() }),
  z.object({ what: z.literal('ballots'), id: z.string(), sheets: z.int() }),
  /** A street's package is in the inbox, taken in, answered. */
  z.object({ what: z.literal('received'), id: z.string() }),
  z.object({ what: z.literal('taken'), id: z.string(), organizations: z.int() }),
  z.object({ what: z.literal('answered'), id: z.string() }),
]);
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** The values of one kind, in order. */
export const acknowledged = <W extends Acknowledgement['what']>(
  all: readonly Acknowledgement[],
  what: W,
): Extract<Acknowledgement, { what: W }>[] =>
  all.filter((each): each is Extract<Acknowledgement, { what: W }> => each.what === what);
