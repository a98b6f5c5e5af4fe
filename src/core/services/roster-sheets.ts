import type { OrganizationId } from '../../shared/domain/ids.ts';
import {
  readRosterSubject,
  type FullRosterLine,
  type PublicRosterLine,
  type RosterPaper,
} from '../../shared/domain/roster-paper.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import type { OpenArchive } from '../open-archive.ts';
import { paperBasics, paperDataOf } from './document-data.ts';
import { readFullRoster, readPublicRoster, type PrintedRoster } from './roster-papers.ts';

/** A roster as a sheet prints it, under the head of its organization. */
export interface RosterSheetData<Line> {
  readonly roster: RosterPaper<Line>;
  readonly filingNumber: string | null;
  readonly authorityName: string;
}

const sheets = <Line>(
  { store, ports }: OpenArchive,
  ids: readonly OrganizationId[],
  read: (reader: Reader, wanted: PrintedRoster) => RosterPaper<Line>,
): Promise<RosterSheetData<Line>[]> =>
  store.read((reader) => {
    const basics = paperBasics(reader, ports.clock.today());
    return ids.map((subject) => {
      const { organizationId, asOf, snapshotId } = readRosterSubject(subject);
      const wanted = snapshotId === null ? { organizationId, asOf: asOf ?? basics.today } : { snapshotId };
      const roster = read(reader, wanted);
      if (roster.organizationId !== organizationId) throw new CodedError('NOT_FOUND', { what: 'snapshot' });
      const { filingNumber, office } = paperDataOf(reader, organizationId, basics, { on: roster.asOf });
      return { roster, filingNumber, authorityName: office.authorityName };
    });
  });

/** Full rosters of these organizations by their subjects (`rosterSubject`). @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED */
export const readFullRosterSheets = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<RosterSheetData<FullRosterLine>[]> => sheets(archive, ids, readFullRoster);

/** Public rosters of these organizations by their subjects (`rosterSubject`). @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED */
export const readPublicRosterSheets = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<RosterSheetData<PublicRosterLine>[]> => sheets(archive, ids, readPublicRoster);
