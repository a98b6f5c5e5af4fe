import type { SettlementKind } from '../../../shared/domain/office.ts';
import { standingStatuses } from '../../../shared/domain/organization.ts';
import type { Reader } from '../archive-store.ts';

const standing = JSON.stringify(standingStatuses);

export interface Share {
  readonly value: number;
  readonly of: number;
}

/** Communities of each settlement, and how many of them have as many standing organizations as the rules ask. */
export const communitiesByDensity = (
  reader: Reader,
  density: Readonly<Record<SettlementKind, number>>,
): Readonly<Record<SettlementKind, Share>> => {
  const counts = reader.all<{ settlement: SettlementKind; organizations: number }>(
    `SELECT c.settlement, (SELECT count(*) FROM organizations o WHERE o.community_id = c.id
       AND o.status IN (SELECT value FROM json_each(?))) AS organizations FROM communities c WHERE c.valid_to IS NULL`,
    [standing],
  );
  const shareOf = (settlement: SettlementKind): Share => {
    const own = counts.filter((each) => each.settlement === settlement);
    return {
      value: own.filter(({ organizations }) => organizations >= density[settlement]).length,
      of: own.length,
    };
  };
  return { urban: shareOf('urban'), rural: shareOf('rural') };
};

/** Standing organizations that have a fallback Party organization. */
export const countFallbackParties = (reader: Reader): Share =>
  reader.get<Share>(
    `SELECT count(*) AS of, coalesce(sum(fallback_party_name IS NOT NULL), 0) AS value FROM organizations
     WHERE status IN (SELECT value FROM json_each(?))`,
    [standing],
  ) ?? { value: 0, of: 0 };
