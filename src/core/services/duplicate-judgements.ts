import {
  organizationsKey,
  type JudgedDuplicate,
  type NamedOrganization,
} from '../../shared/domain/district-ledger.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import { deleteToldApart, listToldApart, saveToldApart } from '../db/repositories/told-apart.ts';
import type { OpenArchive } from '../open-archive.ts';
import { districtDuplicates } from './district-lists.ts';

/** Organizations that two streets may both have reported, with what a person has said of them. @throws CodedError PERIOD_INVALID */
export const judgedDuplicates = async (
  archive: OpenArchive,
  period: PeriodCode,
): Promise<JudgedDuplicate[]> => {
  const groups = await districtDuplicates(archive, period);
  const judged = await archive.store.read((reader) => listToldApart(reader));
  return groups.map((group) => ({
    ...group,
    apart: judged.get(organizationsKey(group.organizations)) ?? null,
  }));
};

/** A person says that they are not one organization; for all periods. */
export const tellApart = (
  { store, ports }: OpenArchive,
  { organizations, by }: { readonly organizations: readonly NamedOrganization[]; readonly by: string },
): Promise<void> =>
  store.write((writer) =>
    saveToldApart(writer, organizationsKey(organizations), { by, at: ports.clock.instant() }),
  );

/** Takes that back: they are looked at again. */
export const tellAgain = (
  { store }: OpenArchive,
  organizations: readonly NamedOrganization[],
): Promise<void> => store.write((writer) => deleteToldApart(writer, organizationsKey(organizations)));
