import { partyRow, type PartyFilter, type PartyRow } from '../../../shared/contract/party.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

const source = `FROM organizations o JOIN communities c ON c.id = o.community_id`;

/** Organizations that have ended need none any more. */
const living = `o.status NOT IN ('dissolved', 'revoked', 'registered')`;

const conditionsOf = ({
  text,
  communityIds,
  kind,
}: PartyFilter): { readonly where: string; readonly parameters: Record<string, SqlValue> } => ({
  where: String.raw`${living}
    AND (:text = '%%' OR o.name LIKE :text ESCAPE '\' OR o.fallback_party_name LIKE :text ESCAPE '\')
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND (:kind IS NULL OR coalesce(o.fallback_party_kind, 'none') = :kind)`,
  parameters: {
    text: `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    communities: JSON.stringify(communityIds),
    kind,
  },
});

const party = (kind: SqlValue | undefined, name: SqlValue | undefined) =>
  typeof name === 'string' && name.trim() !== '' ? { kind, name } : null;

/** @param limit -1 for all */
export const listPartyRows = (
  reader: Reader,
  filter: PartyFilter,
  offset: number,
  limit: number,
): readonly PartyRow[] => {
  const { where, parameters } = conditionsOf(filter);
  return reader
    .all<Record<string, SqlValue>>(
      `SELECT o.id AS organizationId, o.name, c.name AS communityName, o.status, o.fallback_party_kind AS kind,
         o.fallback_party_name AS party, c.party_organization AS ofCommunity
       ${source} WHERE ${where} ORDER BY c.position, o.name_pinyin, o.id LIMIT :limit OFFSET :offset`,
      { ...parameters, limit, offset },
    )
    .map(({ kind, party: name, ofCommunity, ...row }) => {
      const fallbackParty = party(kind, name);
      const proposal = fallbackParty === null ? party('community-party-organization', ofCommunity) : null;
      return partyRow.parse({ ...row, fallbackParty, proposal });
    });
};

export const countPartyRows = (reader: Reader, filter: PartyFilter): number => {
  const { where, parameters } = conditionsOf(filter);
  return (
    reader.get<{ total: number }>(`SELECT count(*) AS total ${source} WHERE ${where}`, parameters)?.total ?? 0
  );
};
