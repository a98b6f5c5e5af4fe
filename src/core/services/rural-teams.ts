import type { RuralStanding } from '../../shared/contract/service-registers.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Reader } from '../db/archive-store.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { listRuralTeams } from '../db/repositories/rural-teams.ts';
import type { OpenArchive } from '../open-archive.ts';
import { isRural } from './service-lines.ts';

/**
 * 农村优秀服务队 (policy Art. 7): every rural community in the order of the street, with its first team that is excellent
 * on a day. The one reading of this target: its board counts `team !== null`.
 */
export const ruralStandingOn = (reader: Reader, on: IsoDate): RuralStanding[] => {
  const teams = Map.groupBy(listRuralTeams(reader, on), ({ communityId }) => communityId);
  return listCommunities(reader)
    .filter(isRural)
    .map(({ id, name }) => {
      const own = teams.get(id) ?? [];
      const team = own.find(({ excellent }) => excellent === 1);
      return {
        communityId: id,
        communityName: name,
        team: team === undefined ? null : { lineId: team.lineId, name: team.name, since: team.since },
        candidates: own.filter(({ excellent }) => excellent === 0).length,
      };
    });
};

/** @param on null for today */
export const readRuralTeams = ({ store, ports }: OpenArchive, on: IsoDate | null): Promise<RuralStanding[]> =>
  store.read((reader) => ruralStandingOn(reader, on ?? ports.clock.today()));
