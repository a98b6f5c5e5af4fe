import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/attachments/attachments.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import { documentsRoutes } from '../../../src/core/routes/documents.ts';
import { issuedPapersRoutes } from '../../../src/core/routes/issued-papers.ts';
import type { DocumentFormat, DocumentKind } from '../../../src/shared/domain/document.ts';
import type { IssueRequest } from '../../../src/shared/domain/issued-paper.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';
import { openSession } from '../../support/open-session.ts';

let archive: TestArchive;
let printed: string[];
beforeEach(async () => {
  printed = [];
  archive = await openTestArchive();
  archive.ports.clock.set('2026-11-23T01:00:00.000Z');
});
afterEach(() => archive.close());

let open: OpenArchive;
beforeEach(() => {
  open = {
    ...archive,
    ports: {
      ...archive.ports,
      pdf: {
        available: () => Promise.resolve(true),
        print: (html) => {
          printed.push(html);
          return Promise.resolve(samplePdf({ pages: Array(printed.length).fill(squarePage) }));
        },
      },
    },
  };
});

const clients = () => {
  const session = openSession(open);
  const context = { session, ports: open.ports };
  return {
    issued: createRouterClient(issuedPapersRoutes, { context }),
    documents: createRouterClient(documentsRoutes, { context }),
  };
};

interface Wanted {
  readonly kind?: DocumentKind;
  readonly format?: DocumentFormat;
  readonly mark?: 'duplicate' | 'photocopy' | null;
  readonly issue?: IssueRequest | null;
}
const make = async (
  subjectIds: readonly string[],
  { kind = 'certificate', format = 'pdf', mark = null, issue = null }: Wanted,
) => {
  const { documents } = clients();
  for await (const event of await documents.make({
    kind,
    format,
    subjectIds: [...subjectIds],
    seal: null,
    mark,
    issue,
  })) {
    if (event.type === 'result') return event.result;
  }
  throw new Error('no result');
};

const issue: IssueRequest = { copies: 3, by: '周敏', reason: null };
const all = { filter: { text: '', only: null }, offset: 0, limit: 20 };

it('numbers every copy, keeps the PDF by its digest, asks why again, voids with a reason and forgets nothing', async () => {
  const { issued, documents } = clients();
  const { id, organizationId } = await startTeam(archive);
  await takeSteps(archive, id, upToCertificate);
  const other = await startTeam(archive, '阳光里合唱队');
  const first = await make([organizationId, other.organizationId], { issue });
  expect(first).toMatchObject({
    count: 3,
    skipped: [{ name: '阳光里合唱队', missing: ['备案号', '发证日期'] }],
  });
  expect(printed).toHaveLength(1);
  expect(printed[0]?.match(/第\d份　共3份/g)).toEqual(['第1份　共3份', '第2份　共3份', '第3份　共3份']);

  const { rows, total } = await issued.list(all);
  expect(total).toBe(1);
  expect(rows[0]).toEqual({
    id: expect.any(String),
    kind: 'certificate',
    organizationId,
    organizationName: '阳光里夕阳红舞蹈队',
    title: '社区社会组织备案证书 阳光里夕阳红舞蹈队',
    documentNumber: '新河街社备〔2026〕1号',
    printing: 1,
    copies: 3,
    printedOn: '2026-11-23',
    printedBy: '周敏',
    reason: null,
    sha256: expect.any(String),
    voided: [],
  });
  const handed = new Uint8Array(await (await documents.takeFile({ fileId: first.fileId })).arrayBuffer());
  const kept = new Uint8Array(await (await issued.keptFile({ id: rows[0]!.id })).arrayBuffer());
  expect(kept).toEqual(handed);
  expect(digestOf(kept)).toBe(rows[0]!.sha256);

  await expect(make([organizationId], { issue })).rejects.toMatchObject({
    code: 'INVALID_VALUE',
    data: { field: 'reprintReason', reason: 'missing' },
  });
  await make([organizationId], { issue: { copies: 1, by: '周敏', reason: '第2份打印时卡纸' } });
  expect(printed.at(-1)).toContain('第1份　共1份　第2次打印');
  const reprinted = await issued.list({ ...all, filter: { text: '', only: 'reprinted' } });
  expect(reprinted.rows).toMatchObject([{ printing: 2, copies: 1, reason: '第2份打印时卡纸' }]);

  const at = '2026-11-23T01:00:00.000Z';
  const one = await issued.voidCopies({ id: rows[0]!.id, copy: 2, by: '周敏', reason: '卡纸' });
  expect(one.voided).toEqual([{ copy: 2, by: '周敏', reason: '卡纸', at }]);
  for (const [copy, code] of [
    [2, 'CONFLICT'],
    [4, 'NOT_FOUND'],
  ] as const) {
    await expect(
      issued.voidCopies({ id: rows[0]!.id, copy, by: '周敏', reason: '再来' }),
    ).rejects.toMatchObject({ code });
  }
  const rest = await issued.voidCopies({ id: rows[0]!.id, copy: null, by: '周敏', reason: '换发' });
  expect(rest.voided.map(({ copy, reason }) => [copy, reason])).toEqual([
    [1, '换发'],
    [2, '卡纸'],
    [3, '换发'],
  ]);
  for (const statement of ['DELETE FROM issued_papers', 'UPDATE voided_copies SET reason = 1']) {
    await expect(archive.store.write((writer) => writer.run(statement, []))).rejects.toThrow('only grows');
  }
});

it('issues no draft, and says 草稿, 副本 and 复印件 across what is not the issued paper', async () => {
  const { issued, documents } = clients();
  const { id } = await startTeam(archive);
  const skipped = await make([id], { kind: 'approval', issue });
  expect(skipped).toMatchObject({ fileId: '', count: 0, skipped: [{ missing: ['办理决定，现在还是草稿'] }] });
  expect((await issued.list(all)).total).toBe(0);
  const across = (html: string): string | undefined =>
    /<text[^>]*>([^<]*)<\/text>/.exec(decodeURIComponent(html.replaceAll(/%(?![0-9A-F]{2})/g, '%25')))?.[1];
  const draft = await documents.preview({ kind: 'approval', subjectIds: [id], withSeal: false });
  expect(across(draft.html)).toBe('草稿');
  await takeSteps(archive, id, upToCertificate);
  const decided = await documents.preview({ kind: 'approval', subjectIds: [id], withSeal: false });
  expect(across(decided.html)).toBeUndefined();
  await make([id], { kind: 'approval', mark: 'duplicate' });
  expect(across(printed.at(-1)!)).toBe('副本');
  await make([id], { kind: 'approval', mark: 'photocopy' });
  expect(across(printed.at(-1)!)).toBe('复印件');
  expect((await issued.list(all)).total).toBe(0);
  await expect(make([id], { kind: 'approval', mark: 'photocopy', issue })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await expect(make([id], { kind: 'approval', format: 'docx', issue })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});
