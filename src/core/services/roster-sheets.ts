import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { FullRosterLine, PublicRosterLine, RosterPaper } from '../../shared/domain/roster-paper.ts';
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
    return ids.map((organizationId) => ({
      roster: read(reader, { organizationId, asOf: basics.today }),
      filingNumber: paperDataOf(reader, organizationId, basics).filingNumber,
      authorityName: basics.office.authorityName,
    }));
  });

/** Full rosters of these organizations as of today. @throws CodedError NOT_FOUND */
export const readFullRosterSheets = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<RosterSheetData<FullRosterLine>[]> => sheets(archive, ids, readFullRoster);

/** Public rosters of these organizations as of today. @throws CodedError NOT_FOUND */
export const readPublicRosterSheets = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<RosterSheetData<PublicRosterLine>[]> => sheets(archive, ids, readPublicRoster);
