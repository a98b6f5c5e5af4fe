import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { CommunityId, ServiceLineId } from '../../../shared/domain/ids.ts';
import { ruralCriteria } from '../../../shared/domain/service-register.ts';
import type { Reader } from '../archive-store.ts';

interface RuralTeam {
  readonly lineId: ServiceLineId;
  readonly communityId: CommunityId;
  readonly name: string;
  readonly since: IsoDate;
  /** 1 with evidence of all three criteria. */
  readonly excellent: number;
}

const proven = ruralCriteria.map((criterion) => `l.content ->> '$.${criterion}' IS NOT NULL`).join(' AND ');

/** Teams that stand on a day, those longest recognised first. */
export const listRuralTeams = (reader: Reader, on: IsoDate): readonly RuralTeam[] =>
  reader.all<RuralTeam>(
    `SELECT l.id AS lineId, o.community_id AS communityId, l.title AS name, l.occurred_on AS since,
       (${proven}) AS excellent
     FROM service_lines l JOIN organizations o ON o.id = l.organization_id
     WHERE l.register = 'rural-team' AND l.deleted_at IS NULL AND l.occurred_on <= :on
       AND coalesce(l.content ->> '$.endedOn', '9999') > :on
     ORDER BY l.occurred_on, l.id`,
    { on },
  );
