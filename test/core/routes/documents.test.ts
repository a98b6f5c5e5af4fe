import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PdfPrinter } from '../../../src/core/ports.ts';
import { documentsRoutes } from '../../../src/core/routes/documents.ts';
import { readFilingPapers } from '../../../src/core/services/document-data.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { sealPictureInUse } from '../../../src/core/db/repositories/seals.ts';
import type { OpenArchive } from '../../../src/core/open-archive.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { samplePdf, squarePage } from '../../support/sample-papers.ts';
import { useSeal } from '../../support/sample-seal.ts';
import { wordText, zipParts } from '../../support/document-text.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { openSession } from '../../support/open-session.ts';

let archive: TestArchive;
let printed: string[];

/** Keeps what it is given to print; what Chromium makes of it is proved elsewhere. */
const recordingPrinter = (onPrint: () => void = () => {}): PdfPrinter => ({
  available: () => Promise.resolve(true),
  print: (html) => {
    printed.push(html);
    onPrint();
    return Promise.resolve(samplePdf({ pages: [squarePage] }));
  },
});

const clientOf = (pdf: PdfPrinter | null = null) => {
  const open: OpenArchive = pdf ? { ...archive, ports: { ...archive.ports, pdf } } : archive;
  const session = openSession(open);
  return createRouterClient(documentsRoutes, { context: { session, ports: open.ports } });
};

const last = async <T>(events: AsyncIterable<T>): Promise<T> => {
  let event: T | undefined;
  for await (const each of events) event = each;
  return event!;
};

const fileTeam = async (name: string): Promise<OrganizationId> => {
  archive.ports.clock.set('2026-11-23T01:00:00.000Z');
  const { id, organizationId } = await startTeam(archive, name);
  await takeSteps(archive, id, upToCertificate);
  return organizationId;
};

beforeEach(async () => {
  printed = [];
  archive = await openTestArchive();
});
afterEach(() => archive.close());

describe('what papers print', () => {
  it('comes from the filing: opinions, notice, number, certificate', async () => {
    const id = await fileTeam('阳光里夕阳红舞蹈队');
    const [data] = await readFilingPapers(archive, [id]);
    expect(data).toMatchObject({
      copies: 3,
      community: { name: '阳光里社区', settlement: 'urban' },
      responsiblePerson: { name: '王秀英', politicalStatus: 'party-member', birthDate: '1958-07' },
      memberCount: 1,
      partyMemberCount: 1,
      filing: {
        kind: 'initial',
        appliedOn: '2026-11-02',
        committeeReview: { agreed: true, actor: '李干事', opinion: '情况属实', actedOn: '2026-11-04' },
        streetReview: { agreed: true, actedOn: '2026-11-06' },
        notice: { startsOn: '2026-11-09', endsOn: '2026-11-15', days: 7, result: 'no-objection' },
      },
      filingNumber: '新河街社备〔2026〕1号',
      filedOn: '2026-11-16',
      certificate: { organizationName: '阳光里夕阳红舞蹈队', responsiblePersonName: '王秀英' },
    });
    expect(JSON.stringify(data)).not.toContain('identityNumber');
  });

  it('forgets opinions on an application that was sent back and submitted again', async () => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, [
      stepOf('submit', '2026-11-02'),
      stepOf('committee-return', '2026-11-03', { opinion: '请补充章程' }),
    ]);
    const returned = await readFilingPapers(archive, [organizationId]);
    expect(returned[0]?.filing?.committeeReview).toMatchObject({ agreed: false, opinion: '请补充章程' });
    await advanceFiling(archive, id, stepOf('submit', '2026-11-05'));
    const again = await readFilingPapers(archive, [organizationId]);
    expect(again[0]?.filing).toMatchObject({
      appliedOn: '2026-11-05',
      committeeReview: null,
      streetReview: null,
    });
  });
});

describe('preview', () => {
  it('shows the paper and names what stays blank', async () => {
    const { organizationId } = await startTeam(archive);
    const preview = await clientOf().preview({
      kind: 'charter',
      subjectIds: [organizationId],
      withSeal: false,
    });
    expect(preview).toMatchObject({
      title: '阳光里夕阳红舞蹈队章程',
      paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
      missing: ['活动资金及来源', '章程表决结果'],
    });
    expect(preview.html).toContain('阳光里社区党委</span>兜底管理');
  });

  it('refuses a certificate without number and date, and says which', async () => {
    const { organizationId } = await startTeam(archive);
    const target = { kind: 'certificate' as const, subjectIds: [organizationId], withSeal: false };
    await expect(clientOf().preview(target)).rejects.toMatchObject({
      code: 'DOCUMENT_INCOMPLETE',
      data: { missing: ['备案号', '发证日期'] },
    });
  });

  it('shows by a ring where the seal picture would stand, never the picture', async () => {
    const subjectIds = [await fileTeam('阳光里夕阳红舞蹈队')];
    await useSeal(archive);
    const kept = await archive.store.read(sealPictureInUse);
    const show = (withSeal: boolean) => clientOf().preview({ kind: 'certificate', subjectIds, withSeal });
    expect((await show(false)).html).not.toContain('data:image/png');
    const { html } = await show(true);
    expect(html).toContain('data:image/png');
    expect(html).not.toContain(Buffer.from(kept!.bytes).toString('base64'));
  });
});

describe('make', () => {
  it('makes Word certificates as a zip, leaves out the incomplete and names them', async () => {
    const first = await fileTeam('阳光里夕阳红舞蹈队');
    const second = await fileTeam('“和谐”/棋牌室');
    const draft = await startTeam(archive, '阳光里合唱队');
    const client = clientOf();
    const target = { kind: 'certificate', format: 'docx', seal: null, mark: null, issue: null } as const;
    const made = await last(
      await client.make({ ...target, subjectIds: [first, draft.organizationId, second] }),
    );
    expect(made).toEqual({
      type: 'result',
      result: {
        fileId: expect.any(String),
        fileName: '备案证书_2份_2026-11-23.zip',
        count: 2,
        skipped: [
          {
            subjectId: draft.organizationId,
            organizationId: draft.organizationId,
            name: '阳光里合唱队',
            missing: ['备案号', '发证日期'],
          },
        ],
      },
    });
    if (made.type !== 'result') throw new Error('no result');
    const file = await client.takeFile({ fileId: made.result.fileId });
    const parts = await zipParts(new Uint8Array(await file.arrayBuffer()));
    expect([...parts.keys()]).toEqual(['备案证书_阳光里夕阳红舞蹈队.docx', '备案证书_“和谐”棋牌室.docx']);
    expect(await wordText(parts.get('备案证书_阳光里夕阳红舞蹈队.docx')!)).toContain(
      '备案号：新河街社备〔2026〕1号',
    );
    await expect(client.takeFile({ fileId: made.result.fileId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('makes nothing, and says why, where the only one is incomplete', async () => {
    const { organizationId } = await startTeam(archive);
    const made = await last(
      await clientOf().make({
        kind: 'certificate',
        format: 'docx',
        seal: null,
        mark: null,
        issue: null,
        subjectIds: [organizationId],
      }),
    );
    expect(made).toMatchObject({
      type: 'result',
      result: { fileId: '', count: 0, skipped: [{ subjectId: organizationId, organizationId }] },
    });
  });

  it('prints a batch as one job', async () => {
    const subjectIds = [await fileTeam('阳光里夕阳红舞蹈队'), await fileTeam('阳光里合唱队')];
    const made = await last(
      await clientOf(recordingPrinter()).make({
        kind: 'certificate',
        format: 'pdf',
        seal: null,
        mark: null,
        issue: null,
        subjectIds,
      }),
    );
    expect(made).toMatchObject({
      type: 'result',
      result: { fileName: '备案证书_2份.pdf', count: 2, skipped: [] },
    });
    expect(printed).toHaveLength(1);
    expect(printed[0]?.match(/<section class="document"/g)).toHaveLength(2);
  });

  it('says that there is nothing to print with', async () => {
    const subjectIds = [await fileTeam('阳光里夕阳红舞蹈队')];
    const target = {
      kind: 'certificate',
      format: 'pdf',
      seal: null,
      mark: null,
      issue: null,
      subjectIds,
    } as const;
    await expect(clientOf().make(target).then(last)).rejects.toMatchObject({ code: 'PDF_PRINTER_MISSING' });
  });

  it('stops when the stream is closed, and keeps no file', async () => {
    const subjectIds = [await fileTeam('阳光里夕阳红舞蹈队')];
    const target = {
      kind: 'charter',
      format: 'pdf',
      seal: null,
      mark: null,
      issue: null,
      subjectIds,
    } as const;
    const events = await clientOf(recordingPrinter()).make({
      ...target,
      subjectIds: Array(200).fill(subjectIds[0]),
    });
    const first = await events.next();
    expect(first.value).toMatchObject({ type: 'progress', stage: 'documents', done: 0, total: 200 });
    await events.return(undefined);
    expect(printed).toEqual([]);
  });

  it('splits a batch above about 500 pages into jobs, and packs the parts', async () => {
    const { organizationId } = await startTeam(archive);
    const made = await last(
      await clientOf(recordingPrinter()).make({
        kind: 'charter',
        format: 'pdf',
        seal: null,
        mark: null,
        issue: null,
        subjectIds: Array(130).fill(organizationId),
      }),
    );
    expect(made).toMatchObject({
      type: 'result',
      result: { fileName: '章程_130份_2026-11-23.zip', count: 130 },
    });
    expect(printed.map((html) => html.match(/<section class="document"/g)?.length)).toEqual([60, 60, 10]);
  });
});
