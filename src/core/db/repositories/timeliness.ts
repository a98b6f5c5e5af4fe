import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { FilingKind, FilingState } from '../../../shared/domain/filing.ts';
import type { CommunityId, FilingId } from '../../../shared/domain/ids.ts';
import type { Reader } from '../archive-store.ts';

/** A filing that stood in a state with a limit: since when, and until when. */
export interface StandingRow {
  readonly filingId: FilingId;
  readonly filingKind: FilingKind;
  readonly organizationName: string;
  readonly communityId: CommunityId;
  readonly communityName: string;
  readonly state: Extract<FilingState, 'applied' | 'committee-passed'>;
  readonly reachedOn: IsoDate;
  /** Day of the next step; null while there is none. */
  readonly leftOn: IsoDate | null;
}

/**
 * Every time that a filing stood in one of the two states with limits. What was entered from old paper has no clock:
 * neither filings entered so as a whole nor single steps.
 */
export const listStandings = (reader: Reader): readonly StandingRow[] =>
  reader.all<StandingRow>(
    `SELECT f.id AS filingId, f.kind AS filingKind, o.name AS organizationName, c.id AS communityId,
       c.name AS communityName, s.to_state AS state, s.acted_on AS reachedOn, n.acted_on AS leftOn
     FROM filing_steps s JOIN filings f ON f.id = s.filing_id
     JOIN organizations o ON o.id = f.organization_id JOIN communities c ON c.id = o.community_id
     LEFT JOIN filing_steps n ON n.filing_id = s.filing_id AND n.sequence = (
       SELECT min(m.sequence) FROM filing_steps m WHERE m.filing_id = s.filing_id AND m.sequence > s.sequence)
     WHERE s.to_state IN ('applied', 'committee-passed') AND f.entry_mode = 'live' AND s.back_entry = 0
       AND coalesce(n.back_entry, 0) = 0 AND coalesce(n.action, '') <> 'withdraw'
     ORDER BY coalesce(n.acted_on, s.acted_on) DESC, f.id, s.sequence`,
  );
