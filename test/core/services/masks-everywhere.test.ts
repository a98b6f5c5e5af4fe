import { isContractProcedure } from '@orpc/contract';
import { createRouterClient, ORPCError } from '@orpc/server';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { CoreContext } from '../../../src/core/routes/base.ts';
import { router } from '../../../src/core/routes/index.ts';
import { reveal } from '../../../src/core/services/reveals.ts';
import { addMember, leaveRoster } from '../../../src/core/services/roster-changes.ts';
import { readSnapshots } from '../../../src/core/services/roster-snapshots.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import { identityCheckCharacter } from '../../../src/shared/domain/identity-number.ts';
import * as ids from '../../../src/shared/domain/ids.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { sampleInput, type KnownValues } from '../../support/sample-input.ts';
import { openSession } from '../../support/open-session.ts';

/** Procedures that may carry numbers in clear, and why. */
const exempt: Readonly<Record<string, string>> = {
  'reveals.reveal': 'the one door: with a reason, logged',
  'documents.preview': 'paper as it is printed; public papers have their own test',
  'documents.make': 'paper as it is printed',
};

const numbers = [
  '990516197101115317',
  '13899990001',
  `99051619490312042${identityCheckCharacter('99051619490312042')}`,
  '13899990002',
  '13899990003',
  '13812345678',
] as const;

let archive: TestArchive;
let known: KnownValues;

beforeAll(async () => {
  archive = await openTestArchive();
  const first = await startTeam(archive);
  const filed = await takeSteps(archive, first.id, upToCertificate);
  const { organizationId } = first;
  const member = await addMember(
    archive,
    memberOf(organizationId, {
      name: '欧阳𠮷祥',
      identityNumber: numbers[0],
      phone: numbers[1],
      joinedOn: '2021',
    }),
  );
  const former = await addMember(
    archive,
    memberOf(organizationId, { name: '李', identityNumber: numbers[2], phone: numbers[3], joinedOn: '2021' }),
  );
  await leaveRoster(archive, {
    membershipId: former.membershipId,
    leftOn: '2022-01-01',
    reason: 'moved',
    note: null,
  });
  await archive.store.write((writer) => {
    writer.run('UPDATE organizations SET contact_phone = ?, responsible_person_id = ?', [
      numbers[4],
      member.personId,
    ]);
    writer.run(`UPDATE filings SET facts = json_set(facts, '$.contactPhone', ?)`, [numbers[4]]);
    writer.run('UPDATE certificates SET collector_phone = ?', [numbers[4]]);
  });
  await reveal(archive, {
    target: { kind: 'roster', organizationId, asOf: null },
    actor: '李档案',
    reason: 'contact',
    note: null,
  });
  known = new Map<z.core.$ZodType, unknown>([
    [ids.organizationId, organizationId],
    [ids.filingId, first.id],
    [ids.certificateId, filed.certificateId],
    [ids.membershipId, member.membershipId],
    [ids.personId, member.personId],
    [ids.rosterSnapshotId, (await readSnapshots(archive, organizationId))[0]?.id],
  ]);
});
afterAll(() => archive.close());

const procedures = Object.entries(contract).flatMap(([area, procedureMap]) =>
  Object.entries(procedureMap as Record<string, unknown>).map(
    ([name, procedure]) => [`${area}.${name}`, procedure] as const,
  ),
);

/** Every text in what a procedure gave: values, workbooks cell by cell, other files as they are. */
const textOf = async (output: unknown): Promise<string> => {
  if (output instanceof Blob) {
    if (!output.type.includes('spreadsheetml')) return output.text();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await output.arrayBuffer());
    return JSON.stringify(workbook.model);
  }
  if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output) {
    const parts: unknown[] = [];
    for await (const part of output as AsyncIterable<unknown>) parts.push(part);
    return JSON.stringify(parts);
  }
  return JSON.stringify(output) ?? '';
};

const clientOn = () => {
  const context: CoreContext = {
    session: openSession(archive),
    ports: archive.ports,
  };
  return createRouterClient(router, { context }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
};

/** What everybody may read without changing anything; each must answer here, or this test would prove nothing of it. */
const mustAnswer = [
  'organizations.list',
  'organizations.exportList',
  'organizations.dossier',
  'roster.list',
  'roster.exportList',
  'roster.history',
  'roster.snapshots',
  'roster.snapshotRows',
  'roster.findPeople',
  'people.list',
  'people.exportList',
  'people.get',
  'people.endingTerms',
  'reveals.list',
  'reveals.exportList',
  'filings.list',
  'filings.get',
  'certificates.get',
  'home.summary',
  'search.query',
];

/** Inputs that find the people where the sample of words would find nobody. */
const inputs: Readonly<Record<string, unknown>> = {
  'search.query': { text: '欧阳', kind: null, limit: 50 },
  'roster.findPeople': { name: '欧阳𠮷祥', identityNumber: null },
};

const answered = new Set<string>();

// Removing and merging come last, so that the others still find their people.
const ordered = procedures
  .filter(([path]) => exempt[path] === undefined && !path.startsWith('archive.'))
  .toSorted(
    ([one], [other]) => Number(/remove|leave|merge/i.test(one)) - Number(/remove|leave|merge/i.test(other)),
  );

test.each(ordered)('%s gives no number away', async (path, procedure) => {
  if (!isContractProcedure(procedure)) throw new Error('not a procedure');
  const schema = procedure['~orpc'].inputSchema as z.core.$ZodType | undefined;
  const input = inputs[path] ?? (schema === undefined ? undefined : sampleFor(path, schema));
  const [area = '', name = ''] = path.split('.');
  let text: string;
  try {
    text = await textOf(await clientOn()[area]?.[name]?.(input));
    answered.add(path);
  } catch (error) {
    text =
      error instanceof ORPCError ? JSON.stringify([error.code, error.message, error.data]) : String(error);
  }
  for (const number of numbers) expect(text).not.toContain(number);
});

/** Lists are asked for everything: filters of words would find nothing. */
const sampleFor = (path: string, schema: z.core.$ZodType): unknown => {
  const { value } = sampleInput(schema, known);
  const everything = path.startsWith('roster.') ? { text: '', asOf: null, includeFormer: true } : {};
  if (typeof value !== 'object' || value === null) return value;
  const filter =
    'filter' in value
      ? { filter: { ...(value.filter as object), text: '', lacksConsent: null, organizations: null } }
      : {};
  return { ...value, ...everything, ...filter };
};

test('the people were there to be found', async () => {
  expect(mustAnswer.filter((path) => !answered.has(path))).toEqual([]);
  const { maskedPhone } = await readDossier(archive, ids.organizationId.parse(known.get(ids.organizationId)));
  expect(maskedPhone).toBe('138****0003');
});
