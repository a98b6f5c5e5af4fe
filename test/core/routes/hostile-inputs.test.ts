import { isContractProcedure } from '@orpc/contract';
import { createRouterClient, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { diceOf } from '../../../scripts/street-dice.ts';
import { listRoster } from '../../../src/core/db/repositories/memberships.ts';
import { router } from '../../../src/core/routes/index.ts';
import { addPaper } from '../../../src/core/services/dossier-files.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { getOffice } from '../../../src/core/services/office.ts';
import { takeIn } from '../../../src/core/services/scan-inbox.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import * as ids from '../../../src/shared/domain/ids.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { hostileInput, hostileTexts, spoilt } from '../../support/hostile-input.ts';
import { openTestArchive, openTestSession, type TestArchive } from '../../support/open-test-archive.ts';
import type { KnownValues } from '../../support/sample-input.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';
import { recordInputOf, surveyOf } from '../../support/sample-records.ts';
import { packageParts, zipBytes } from '../../support/workbooks.ts';
import { openSession } from '../../support/open-session.ts';

/** Another seed, other inputs: `HUB_ARCHIVE_FUZZ_SEED=… HUB_ARCHIVE_FUZZ_ROUNDS=… npx vitest run …`. */
const seed = Number(process.env['HUB_ARCHIVE_FUZZ_SEED'] ?? 1);
const rounds = Number(process.env['HUB_ARCHIVE_FUZZ_ROUNDS'] ?? 6);

/** Areas that hash passwords, draw pages or read scans: they are tried less often. */
const slow: ReadonlySet<string> = new Set(['archive', 'files', 'scans']);

let archive: TestArchive;
let sealed: Awaited<ReturnType<typeof openTestSession>>;
let known: KnownValues;
let files: readonly File[];

/** Files as they come from outside: empty, cut off, of another kind than their name, bombs and nests. */
const hostileFiles = async (): Promise<readonly File[]> => {
  const book = await zipBytes(packageParts('<row r="1"><c t="inlineStr"><is><t>组织名称</t></is></c></row>'));
  const laughs = `<!DOCTYPE a [<!ENTITY a "${'哈'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><a>&b;</a>`;
  const bomb = await zipBytes({ 'word/document.xml': new Uint8Array(30_000_000) });
  const escaping = await zipBytes({ '[Content_Types].xml': laughs, 'xl/workbook.xml': laughs });
  const named: readonly (readonly [string, Uint8Array | string])[] = [
    ['空.xlsx', ''],
    ['花名册.xlsx', new Uint8Array(book)],
    ['半个.xlsx', new Uint8Array(book).subarray(0, 300)],
    ['炸弹.docx', new Uint8Array(bomb)],
    ['实体.xlsx', new Uint8Array(escaping)],
    ['规则.json', `{"__proto__":{"a":1},"deep":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['日历.json', '{"year":1e400,"days":"x"}'],
    ['票.json', '[null,{"survey":{}}]'],
    ['表.csv', `组织名称,类别\n"没有结束的引号,${'x'.repeat(5000)}\n\u0000,`],
    ['乱码.csv', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x2c, 0x0a])],
    ['文件.pdf', samplePdf({ pages: [squarePage] })],
    ['假的.pdf', '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>'],
    ['图片.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48])],
    ['..\u0000/\u202Efdp.exe', hostileTexts.join('\n')],
  ];
  return named.map(([name, content]) => new File([content as BlobPart], name));
};

beforeAll(async () => {
  archive = await openTestArchive();
  sealed = await openTestSession();
  files = await hostileFiles();
  const { id: filing, organizationId: team } = await startTeam(archive);
  const filed = await takeSteps(archive, filing, upToCertificate);
  const survey = await storeRecord(archive, { id: null, record: recordInputOf(team, surveyOf()) });
  const paper = await addPaper(archive, {
    target: {
      to: 'dossier',
      organizationId: team,
      part: 'roster',
      recordId: null,
      title: '照片',
      note: null,
    },
    file: new File([samplePdf({ pages: [squarePage] })], '照片.pdf'),
    evenIfSame: true,
  });
  const member = (await archive.store.read((reader) => listRoster(reader, team, 'ever')))[0];
  const { communities } = await getOffice(archive);
  const scan = await takeIn(archive, '扫描.pdf', samplePdf({ pages: [`${squarePage} % 扫描`] }));
  known = new Map<z.core.$ZodType, unknown>([
    [ids.organizationId, team],
    [ids.filingId, filing],
    [ids.certificateId, filed.certificateId],
    [ids.membershipId, member?.membershipId],
    [ids.personId, member?.personId],
    [ids.recordId, survey.id],
    [ids.dossierFileId, paper.file?.id],
    [ids.attachmentId, paper.file?.versions[0]?.attachment.id],
    [ids.communityId, communities[0]?.id],
    [ids.inboxItemId, scan.item.id],
  ]);
});
afterAll(async () => {
  await archive.close();
  await sealed.close();
});

type Call = (input: unknown) => Promise<unknown>;

const callOf = (area: string, name: string): Call => {
  const session = area === 'archive' ? sealed.session : openSession(archive);
  const client = createRouterClient(router, {
    context: { session, ports: archive.ports },
  }) as unknown as Record<string, Record<string, Call>>;
  const call = client[area]?.[name];
  if (call === undefined) throw new Error(`no procedure ${area}.${name}`);
  return call;
};

const exhaust = async (output: unknown): Promise<void> => {
  if (typeof output !== 'object' || output === null || !(Symbol.asyncIterator in output)) return;
  for await (const _ of output as AsyncIterable<unknown>);
};

const places = /node_modules|\.ts:\d|\/src\/|\/tmp\/|SQLITE|\bat .+\(/;

/** What is wrong with how a call ended; null where it was done or refused in order. */
const faultOf = async (call: Call, input: unknown): Promise<string | null> => {
  try {
    await exhaust(await call(input));
    return null;
  } catch (error) {
    if (!(error instanceof ORPCError))
      return error instanceof Error ? (error.stack ?? String(error)) : String(error);
    if (!error.defined && error.code !== 'BAD_REQUEST')
      return `refused with ${String(error.code)}: ${error.message}`;
    const crossing = JSON.stringify(
      error.defined ? error.toJSON() : { code: error.code, message: error.message },
    );
    return places.test(crossing) ? `tells of its inside: ${crossing.slice(0, 300)}` : null;
  }
};

const shown = (input: unknown): string => {
  try {
    return (JSON.stringify(input) ?? String(input)).slice(0, 600);
  } catch {
    return String(input);
  }
};

test.each(Object.keys(contract))('no input breaks %s', async (area) => {
  const faults: string[] = [];
  const procedures = Object.entries(contract[area as keyof typeof contract] as Record<string, unknown>);
  const times = slow.has(area) ? Math.ceil(rounds / 3) : rounds;
  let tried = 0;
  for (const [name, procedure] of procedures) {
    if (!isContractProcedure(procedure)) throw new Error('not a procedure');
    const schema = (procedure['~orpc'].inputSchema as z.core.$ZodType | undefined) ?? z.void();
    const dice = diceOf(seed * 1000 + procedures.length * 31 + name.length);
    const call = callOf(area, name);
    for (let round = 0; round < times; round++) {
      const input = hostileInput(schema, dice, known, files);
      for (const given of [input, spoilt(input, dice)]) {
        tried += 1;
        const fault = await faultOf(call, given);
        if (fault !== null) faults.push(`${area}.${name}(${shown(given)}): ${fault}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(tried).toBe(procedures.length * times * 2);
});
