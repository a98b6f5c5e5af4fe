import { z } from 'zod';
import { filingRow } from '../domain/filing.ts';
import { fourClass } from '../domain/organization.ts';
import { organizationId, personId } from '../domain/ids.ts';
import { ledgerPeriodState } from '../domain/ledger.ts';
import { onArchive } from './base.ts';

export const homeSummary = z.object({
  today: z.iso.date(),
  organizationCount: z.int(),
  filedCount: z.int(),
  memberCount: z.int(),
  partyMemberCount: z.int(),
  averageCompleteness: z.int(),
  /** Numbers behind the cards; each opens the list it counts. */
  noticesEnded: z.int(),
  awaitingCommittee: z.int(),
  awaitingStreet: z.int(),
  overdueFilings: z.int(),
  withGaps: z.int(),
  lackingFilingNumber: z.int(),
  lackingFallbackParty: z.int(),
  todo: z.array(filingRow).max(20),
  currentPeriod: ledgerPeriodState,
  byCommunity: z.array(
    z.object({
      communityId: z.string(),
      name: z.string(),
      settlement: z.enum(['urban', 'rural']),
      organizations: z.int(),
      members: z.int(),
      densityTarget: z.int(),
    }),
  ),
  byClass: z.array(z.object({ fourClass: fourClass.nullable(), organizations: z.int() })),
});
export type HomeSummary = z.infer<typeof homeSummary>;

export const homeContract = { summary: onArchive.output(homeSummary) };

export const searchHit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization'), organizationId, title: z.string(), detail: z.string() }),
  z.object({ kind: z.literal('person'), personId, organizationId, title: z.string(), detail: z.string() }),
]);
export type SearchHit = z.infer<typeof searchHit>;

export const searchContract = {
  /** Names, pinyin initials, filing numbers, last four of an identity number (FEATURES L1, L2, L5, L6). */
  query: onArchive
    .input(z.object({ text: z.string().max(60), limit: z.int().min(1).max(50) }))
    .output(z.array(searchHit)),
};
