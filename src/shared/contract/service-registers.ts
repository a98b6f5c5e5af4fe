import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { heldAttachment } from '../domain/dossier-file.ts';
import {
  attachmentId,
  communityId,
  importId,
  organizationId,
  personId,
  serviceLineId,
} from '../domain/ids.ts';
import { personInput } from '../domain/person.ts';
import { pointMove } from '../domain/service-points.ts';
import { serviceLine, serviceLineInput, servicePerson, serviceRegister } from '../domain/service-register.ts';
import { onArchive, refusals } from './base.ts';

export const serviceFilter = z.object({
  text: z.string().max(60),
  communityIds: z.array(communityId).max(500),
  organizationId: organizationId.nullable(),
  /** A state of the register. */
  state: z.string().max(40).nullable(),
  /** Only what was not done in time. */
  late: z.boolean(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
});
export type ServiceFilter = z.infer<typeof serviceFilter>;

const count = z.int().min(0);

/** A line as a list shows it. */
export const serviceRow = serviceLine.extend({
  organizationName: z.string().nullable(),
  communityName: z.string().nullable(),
  personName: z.string().nullable(),
  state: z.string().nullable(),
  late: z.boolean(),
  /** Names of what its fields refer to, by id. */
  names: z.record(z.string(), z.string()),
  people: count,
  /** Of the people on it; of a volunteer, all that were served. */
  minutes: count,
  /** What a volunteer has left. */
  points: count,
  papers: count,
});
export type ServiceRow = z.infer<typeof serviceRow>;

const page = z.object({
  rows: z.array(serviceRow),
  total: count,
  /** Of all that the filter finds. */
  sums: z.object({ fen: count, heads: count, minutes: count, late: count }),
});

/** A person to be chosen; the number only tells people of one name apart. */
const personChoice = z.object({
  personId,
  name: z.string(),
  maskedPhone: z.string().nullable(),
  /** Where they are known from. */
  from: z.string(),
  volunteer: z.boolean(),
});
export type PersonChoice = z.infer<typeof personChoice>;

/** A paper or photo of a line. */
export const serviceFile = z.object({ title: z.string(), attachment: heldAttachment });
export type ServiceFile = z.infer<typeof serviceFile>;

/** A line with everything that hangs on it. */
export const serviceView = z.object({
  row: serviceRow,
  people: z.array(
    servicePerson.extend({ name: z.string(), maskedPhone: z.string().nullable(), points: count }),
  ),
  files: z.array(serviceFile),
});
export type ServiceView = z.infer<typeof serviceView>;

/** Art. 7: a rural community with the team that makes it count. */
export const ruralStanding = z.object({
  communityId,
  communityName: z.string(),
  /** The first excellent team; null where there is none yet. */
  team: z.object({ lineId: serviceLineId, name: z.string(), since: isoDate }).nullable(),
  /** Teams that still lack evidence. */
  candidates: count,
});
export type RuralStanding = z.infer<typeof ruralStanding>;

const saving = refusals('SERVICE_LINE_REFUSED', 'POINTS_SHORT', 'SURVEY_NOT_CITABLE', 'RECORD_IN_USE');

/** Activities, volunteers, resources and what else is kept of the life of organizations (policy Art. 4–7, 9, 10). */
export const serviceRegistersContract = {
  /** Newest first. */
  list: onArchive
    .input(
      z.object({
        register: serviceRegister,
        filter: serviceFilter,
        offset: count,
        limit: z.int().min(1).max(200),
      }),
    )
    .output(page),
  get: onArchive.input(z.object({ id: serviceLineId })).output(serviceView),
  /** Lines of an organization in all registers, newest first. */
  ofOrganization: onArchive.input(z.object({ organizationId })).output(z.array(serviceRow)),
  /** Creates a line (`id` null) or replaces what is said in one. */
  save: onArchive
    .errors(saving)
    .input(
      z.object({
        id: serviceLineId.nullable(),
        line: serviceLineInput,
        /** Somebody who is entered with the line; instead of its `personId`. */
        newPerson: personInput.nullable(),
      }),
    )
    .output(serviceRow),
  /** Puts a line into the recycle bin. */
  remove: onArchive
    .errors(refusals('POINTS_SHORT', 'RECORD_IN_USE'))
    .input(z.object({ id: serviceLineId }))
    .output(z.object({})),
  restore: onArchive
    .errors(refusals('POINTS_SHORT'))
    .input(z.object({ id: serviceLineId }))
    .output(z.object({})),
  /** The list as shown, as a workbook: numbers of people left out or masked. */
  exportList: onArchive
    .input(z.object({ register: serviceRegister, filter: serviceFilter }))
    .output(z.file()),
  /** An empty workbook with the columns that can be filled in. */
  template: onArchive.input(z.object({ register: serviceRegister })).output(z.file()),
  /** Reads a filled template. Nothing is written while `commit` is false, or while a row is refused. */
  importList: onArchive
    .errors(refusals('WORKBOOK_UNREADABLE', 'WORKBOOK_EMPTY', 'SERVICE_SHEET_REFUSED'))
    .input(z.object({ register: serviceRegister, file: z.file(), commit: z.boolean() }))
    .output(
      z.object({
        ready: count,
        refused: z.array(z.object({ row: z.int(), title: z.string(), reason: z.string() })),
        importId: importId.nullable(),
      }),
    ),
  /** Puts the lines of an import into the recycle bin, as far as nobody has changed them since. */
  undoImport: onArchive
    .errors(refusals('RECORD_IN_USE', 'POINTS_SHORT'))
    .input(z.object({ importId }))
    .output(z.object({ removed: count })),
  /** People by a part of their name: members of the organization first, then volunteers, then everybody. */
  findPeople: onArchive
    .input(z.object({ text: z.string().max(30), organizationId: organizationId.nullable() }))
    .output(z.array(personChoice)),
  /** Lines of a register to refer to, by a part of their title. */
  findLines: onArchive
    .input(
      z.object({
        register: serviceRegister,
        text: z.string().max(60),
        organizationId: organizationId.nullable(),
      }),
    )
    .output(z.array(z.object({ id: serviceLineId, title: z.string(), occurredOn: isoDate }))),
  /** Takes a paper or photo in. */
  addFile: onArchive
    .errors(refusals('PAPER_REFUSED'))
    .input(z.object({ id: serviceLineId, file: z.file() }))
    .output(serviceFile),
  /** Takes a paper off its line, or puts it back. */
  removeFile: onArchive.input(z.object({ id: serviceLineId, attachmentId })).output(z.object({})),
  restoreFile: onArchive.input(z.object({ id: serviceLineId, attachmentId })).output(z.object({})),
  /** What a volunteer has, and how it came to be; newest first. */
  points: onArchive
    .input(z.object({ volunteerId: serviceLineId }))
    .output(z.object({ balance: count, minutes: count, activities: count, moves: z.array(pointMove) })),
  redeem: onArchive
    .errors(refusals('POINTS_SHORT'))
    .input(
      z.object({
        volunteerId: serviceLineId,
        points: z.int().min(1).max(1_000_000),
        note: z.string().trim().min(1).max(100),
        by: z.string().trim().min(1).max(40),
      }),
    )
    .output(z.object({ balance: count })),
  /** Issues 志愿服务记录证明: counts the service between two days and gives the paper its number. */
  issueProof: onArchive
    .errors(refusals('SERVICE_LINE_REFUSED', 'FILING_NUMBER_RULE_INVALID'))
    .input(
      z.object({
        volunteerId: serviceLineId,
        from: isoDate,
        to: isoDate,
        noticeFrom: isoDate,
        handler: z.string().trim().min(1).max(40),
        responsible: z.string().trim().min(1).max(40),
        purpose: z.string().trim().max(120).nullable(),
      }),
    )
    .output(serviceRow),
  /** Every rural community, and whether it has an excellent team on a day (null: today). */
  ruralTeams: onArchive.input(z.object({ on: isoDate.nullable() })).output(z.array(ruralStanding)),
};
