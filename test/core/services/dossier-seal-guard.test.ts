import { Buffer } from 'node:buffer';
import { isContractProcedure } from '@orpc/contract';
import { createRouterClient, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { listRoster } from '../../../src/core/db/repositories/memberships.ts';
import type { CoreContext } from '../../../src/core/routes/base.ts';
import { router } from '../../../src/core/routes/index.ts';
import { archiveYear, readCandidates, readItems } from '../../../src/core/services/archiving.ts';
import { addPaper } from '../../../src/core/services/dossier-files.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { attachToFiling } from '../../../src/core/services/filings-attachments.ts';
import { getOffice } from '../../../src/core/services/office.ts';
import { takeIn } from '../../../src/core/services/scan-inbox.ts';
import { storeServiceLine } from '../../../src/core/services/service-lines.ts';
import { readSnapshots } from '../../../src/core/services/roster-snapshots.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import { emptyExitPack } from '../../../src/shared/domain/exit-pack.ts';
import * as ids from '../../../src/shared/domain/ids.ts';
import { dissolveTeam } from '../../support/ended-organization.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { sampleInput, type KnownValues } from '../../support/sample-input.ts';
import { serviceLineOf } from '../../support/sample-services.ts';
import { disclosureOf, recordInputOf, surveyOf } from '../../support/sample-records.ts';
import { openSession } from '../../support/open-session.ts';

/** Procedures that may change a sealed dossier, and why. */
const exempt: Readonly<Record<string, string>> = {
  'reveals.reveal': 'logs who looked, and changes nothing of the dossier',
  'exits.unseal': 'the one way to open a dossier, with a reason that stays on record',
  'search.setFavourite': 'a bookmark is nothing of the dossier',
  'archiving.archive': 'gives codes to what a sealed dossier holds, and changes nothing of it',
  'places.move': 'carries the paper to another shelf, and changes nothing of the dossier',
  'files.page': 'reads; what it draws has to be a real PDF',
  'seals.recordHandUse': "a line of the register of seals, which is the office's",
  'serviceRegisters.points': "a volunteer's own account",
  'serviceRegisters.redeem': "a volunteer's own account",
  'serviceRegisters.issueProof': "a paper of a volunteer, and a number of the office's",
  'inspection.make': 'reads; needs a printer of PDF, and logs who asked for what',
  'backups.exportDossiers': 'reads; needs a folder, and logs who asked for what',
  'ledger.export': 'reads what travels; needs the key of a bureau',
};

/**
 * Inputs of procedures whose first rule the sample of words does not reach; each must be one that the procedure would
 * take on an open dossier.
 */
const inputs: Readonly<Record<string, (sample: object) => unknown>> = {
  // Of the kinds of change only a split names organizations.
  'areas.apply': () => ({
    kind: 'split',
    communityId: known.get(ids.communityId),
    into: {
      name: '新社区',
      code: '990101001777',
      settlement: 'urban',
      settlementClass: null,
      partyOrganization: null,
    },
    organizationIds: [known.get(ids.organizationId)],
    effectiveOn: '2026-11-20',
    basis: '新政发〔2026〕3号',
  }),
  'reports.ballotPage': (sample) => ({ ...sample, surveyId: survey }),
  'reports.takeBallots': (sample) => ({ ...sample, surveyId: survey }),
  'safekeeping.emptyRecycleBin': () => ({
    items: [{ what: 'file', id: known.get(ids.dossierFileId) }],
    count: 1,
  }),
  'exits.pack': (sample) => ({ ...sample, id: dissolution }),
  'exits.savePack': () => ({ id: dissolution, pack: emptyExitPack }),
};

let archive: TestArchive;
/** The smallest PNG. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let known: KnownValues;
let dissolution: ids.FilingId;
let survey: ids.RecordId;

/** A dance team that was filed, has members, a record, a paper and scans, was dissolved and sealed. */
beforeAll(async () => {
  archive = await openTestArchive();
  const first = await startTeam(archive);
  const scan = await attachToFiling(archive, first.id, new File([picture], '备案表.png'));
  const filed = await takeSteps(archive, first.id, upToCertificate);
  const { organizationId } = first;
  const record = await storeRecord(archive, {
    id: null,
    record: recordInputOf(organizationId, disclosureOf()),
  });
  const paper = await addPaper(archive, {
    target: {
      to: 'dossier',
      organizationId,
      part: 'disclosures',
      recordId: record.id,
      title: '公示照片',
      note: null,
    },
    file: new File([picture, 'x'], '公示.png'),
    evenIfSame: true,
  });
  survey = (
    await storeRecord(archive, {
      id: null,
      record: recordInputOf(organizationId, surveyOf({ entry: 'sheets' })),
    })
  ).id;
  const activity = await storeServiceLine(archive, {
    id: null,
    line: serviceLineOf(organizationId),
    newPerson: null,
  });
  dissolution = await dissolveTeam(archive, organizationId);
  const wanted = { year: 2026, organizationId };
  const { total: count } = await readCandidates(archive, { ...wanted, offset: 0, limit: 1 });
  await archiveYear(archive, { ...wanted, archivedBy: '钱档案', count });
  const { rows: items } = await readItems(archive, {
    organizationId,
    year: null,
    retention: null,
    text: '',
    offset: 0,
    limit: 1,
  });
  await sealDossier(archive, {
    organizationId,
    sealedBy: '钱档案',
    sealedOn: '2026-12-10',
    exitedOn: null,
  });
  const member = (await archive.store.read((reader) => listRoster(reader, organizationId, 'ever')))[0];
  const { communities } = await getOffice(archive);
  known = new Map<z.core.$ZodType, unknown>([
    [ids.organizationId, organizationId],
    [ids.filingId, first.id],
    [ids.certificateId, filed.certificateId],
    [ids.membershipId, member?.membershipId],
    [ids.rosterSnapshotId, (await readSnapshots(archive, organizationId))[0]?.id],
    [ids.recordId, record.id],
    [ids.dossierFileId, paper.file?.id],
    [ids.archiveItemId, items[0]?.id],
    [ids.attachmentId, scan.id],
    [ids.communityId, communities[0]?.id],
    [ids.personId, member?.personId],
    [ids.serviceLineId, activity.id],
    [ids.inboxItemId, (await takeIn(archive, '扫描.png', picture)).item.id],
  ]);
});
afterAll(() => archive.close());

const procedures = Object.entries(contract).flatMap(([area, procedureMap]) =>
  Object.entries(procedureMap as Record<string, unknown>).map(
    ([name, procedure]) => [`${area}.${name}`, procedure] as const,
  ),
);

const inputSchemaOf = (procedure: unknown): z.core.$ZodType | undefined => {
  if (!isContractProcedure(procedure)) throw new Error('not a procedure');
  return procedure['~orpc'].inputSchema as z.core.$ZodType | undefined;
};

/** Ids that name nothing of one dossier. All others, also those still to come, name a part of one. */
const idsOfTheOffice = new Set([
  'bureauKeyId',
  'communityId',
  'consentId',
  'importId',
  'issuedPaperId',
  'inboxItemId',
  'officePartId',
  'packageId',
  'personId',
  'restrictionId',
  'personMergeId',
  'personPostId',
  'rulePackId',
  'savedViewId',
  'customFieldId',
  'bulkEditId',
  'storagePlaceId',
  'areaChangeId',
  'uploadId',
  'traineeStayId',
  'trainingCourseId',
  'trainingCycleId',
  'trainingTargetId',
  'trainingExamId',
  'trainingSessionId',
  'trainingCompletionId',
  'receivedFileId',
  'receivedPackageId',
  'streetKeyId',
  'printJobId',
  'printerId',
]);

const isOfDossier = (schema: z.core.$ZodType): boolean => {
  const own = Object.entries(ids as unknown as Record<string, z.core.$ZodType>).filter(
    ([name]) => !idsOfTheOffice.has(name),
  );
  return sampleInput(schema, new Map(own.map(([, id]) => [id, 'x']))).usesKnown;
};

/** Changes whenever another connection commits. */
const dataVersion = (): Promise<unknown> => archive.store.read((reader) => reader.get('PRAGMA data_version'));

const exhaust = async (output: unknown): Promise<void> => {
  if (typeof output !== 'object' || output === null || !(Symbol.asyncIterator in output)) return;
  for await (const _ of output as AsyncIterable<unknown>);
};

const call = async (path: string, input: unknown): Promise<string> => {
  const context: CoreContext = {
    session: openSession(archive),
    ports: archive.ports,
  };
  const [area = '', name = ''] = path.split('.');
  const client = createRouterClient(router, { context }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  try {
    await exhaust(await client[area]?.[name]?.(input));
    return 'done';
  } catch (error) {
    return error instanceof ORPCError ? String(error.code) : String(error);
  }
};

const concerned = procedures.flatMap(([path, procedure]) => {
  const schema = inputSchemaOf(procedure);
  return schema !== undefined && isOfDossier(schema) ? [[path, schema] as const] : [];
});

test('the contract is walked through', () => {
  expect(concerned.length).toBeGreaterThan(15);
  const paths = new Set(procedures.map(([path]) => path));
  expect(
    [...Object.keys(exempt), ...Object.keys(inputs)].filter(
      (path) => !paths.has(path as `${string}.${string}`),
    ),
  ).toEqual([]);
});

test.each(concerned.filter(([path]) => exempt[path] === undefined))(
  '%s changes nothing of a sealed dossier',
  async (path, schema) => {
    const sample = sampleInput(schema, known).value as object;
    const before = await dataVersion();
    const outcome = await call(path, inputs[path]?.(sample) ?? sample);
    expect(await dataVersion()).toEqual(before);
    // Any other refusal says nothing about the guard: give the procedure an input in `inputs`.
    expect(outcome).toBeOneOf(['done', 'DOSSIER_SEALED']);
  },
);
