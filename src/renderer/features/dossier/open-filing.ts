import type { Dossier } from '../../../shared/domain/dossier.ts';
import type { FilingRow, FilingState } from '../../../shared/domain/filing.ts';

/** States from which a filing goes no further. */
const endStates: readonly FilingState[] = ['not-forwarded', 'refused', 'filed', 'dissolved', 'withdrawn'];

/** The filing that is under way; an organization has at most one. */
export const openFilingOf = ({ filings }: Pick<Dossier, 'filings'>): FilingRow | null =>
  filings.find(({ state }) => !endStates.includes(state)) ?? null;
