import { z } from 'zod';
import { filingRow } from '../domain/filing.ts';
import { fourClass } from '../domain/organization.ts';
import { ledgerPeriodState, ledgerReminder } from '../domain/ledger.ts';
import { consentKind } from '../domain/people.ts';
import { onArchive } from './base.ts';
import { dueFilter, lackingFilter } from './organizations.ts';

const count = z.int().min(0);

/** Open filings by what they wait for. */
export const homeFilings = z.object({
  open: count,
  /** In preparation or returned for correction. */
  drafts: count,
  awaitingCommittee: count,
  awaitingStreet: count,
  awaitingNotice: count,
  onNotice: count,
  objected: count,
  noticesEnded: count,
  overdue: count,
});
export type HomeFilings = z.infer<typeof homeFilings>;

/** Every number is the length of the list that it opens (FEATURES K1). */
export const homeSummary = z.object({
  today: z.iso.date(),
  organizationCount: count,
  filedCount: count,
  averageCompleteness: count,
  filings: homeFilings,
  gaps: z.record(lackingFilter, count),
  due: z.record(dueFilter, count),
  todo: z.array(filingRow).max(20),
  currentPeriod: ledgerPeriodState,
  /** Periods that have to be handed in, by the reminder days of the rules; the oldest first. */
  reminders: z.array(ledgerReminder),
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

export const homePeople = z.object({
  memberCount: count,
  partyMemberCount: count,
  /** Terms that end within the rule pack's days or are over. */
  endingTerms: count,
  lacksConsents: z.record(consentKind, count),
});
export type HomePeople = z.infer<typeof homePeople>;

export const homeContract = {
  summary: onArchive.output(homeSummary),
  /** People on rosters, each once; apart, because of hundreds of thousands the count takes a moment. */
  people: onArchive.output(homePeople),
};
