import type { HomeSummary } from '../../shared/contract/home.ts';
import type { Reader } from '../db/archive-store.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import {
  organizationCounts,
  organizationsByClass,
  organizationsByCommunity,
} from '../db/repositories/home.ts';
import type { OpenArchive } from '../open-archive.ts';
import { bringDutiesUpToDate } from './dossier-duties.ts';
import { currentLedgerPeriod } from './ledger.ts';
import { rulesOn } from './rules.ts';

/** Open filings that the first screen shows by name; the rest is a click away. */
const shownFilings = 20;

const readSummary = (reader: Reader, today: string): HomeSummary => {
  const counts = organizationCounts(reader);
  const open = listFilingRows(
    reader,
    { organizationId: null, states: [], kinds: [], openOnly: true },
    today,
    0,
    -1,
  );
  const { density } = rulesOn(reader, today).body;
  return {
    today,
    ...counts,
    noticesEnded: open.filter(
      ({ state, dueOn }) =>
        state === 'notice-cleared' || (state === 'on-notice' && dueOn !== null && dueOn < today),
    ).length,
    awaitingCommittee: open.filter(({ state }) => state === 'applied').length,
    awaitingStreet: open.filter(({ state }) => state === 'committee-passed').length,
    overdueFilings: open.filter(({ overdueDays }) => overdueDays > 0).length,
    todo: open.slice(0, shownFilings),
    currentPeriod: currentLedgerPeriod(reader, today),
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
