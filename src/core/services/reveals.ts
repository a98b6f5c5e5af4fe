import { createHash } from 'node:crypto';
import {
  revealSeconds,
  type RevealedPerson,
  type RevealEntry,
  type RevealRequest,
  type RevealTarget,
} from '../../shared/domain/reveal.ts';
import { personId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { revealReasonLabels } from '../../shared/labels/people.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listRoster } from '../db/repositories/memberships.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import { getDetails } from '../db/repositories/person-details.ts';
import {
  allReveals,
  appendReveal,
  lastReveal,
  listReveals,
  type StoredReveal,
} from '../db/repositories/reveal-log.ts';
import { listFile } from '../interchange/list-file.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly people: readonly RevealedPerson[];
}

const subjectOf = (reader: Reader, target: RevealTarget): Subject => {
  if (target.kind === 'person') {
    const person = getPerson(reader, target.personId);
    if (person === null) throw new CodedError('NOT_FOUND', { what: 'person' });
    const { id, name, identityNumber, phone } = person;
    const { address } = getDetails(reader, id);
    return { id, name, people: [{ personId: id, name, identityNumber, phone, address }] };
  }
  const organization = getOrganization(reader, target.organizationId);
  if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
  const scope = target.asOf === null ? 'ever' : { day: target.asOf };
  const people = listRoster(reader, organization.id, scope).map((record): RevealedPerson => {
    const id = personId.parse(record.personId);
    const { name, identityNumber, phone } = record;
    return { personId: id, name, identityNumber, phone, address: getDetails(reader, id).address };
  });
  return { id: organization.id, name: organization.name, people };
};

/** Hash of a line and of all before it, over its values in a fixed order. */
export const revealHash = (entry: Omit<StoredReveal, 'hash'>): string => {
  const { previousHash, sequence, at, actor, reason, note, subject, subjectId, subjectName, people } = entry;
  const line = [previousHash, sequence, at, actor, reason, note, subject, subjectId, subjectName, people];
  return createHash('sha256').update(JSON.stringify(line)).digest('hex');
};

/** Writes one line of the log: who was shown whose numbers, and why. */
export const logReveal = (
  writer: Writer,
  at: string,
  {
    actor,
    reason,
    note,
    subject,
    subjectId,
    subjectName,
    people,
  }: Omit<StoredReveal, 'sequence' | 'at' | 'previousHash' | 'hash'>,
): void => {
  const last = lastReveal(writer);
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at,
    actor,
    reason,
    note,
    subject,
    subjectId,
    subjectName,
    people,
    previousHash: last?.hash ?? '',
  };
  appendReveal(writer, { ...entry, hash: revealHash(entry) });
};

/**
 * Numbers in clear (PIPL Art. 51): who asked and why is on disk before anything leaves the core.
 *
 * @throws CodedError NOT_FOUND
 */
export const reveal = (
  { store, ports }: OpenArchive,
  request: RevealRequest,
): Promise<{ readonly seconds: number; readonly people: RevealedPerson[] }> =>
  store.write((writer) => {
    const subject = subjectOf(writer, request.target);
    const { target, ...given } = request;
    logReveal(writer, ports.clock.instant(), {
      ...given,
      subject: target.kind,
      subjectId: subject.id,
      subjectName: subject.name,
      people: subject.people.length,
    });
    return { seconds: revealSeconds, people: [...subject.people] };
  });

interface LogProof {
  readonly total: number;
  readonly brokenAt: number | null;
}

/** Follows the chain from its beginning: a line that was changed, removed or slipped in shows. */
const prove = (reader: Reader): LogProof => {
  let total = 0;
  let previous = '';
  let brokenAt: number | null = null;
  for (const entry of allReveals(reader)) {
    total += 1;
    const fits =
      entry.sequence === total && entry.previousHash === previous && revealHash(entry) === entry.hash;
    if (!fits) brokenAt ??= entry.sequence;
    previous = entry.hash;
  }
  return { total, brokenAt };
};

/** The log, newest first, with the proof over all of it. */
export const readRevealLog = (
  { store }: OpenArchive,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<LogProof & { readonly rows: RevealEntry[] }> =>
  store.read((reader) => ({ ...prove(reader), rows: [...listReveals(reader, before, limit)] }));

const columns: readonly ListColumn<RevealEntry>[] = [
  { header: '序号', width: 8, value: (row) => row.sequence },
  { header: '时间', width: 22, value: (row) => row.at.replace('T', ' ').slice(0, 19) },
  { header: '查看人', width: 12, value: (row) => row.actor },
  { header: '看了谁', width: 28, value: (row) => row.subjectName },
  { header: '人数', width: 8, value: (row) => row.people },
  { header: '事由', width: 12, value: (row) => revealReasonLabels[row.reason] },
  { header: '说明', width: 36, value: (row) => row.note ?? '' },
];

/** The whole log as a workbook, for an inspection. */
export const exportRevealLog = async ({ store, ports }: OpenArchive): Promise<File> => {
  const { rows, brokenAt } = await store.read((reader) => ({
    ...prove(reader),
    rows: listReveals(reader, null, -1),
  }));
  const today = ports.clock.today();
  const proof = brokenAt === null ? '记录链完整' : `记录链从第 ${brokenAt} 条起对不上`;
  return listFile(`号码查看记录-${today}`, {
    sheetName: '查看记录',
    title: '证件号码和电话查看记录',
    note: `导出日期：${today}　共 ${rows.length} 条　${proof}　时间为世界时`,
    columns,
    rows,
  });
};
