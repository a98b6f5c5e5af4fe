import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { communityId, organizationId, sealId } from './ids.ts';
import type { OrganizationStatus } from './organization.ts';

/** How an organization ended (policy Art. 3; Art. 2 for legal registration). */
export const exitKind = z.enum(['dissolved', 'revoked', 'registered']);
export type ExitKind = z.infer<typeof exitKind>;

/** The exit that a standing tells of; null while the organization goes on. */
export const exitKindOf = (status: OrganizationStatus): ExitKind | null =>
  exitKind.safeParse(status).data ?? null;

/** 卷: an ended organization's dossier is one volume, numbered by exit order from 1 (DOMAIN 5.1). */
export const volume = z.object({
  /** The year whose count this is; null where volumes are counted through. */
  year: z.int().nullable(),
  number: z.int().min(1),
});
export type Volume = z.infer<typeof volume>;

export const volumeWords = ({ year, number }: Volume): string =>
  year === null ? `第 ${number} 卷` : `${year} 年第 ${number} 卷`;

/** What a sealed dossier holds, counted. */
export const sealCounts = z.object({
  filings: z.int(),
  certificates: z.int(),
  members: z.int(),
  records: z.int(),
  papers: z.int(),
  /** Scans of filings and versions of papers. */
  scans: z.int(),
});
export type SealCounts = z.infer<typeof sealCounts>;

/** One sealing; a dossier that was opened for a correction has several, the newest first. */
export const dossierSeal = z.object({
  id: sealId,
  sealedOn: isoDate,
  sealedAt: isoInstant,
  sealedBy: z.string(),
  counts: sealCounts,
  /** SHA-256 of the manifest, in hexadecimal. */
  manifestSha256: z.string(),
  /** The opening for correction that ended it; null while it holds. */
  opened: z.object({ at: isoInstant, by: z.string(), reason: z.string() }).nullable(),
});
export type DossierSeal = z.infer<typeof dossierSeal>;

export const exit = z.object({
  organizationId,
  kind: exitKind,
  exitedOn: isoDate,
  volume,
});
export type Exit = z.infer<typeof exit>;

/** The end of an organization on its page. */
export const exitState = z.object({
  /** null while it goes on, and for one that had ended before it came into the archive, until it is sealed. */
  exit: exit.nullable(),
  seals: z.array(dossierSeal),
});
export type ExitState = z.infer<typeof exitState>;

/** The seal that holds now. */
export const holdingSeal = ({ seals }: Pick<ExitState, 'seals'>): DossierSeal | null =>
  seals.find(({ opened }) => opened === null) ?? null;

/** One line of the street's list of ended organizations. */
export const endedOrganization = z.object({
  organizationId,
  organizationName: z.string(),
  communityName: z.string(),
  kind: exitKind,
  filingNumber: z.string().nullable(),
  /** null where it had ended before it came into the archive and is not sealed yet */
  exitedOn: isoDate.nullable(),
  volume: volume.nullable(),
  sealedOn: isoDate.nullable(),
  sealedBy: z.string().nullable(),
});
export type EndedOrganization = z.infer<typeof endedOrganization>;

export const exitFilter = z.object({
  /** Part of a name or a filing number. */
  text: z.string().max(60),
  kinds: z.array(exitKind),
  communityIds: z.array(communityId).max(500),
  sealed: z.boolean().nullable(),
});
export type ExitFilter = z.infer<typeof exitFilter>;
