import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import type { ServiceLineId } from '../../shared/domain/ids.ts';
import type { OfficeProfile } from '../../shared/domain/office.ts';
import { serviceRegister, type ServiceRegister } from '../../shared/domain/service-register.ts';
import type { Sex } from '../../shared/domain/person.ts';
import type { ServiceRow } from '../../shared/contract/service-registers.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import { getPerson } from '../db/repositories/people.ts';
import { listServiceFiles } from '../db/repositories/service-files.ts';
import { listServiceLines } from '../db/repositories/service-lines.ts';
import { listServicePeople } from '../db/repositories/service-people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireServiceLine, rowsOf } from './service-lines.ts';

/** What a paper of one line prints; numbers of people masked. */
export interface ServicePaperData {
  readonly office: OfficeProfile;
  readonly line: ServiceRow;
  /** Of the person whom the line is about. */
  readonly identity: { readonly sex: Sex | null; readonly maskedNumber: string | null } | null;
  readonly people: readonly {
    readonly name: string;
    readonly maskedPhone: string | null;
    readonly note: string | null;
  }[];
  readonly photos: readonly string[];
}

/** A register of one year, or of all years, as it is printed. */
export interface ServiceListData {
  readonly office: OfficeProfile;
  readonly register: ServiceRegister;
  readonly printedOn: string;
  readonly rows: readonly ServiceRow[];
}

const officeOf = (reader: Reader): OfficeProfile => {
  const office = getOfficeProfile(reader);
  if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  return office;
};

const paperOf = (reader: Reader, id: ServiceLineId, today: string): ServicePaperData => {
  const record = requireServiceLine(reader, id);
  const [line] = rowsOf(reader, [record], today);
  if (line === undefined) throw new CodedError('NOT_FOUND', { what: 'service-line' });
  const person = record.personId === null ? null : getPerson(reader, record.personId);
  return {
    office: officeOf(reader),
    line,
    identity:
      person === null ? null : { sex: person.sex, maskedNumber: maskIdentityNumber(person.identityNumber) },
    people: listServicePeople(reader, id).map(({ name, phone, note }) => ({
      name,
      maskedPhone: maskPhone(phone),
      note,
    })),
    photos: listServiceFiles(reader, id).map(({ title }) => title),
  };
};

/** @throws CodedError NOT_FOUND, also for a line of a register that makes no such paper */
export const readServicePapers =
  (register: ServiceRegister) =>
  ({ store, ports }: OpenArchive, ids: readonly ServiceLineId[]): Promise<ServicePaperData[]> =>
    store.read((reader) =>
      ids.map((id) => {
        const data = paperOf(reader, id, ports.clock.today());
        if (data.line.register !== register) throw new CodedError('NOT_FOUND', { what: 'service-line' });
        return data;
      }),
    );

/** @throws CodedError NOT_FOUND for what is no register */
export const readServiceLists = (
  { store, ports }: OpenArchive,
  registers: readonly string[],
): Promise<ServiceListData[]> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const filter = {
      text: '',
      communityIds: [],
      organizationId: null,
      state: null,
      late: false,
      from: null,
      to: null,
    };
    return registers.map((given) => {
      const register = serviceRegister.safeParse(given).data;
      if (register === undefined) throw new CodedError('NOT_FOUND', { what: 'service-line' });
      const records = listServiceLines(reader, register, filter, { today, offset: 0, limit: 2000 });
      return {
        office: officeOf(reader),
        register,
        printedOn: today,
        rows: rowsOf(reader, records, today),
      };
    });
  });
