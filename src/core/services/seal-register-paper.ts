import { getOfficeProfile } from '../db/repositories/office.ts';
import { sealUsesOfMonth } from '../db/repositories/seals.ts';
import type { OfficeProfile } from '../../shared/domain/office.ts';
import { sealMonth, type SealMonth } from '../../shared/domain/ids.ts';
import { type SealUse } from '../../shared/domain/seal.ts';
import { CodedError } from '../../shared/errors.ts';
import type { OpenArchive } from '../open-archive.ts';

/** A month of 用印登记, as it is printed. */
export interface SealRegisterData {
  readonly office: OfficeProfile;
  readonly month: SealMonth;
  readonly uses: readonly SealUse[];
}

/** @throws CodedError NOT_FOUND for what is no month */
export const readSealRegisters = (
  { store }: OpenArchive,
  months: readonly SealMonth[],
): Promise<SealRegisterData[]> =>
  store.read((reader) => {
    const office = getOfficeProfile(reader);
    if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
    return months.map((given) => {
      const month = sealMonth.safeParse(given).data;
      if (month === undefined) throw new CodedError('NOT_FOUND', { what: 'seal-use' });
      return { office, month, uses: sealUsesOfMonth(reader, month) };
    });
  });
