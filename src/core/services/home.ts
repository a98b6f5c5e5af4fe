import type { HomePeople, HomeSummary } from '../../shared/contract/home.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import { consentKind } from '../../shared/domain/people.ts';
import type { Reader } from '../db/archive-store.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { storedDuties } from '../db/repositories/dossier-duties.ts';
import {
  dueCounts,
  gapCounts,
  openFilingCounts,
  organizationCounts,
  organizationsByClass,
  organizationsByCommunity,
  peopleCounts,
} from '../db/repositories/home.ts';
import { countLackingConsent } from '../db/repositories/people-list.ts';
import { listEndingTerms } from '../db/repositories/role-terms.ts';
import type { OpenArchive } from '../open-archive.ts';
import { bringDutiesUpToDate } from './dossier-duties.ts';
import { currentLedgerPeriod, ledgerReminders } from './ledger.ts';
import { rulesOn } from './rules.ts';

/** Open filings that the first screen shows by name; the rest is a click away. */
const shownFilings = 20;

const readSummary = (reader: Reader, today: string): HomeSummary => {
  const open = { organizationId: null, states: [], kinds: [], openOnly: true };
  const { density } = rulesOn(reader, today).body;
  return {
    today,
    ...organizationCounts(reader),
    filings: openFilingCounts(reader, today),
    gaps: { ...gapCounts(reader) },
    due: { ...dueCounts(reader, storedDuties(reader)) },
    todo: [...listFilingRows(reader, open, today, 0, shownFilings)],
    currentPeriod: currentLedgerPeriod(reader, today),
    reminders: ledgerReminders(reader, today),
    byCommunity: organizationsByCommunity(reader).map((row) => ({
      ...row,
      densityTarget: density[row.settlement],
    })),
    byClass: [...organizationsByClass(reader)],
  };
};

/** What is due, overdue and missing today: every number is the length of a list that it opens (FEATURES K1). */
export const readHome = async (archive: OpenArchive): Promise<HomeSummary> => {
  await bringDutiesUpToDate(archive);
  return archive.store.read((reader) => readSummary(reader, archive.ports.clock.today()));
};

/** People on rosters, each once, whose terms end, and who lack a consent. */
export const readHomePeople = ({ store, ports }: OpenArchive): Promise<HomePeople> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const { termReminderDays } = rulesOn(reader, today).body.members;
    return {
      ...peopleCounts(reader),
      endingTerms: listEndingTerms(reader, addDays(today, termReminderDays), today).length,
      lacksConsents: Object.fromEntries(
        consentKind.options.map((kind) => [kind, countLackingConsent(reader, kind, today)]),
      ) as HomePeople['lacksConsents'],
    };
  });
