import { isOpenState } from '../../shared/domain/filing-state-machine.ts';
import type { ChangeGrounds, Filing } from '../../shared/domain/filing.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { updateFiling } from '../db/repositories/filings.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { readFiling, requireFiling } from './filings.ts';

/**
 * Saves why the facts change and how the members decided it; both may still be filled in while the filing is reviewed.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP for another kind of filing, or once it is closed
 */
export const saveChangeGrounds = (
  { store, ports }: OpenArchive,
  { id, grounds }: { readonly id: FilingId; readonly grounds: ChangeGrounds },
): Promise<Filing> =>
  store.write((writer) => {
    const filing = requireFiling(writer, id);
    requireOpenDossier(writer, filing.organizationId);
    if (filing.kind !== 'change' || !isOpenState(filing.state)) {
      throw new CodedError('ILLEGAL_STEP', { state: filing.state, action: 'save-change-grounds' });
    }
    updateFiling(writer, { ...filing, changeGrounds: grounds, updatedAt: ports.clock.instant() });
    return readFiling(writer, id);
  });
