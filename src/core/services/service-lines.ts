import type {
  PersonChoice,
  ServiceFilter,
  ServiceRow,
  ServiceView,
} from '../../shared/contract/service-registers.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { isRecordOf } from '../../shared/domain/dossier-record.ts';
import {
  recordId,
  serviceLineId,
  type ImportId,
  type OrganizationId,
  type PersonId,
  type ServiceLineId,
} from '../../shared/domain/ids.ts';
import { maskPhone } from '../../shared/domain/masking.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import { provenContent } from '../../shared/domain/service-content.ts';
import { pointsOf } from '../../shared/domain/service-points.ts';
import {
  codesIn,
  marksOfLine,
  registerSpec,
  textOf,
  type ServiceContent,
  type ServiceLine,
  type ServiceLineInput,
  type ServiceRegister,
} from '../../shared/domain/service-register.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { getRecord } from '../db/repositories/dossier-records.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import { listPointMoves } from '../db/repositories/point-moves.ts';
import { listServiceFiles } from '../db/repositories/service-files.ts';
import {
  countReferences,
  findServiceLines,
  getServiceLine,
  hasOtherVolunteer,
  linesOfOrganization,
  listServiceLines,
  namesOf,
  saveServiceLine,
  setServiceLineDeleted,
  sumServiceLines,
  volunteerOf,
  type ServiceRecord,
  type ServiceSums,
} from '../db/repositories/service-lines.ts';
import {
  findServicePeople,
  listServicePeople,
  saveServicePeople,
} from '../db/repositories/service-people.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { personFor } from './person-entry.ts';
import { rulesOn } from './rules.ts';
import { settlePoints } from './service-points.ts';

/** @throws CodedError NOT_FOUND, also for a line in the recycle bin */
export const requireServiceLine = (reader: Reader, id: ServiceLineId): ServiceRecord => {
  const line = getServiceLine(reader, id);
  if (line === null) throw new CodedError('NOT_FOUND', { what: 'service-line' });
  return line;
};

/** Ids of organizations, lines and surveys that the fields of a line refer to. */
const referencesOf = ({ register, content }: Pick<ServiceLine, 'register' | 'content'>): string[] =>
  Object.entries(registerSpec(register).fields).flatMap(([field, { type }]) => {
    const value = content[field] ?? null;
    if (type === 'organizations') return [...codesIn(value)];
    return (type === 'line' || type === 'survey') && typeof value === 'string' ? [value] : [];
  });

/** Lines as a list shows them. */
export const rowsOf = (reader: Reader, records: readonly ServiceRecord[], today: IsoDate): ServiceRow[] => {
  const names = namesOf(reader, [...new Set(records.flatMap(referencesOf))]);
  return records.map(({ dueOn, doneOn, ...record }) => ({
    ...record,
    late: dueOn !== null && (doneOn ?? today) > dueOn,
    names: Object.fromEntries(referencesOf(record).map((id) => [id, names.get(id) ?? '（已删除）'])),
  }));
};

export interface ServicePage {
  readonly rows: ServiceRow[];
  readonly total: number;
  readonly sums: Omit<ServiceSums, 'total'>;
}

/** One page of a register, newest first, and what all that the filter finds adds up to. @param limit -1 for all */
export const readServiceLines = (
  { store, ports }: OpenArchive,
  input: {
    readonly register: ServiceRegister;
    readonly filter: ServiceFilter;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<ServicePage> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const { register, filter, offset, limit } = input;
    const records = listServiceLines(reader, register, filter, { today, offset, limit });
    const { total, ...sums } = sumServiceLines(reader, register, filter, today);
    return { rows: rowsOf(reader, records, today), total, sums };
  });

/** What an organization did and was given, newest first. */
export const readLinesOfOrganization = (
  { store, ports }: OpenArchive,
  id: OrganizationId,
): Promise<ServiceRow[]> =>
  store.read((reader) => rowsOf(reader, linesOfOrganization(reader, id), ports.clock.today()));

const rowOf = (reader: Reader, id: ServiceLineId, today: IsoDate): ServiceRow => {
  const [row] = rowsOf(reader, [requireServiceLine(reader, id)], today);
  if (row === undefined) throw new CodedError('NOT_FOUND', { what: 'service-line' });
  return row;
};

/** A line with its people and papers. @throws CodedError NOT_FOUND */
export const readServiceLine = ({ store, ports }: OpenArchive, id: ServiceLineId): Promise<ServiceView> =>
  store.read((reader) => ({
    row: rowOf(reader, id, ports.clock.today()),
    people: listServicePeople(reader, id).map(({ phone, ...person }) => ({
      ...person,
      maskedPhone: maskPhone(phone),
    })),
    files: listServiceFiles(reader, id),
  }));

const refuse = (register: ServiceRegister, field: string, flaw: string): never => {
  throw new CodedError('SERVICE_LINE_REFUSED', { register, field, flaw });
};

/** Organization, community and person as the register wants them. */
const checkBelonging = (reader: Reader, input: ServiceLineInput): void => {
  const { register, organizationId, communityId, personId } = input;
  const spec = registerSpec(register);
  const given = { organization: organizationId, community: communityId, person: personId };
  for (const what of ['organization', 'community', 'person'] as const) {
    if (spec[what] === 'required' && given[what] === null) refuse(register, `${what}Id`, 'missing');
    if (spec[what] === 'none' && given[what] !== null) refuse(register, `${what}Id`, 'unknown');
  }
  if (organizationId !== null && getOrganization(reader, organizationId) === null)
    throw new CodedError('NOT_FOUND', { what: 'organization' });
  if (communityId !== null && !listCommunities(reader).some(({ id }) => id === communityId))
    throw new CodedError('NOT_FOUND', { what: 'community' });
  for (const id of [personId, ...input.people.map((each) => each.personId)]) {
    if (id !== null && getPerson(reader, id) === null) throw new CodedError('NOT_FOUND', { what: 'person' });
  }
  if (register === 'integrity' && organizationId === null && personId === null)
    refuse(register, 'personId', 'missing');
  if (spec.people === 'none' && input.people.length > 0) refuse(register, 'people', 'unknown');
};

/** A contract rests on a survey of its organization that was counted. */
const checkSurvey = async (
  reader: Reader,
  { organizationId }: ServiceLineInput,
  id: string,
): Promise<void> => {
  const survey = await getRecord(reader, recordId.parse(id));
  if (survey === null || !isRecordOf(survey, 'survey') || survey.organizationId !== organizationId)
    throw new CodedError('SURVEY_NOT_CITABLE', { reason: 'absent' });
  if (survey.content.closedOn === null) throw new CodedError('SURVEY_NOT_CITABLE', { reason: 'open' });
};

const checkReferences = async (
  reader: Reader,
  input: ServiceLineInput,
  content: ServiceContent,
): Promise<void> => {
  for (const [field, spec] of Object.entries(registerSpec(input.register).fields)) {
    const value = content[field] ?? null;
    if (spec.type === 'survey' && typeof value === 'string') await checkSurvey(reader, input, value);
    if (spec.type === 'line' && typeof value === 'string') {
      const target = getServiceLine(reader, serviceLineId.parse(value));
      if (target?.register !== spec.register) throw new CodedError('NOT_FOUND', { what: 'service-line' });
    }
    if (spec.type === 'organizations') {
      const known = namesOf(reader, codesIn(value));
      if (codesIn(value).some((id) => !known.has(id)))
        throw new CodedError('NOT_FOUND', { what: 'organization' });
    }
  }
};

/** A rural team stands in a rural community; a need is done by somebody. */
const checkSense = (reader: Reader, input: ServiceLineInput, content: ServiceContent): void => {
  const { register, organizationId } = input;
  if (register === 'rural-team' && organizationId !== null) {
    const organization = getOrganization(reader, organizationId);
    const community = listCommunities(reader).find(({ id }) => id === organization?.communityId);
    if (community !== undefined && !isRural(community)) refuse(register, 'organizationId', 'not-rural');
  }
  if (register === 'need' && organizationId === null) {
    for (const field of ['matchedOn', 'doneOn'] as const)
      if (textOf(register, content, field) !== null) refuse(register, 'organizationId', 'missing');
  }
  if (register === 'integrity' && textOf(register, content, 'appealOutcome') !== null) {
    if (textOf(register, content, 'appealClosedOn') === null) refuse(register, 'appealClosedOn', 'missing');
  }
};

/** Class 2xx of the statistical code, or entered as rural (DOMAIN 5.5). */
export const isRural = (community: {
  readonly settlement: string;
  readonly settlementClass: string | null;
}): boolean => community.settlementClass?.startsWith('2') ?? community.settlement === 'rural';

const provenLine = async (
  reader: Reader,
  input: ServiceLineInput,
  today: IsoDate,
): Promise<ServiceContent> => {
  const { register, occurredOn } = input;
  const { content, flaw } = provenContent(register, input.content);
  if (flaw !== null) refuse(register, flaw.field, flaw.flaw);
  const ahead: readonly ServiceRegister[] = ['activity', 'drill', 'consultation', 'supervision'];
  if (occurredOn > today && !ahead.includes(register)) refuse(register, 'occurredOn', 'future');
  checkBelonging(reader, input);
  await checkReferences(reader, input, content);
  checkSense(reader, input, content);
  return content;
};

const checkChange = (writer: Writer, before: ServiceRecord | null, input: ServiceLineInput): void => {
  const { register, organizationId, personId } = input;
  if (register === 'service-proof') throw new CodedError('RECORD_IN_USE', { by: '编号和公示' });
  if (before !== null && before.register !== register)
    throw new CodedError('CONFLICT', { what: 'service-register' });
  for (const id of [before?.organizationId ?? null, organizationId]) {
    if (id !== null) requireOpenDossier(writer, id);
  }
  if (register !== 'volunteer' || personId === null) return;
  const known = volunteerOf(writer, personId);
  if (known !== null && known !== before?.id) throw new CodedError('CONFLICT', { what: 'volunteer' });
  if (before !== null && before.personId !== personId && listPointMoves(writer, before.id).length > 0)
    throw new CodedError('RECORD_IN_USE', { by: '服务时长和积分' });
};

/** Points of a service by the rules of its day; what was given under earlier rules stays while its minutes stay. */
const saveThePeople = (writer: Writer, line: ServiceLine, people: ServiceLineInput['people']): PersonId[] => {
  const before = listServicePeople(writer, line.id);
  const { pointsPerHour } = rulesOn(writer, line.occurredOn).body.services;
  const counted = registerSpec(line.register).people === 'minutes';
  saveServicePeople(
    writer,
    line.id,
    people.map((each) => {
      const minutes = counted ? each.minutes : 0;
      const same = before.find((known) => known.personId === each.personId && known.minutes === minutes);
      return { ...each, minutes, points: same?.points ?? pointsOf(minutes, pointsPerHour) };
    }),
  );
  return [...new Set([...before, ...people].map(({ personId }) => personId))];
};

export interface Storing {
  readonly id: ServiceLineId | null;
  readonly line: ServiceLineInput;
  readonly newPerson: PersonInput | null;
}

/** Part of one work, so that an import stores all of its lines or none. */
export const storeInWork = async (
  archive: OpenArchive,
  writer: Writer,
  { id, line: given, newPerson }: Storing,
  importId: ImportId | null,
): Promise<ServiceLineId> => {
  const { ports } = archive;
  const personId = newPerson === null ? given.personId : personFor(archive, writer, newPerson);
  const input = { ...given, personId };
  const before = id === null ? null : requireServiceLine(writer, id);
  checkChange(writer, before, input);
  const content = await provenLine(writer, input, ports.clock.today());
  const at = ports.clock.instant();
  const { people, ...facts } = input;
  const line: ServiceLine = {
    ...facts,
    content,
    id: before?.id ?? serviceLineId.parse(ports.random.id()),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  const days = rulesOn(writer, line.occurredOn).body.services.activityFilingDays;
  saveServiceLine(
    writer,
    line,
    marksOfLine(line, days === null ? null : addDays(line.occurredOn, days)),
    importId,
  );
  for (const each of saveThePeople(writer, line, people)) settlePoints(ports, writer, each, line.title);
  if (line.register === 'volunteer' && personId !== null)
    settlePoints(ports, writer, personId, '登记前的服务');
  return line.id;
};

/**
 * Creates a line (`id` null) or replaces what is said in one; the points of everybody named on it follow.
 *
 * @throws CodedError NOT_FOUND; SERVICE_LINE_REFUSED; CONFLICT `service-register`, `volunteer`; DOSSIER_SEALED;
 *   SURVEY_NOT_CITABLE; RECORD_IN_USE for an issued proof; POINTS_SHORT where minutes go whose points were redeemed
 */
export const storeServiceLine = (archive: OpenArchive, storing: Storing): Promise<ServiceRow> =>
  archive.store.write(async (writer) => {
    const id = await storeInWork(archive, writer, storing, null);
    return rowOf(writer, id, archive.ports.clock.today());
  });

const settleAll = (ports: Ports, writer: Writer, id: ServiceLineId, note: string): void => {
  for (const { personId } of listServicePeople(writer, id)) settlePoints(ports, writer, personId, note);
};

/** Part of one work. @throws CodedError those of `removeServiceLine` */
export const removeInWork = (ports: Ports, writer: Writer, id: ServiceLineId): void => {
  const line = requireServiceLine(writer, id);
  if (line.organizationId !== null) requireOpenDossier(writer, line.organizationId);
  if (line.register === 'volunteer' && listPointMoves(writer, id).length > 0)
    throw new CodedError('RECORD_IN_USE', { by: '服务时长和积分' });
  if (countReferences(writer, id) > 0) throw new CodedError('RECORD_IN_USE', { by: '别的登记' });
  setServiceLineDeleted(writer, id, ports.clock.instant());
  settleAll(ports, writer, id, `撤去：${line.title}`);
};

/**
 * Puts a line into the recycle bin; what was served on it counts no more.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; POINTS_SHORT where its points were redeemed; RECORD_IN_USE for a
 *   volunteer with points, and for what other lines refer to
 */
export const removeServiceLine = ({ store, ports }: OpenArchive, id: ServiceLineId): Promise<void> =>
  store.write((writer) => removeInWork(ports, writer, id));

/** Takes a line out of the recycle bin. @throws CodedError NOT_FOUND; DOSSIER_SEALED; CONFLICT `volunteer` */
export const restoreServiceLine = ({ store, ports }: OpenArchive, id: ServiceLineId): Promise<void> =>
  store.write((writer) => {
    if (hasOtherVolunteer(writer, id)) throw new CodedError('CONFLICT', { what: 'volunteer' });
    setServiceLineDeleted(writer, id, null);
    const line = requireServiceLine(writer, id);
    if (line.organizationId !== null) requireOpenDossier(writer, line.organizationId);
    settleAll(ports, writer, id, `恢复：${line.title}`);
    if (line.personId !== null) settlePoints(ports, writer, line.personId, '登记前的服务');
  });

/** People to choose from, numbers masked. */
export const findServicePeopleBy = (
  { store }: OpenArchive,
  input: { readonly text: string; readonly organizationId: OrganizationId | null },
): Promise<PersonChoice[]> =>
  store.read((reader) =>
    findServicePeople(reader, input.text, input.organizationId).map(
      ({ phone, organizations, volunteer, personId, name }) => ({
        personId,
        name,
        maskedPhone: maskPhone(phone),
        from: organizations ?? (volunteer === 1 ? '志愿者' : ''),
        volunteer: volunteer === 1,
      }),
    ),
  );

/** Lines to refer to. */
export const findLines = (
  { store }: OpenArchive,
  input: {
    readonly register: ServiceRegister;
    readonly text: string;
    readonly organizationId: OrganizationId | null;
  },
): Promise<{ readonly id: ServiceLineId; readonly title: string; readonly occurredOn: IsoDate }[]> =>
  store.read((reader) => findServiceLines(reader, input.register, input.text, input.organizationId));
