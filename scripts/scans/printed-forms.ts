import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { paperCodes, type PaperCodes } from '../../src/core/documents/paper-codes.ts';
import { openPdf, type OpenPages } from '../../src/core/previews/pdf-pages.ts';
import { greyOf } from '../../src/core/previews/pixels.ts';
import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { openNodeCore } from '../../src/loopback/open-node-core.ts';
import type { PaperIdentity } from '../../src/shared/domain/paper-code.ts';
import { pageDpi } from './draw-form.ts';

/** Forms of the sample street as the application prints them, a page at a time. */
export interface PrintedForms {
  readonly codes: PaperCodes;
  readonly pages: number;
  draw(page: number): Promise<{ readonly image: GrayImage; readonly paper: PaperIdentity }>;
  close(): Promise<void>;
}

const kind = 'filing-form';
const pagesOfForm = 2;

export const drawPage = async (pdf: OpenPages, page: number): Promise<GrayImage> => {
  const longSide = Math.round((297 / 25.4) * pageDpi);
  const pixels = await pdf.draw({ page, longSide, as: 'grey' });
  return { width: pixels.width, height: pixels.height, pixels: new Uint8Array(greyOf(pixels)) };
};

/** Prints the filing forms of so many organizations; null where there is no browser to print with. */
export const printForms = async (count: number): Promise<PrintedForms | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-forms-'));
  const core = await openNodeCore({
    archiveFolder: join(folder, 'archive'),
    logger: { info: () => {}, error: () => {} },
  });
  const close = async (): Promise<void> => {
    await core.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (!(await core.context.ports.pdf.available())) {
      await close();
      return null;
    }
    const client = createRouterClient(core.router, { context: core.context });
    for await (const _ of await client.archive.createSample({ password: 'bench-2026-forms' })) continue;
    const archive = core.context.session.requireOpen();
    const ids = await archive.store.read((reader) =>
      reader.all<{ id: string }>('SELECT id FROM organizations ORDER BY id LIMIT ?', [count]),
    );
    const subjectIds = ids.map(({ id }) => id);
    let pdf: OpenPages | null = null;
    for await (const step of await client.documents.make({
      kind,
      subjectIds,
      withSeal: false,
      format: 'pdf',
    })) {
      if (step.type !== 'result') continue;
      const file = await client.documents.takeFile({ fileId: step.result.fileId });
      pdf = await openPdf(new Uint8Array(await file.arrayBuffer()));
    }
    const pages = pdf;
    if (pages?.count !== count * pagesOfForm) throw new Error('a form has another number of pages');
    return {
      codes: paperCodes(archive.keys),
      pages: pages.count,
      draw: async (page) => ({
        image: await drawPage(pages, page),
        paper: { kind, subjectId: subjectIds[Math.floor(page / pagesOfForm)]!, page: null },
      }),
      close: async () => {
        pages.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
