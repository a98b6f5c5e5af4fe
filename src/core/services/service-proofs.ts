import type { ServiceRow } from '../../shared/contract/service-registers.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { serviceLineId, type ServiceLineId } from '../../shared/domain/ids.ts';
import { provenContent } from '../../shared/domain/service-content.ts';
import { marksOfLine, type ServiceLine } from '../../shared/domain/service-register.ts';
import { CodedError } from '../../shared/errors.ts';
import { durationText } from '../../shared/labels/service-register.ts';
import type { Reader } from '../db/archive-store.ts';
import { saveServiceLine } from '../db/repositories/service-lines.ts';
import { listServices, servedBy } from '../db/repositories/service-people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { assignDocumentNumber } from './document-numbers.ts';
import { rulesOn } from './rules.ts';
import { requireServiceLine, rowsOf } from './service-lines.ts';
import { requireVolunteer } from './service-points.ts';

/** As many services as the paper lists one by one. */
const listedServices = 24;

export interface ProofRequest {
  readonly volunteerId: ServiceLineId;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly noticeFrom: IsoDate;
  readonly handler: string;
  readonly responsible: string;
  readonly purpose: string | null;
}

const refuse = (field: string, flaw: string): never => {
  throw new CodedError('SERVICE_LINE_REFUSED', { register: 'service-proof', field, flaw });
};

const servicesText = (services: ReturnType<typeof listServices>): string => {
  const lines = services
    .slice(0, listedServices)
    .map(({ occurredOn, title, minutes }) => `${occurredOn}　${title}　${durationText(minutes)}`);
  const more = services.length - listedServices;
  return [...lines, ...(more > 0 ? [`另有 ${more} 次，见服务记录。`] : [])].join('\n');
};

/** What the proof says is fixed when it is issued: later corrections of the records do not change a paper that is out. */
const contentOf = (reader: Reader, request: ProofRequest, today: IsoDate) => {
  const { personId } = requireVolunteer(reader, request.volunteerId);
  const days = { from: request.from, to: request.to };
  const { minutes, activities } = servedBy(reader, personId, days);
  if (request.to < request.from) refuse('to', 'order');
  if (request.to > today) refuse('to', 'future');
  if (minutes === 0) refuse('minutes', 'no-service');
  const { proofNoticeDays } = rulesOn(reader, today).body.services;
  return {
    ...request,
    minutes,
    activities,
    services: servicesText(listServices(reader, personId, days)),
    noticeTo: addDays(request.noticeFrom, proofNoticeDays),
  };
};

/**
 * Issues 志愿服务记录证明: its number comes from the register of numbers and is never given again; it bears the day after
 * its notice has ended.
 *
 * @throws CodedError NOT_FOUND; SERVICE_LINE_REFUSED; FILING_NUMBER_RULE_INVALID
 */
export const issueProof = ({ store, ports }: OpenArchive, request: ProofRequest): Promise<ServiceRow> =>
  store.write((writer) => {
    const today = ports.clock.today();
    const volunteer = requireVolunteer(writer, request.volunteerId);
    const facts = contentOf(writer, request, today);
    const after = addDays(facts.noticeTo, 1);
    const occurredOn = after > today ? after : today;
    const id = serviceLineId.parse(ports.random.id());
    const number = assignDocumentNumber(ports, writer, {
      kind: 'service-proof',
      on: occurredOn,
      subjectId: id,
    });
    const { content, flaw } = provenContent('service-proof', { ...facts, number });
    if (flaw !== null) refuse(flaw.field, flaw.flaw);
    const at = ports.clock.instant();
    const line: ServiceLine = {
      id,
      register: 'service-proof',
      organizationId: volunteer.organizationId,
      communityId: null,
      personId: volunteer.personId,
      occurredOn,
      title: volunteer.title,
      content,
      createdAt: at,
      updatedAt: at,
    };
    saveServiceLine(writer, line, marksOfLine(line, null), null);
    const [row] = rowsOf(writer, [requireServiceLine(writer, id)], today);
    if (row === undefined) throw new CodedError('NOT_FOUND', { what: 'service-line' });
    return row;
  });
