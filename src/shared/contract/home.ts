import { z } from 'zod';
import { filingRow } from '../domain/filing.ts';
import { fourClass } from '../domain/organization.ts';
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
