import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { paperCodes, type PaperCodes } from '../../src/core/documents/paper-codes.ts';
import type { router } from '../../src/core/routes/index.ts';
import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { openNodeCore } from '../../src/loopback/open-node-core.ts';
import type { DocumentKindOn } from '../../src/shared/domain/document.ts';
import type { PaperIdentity } from '../../src/shared/domain/paper-code.ts';
import { pageDpi } from './draw-form.ts';

/** Sheets of the sample street as offices print them: from our print HTML by a browser, and from our Word files. */
export interface PrintedSheet {
  readonly paper: PaperIdentity;
  readonly way: 'browser' | 'word';
  /** Drawn anew each time: wear and scanners change it. */
  readonly image: () => GrayImage;
}

export interface PrintedForms {
  readonly codes: PaperCodes;
  readonly sheets: readonly PrintedSheet[];
  readonly forms: number;
  close(): Promise<void>;
}

/** Papers that come back signed, of different layouts. */
const kinds = [
  'filing-form',
  'founders-list',
  'person-in-charge',
  'undertaking',
  'premises-proof',
  'founding-minutes',
  'charter',
  'roster-full',
] as const satisfies readonly DocumentKindOn<'organization'>[];

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A page of `pdftoppm -gray`: P5, width, height, 255, then one byte a dot. */
const readPgm = (path: string): GrayImage => {
  const bytes = readFileSync(path);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a grey picture');
  const [whole, width, height] = header;
  return {
    width: Number(width),
    height: Number(height),
    pixels: new Uint8Array(bytes.subarray(whole.length)),
  };
};

interface Printed {
  readonly paper: PaperIdentity;
  readonly way: PrintedSheet['way'];
  readonly pdf: string;
}

const sheetsOf = ({ pdf, ...printed }: Printed): readonly PrintedSheet[] => {
  const folder = `${pdf}-pages`;
  mkdirSync(folder);
  execFileSync('pdftoppm', ['-r', String(pageDpi), '-gray', pdf, join(folder, 'page')], { stdio: 'ignore' });
  return readdirSync(folder)
    .sort()
    .map((name) => ({ ...printed, image: () => readPgm(join(folder, name)) }));
};

type Client = RouterClient<typeof router>;
type Target = Pick<PaperIdentity, 'subjectId'> & { readonly kind: (typeof kinds)[number] };

/** The file as the application makes it; null where something it needs is missing. */
const make = async (client: Client, { kind, subjectId }: Target, format: 'docx' | 'pdf') => {
  let made: Uint8Array | null = null;
  const events = await client.documents.make({
    kind,
    subjectIds: [subjectId],
    seal: null,
    mark: null,
    issue: null,
    format,
  });
  for await (const event of events) {
    if (event.type !== 'result') continue;
    const file = await client.documents.takeFile({ fileId: event.result.fileId });
    made = new Uint8Array(await file.arrayBuffer());
  }
  return made;
};

const printAll = async (
  client: Client,
  targets: readonly Target[],
  folder: string,
): Promise<readonly Printed[]> => {
  const printed: Printed[] = [];
  const words: { readonly paper: PaperIdentity; readonly path: string }[] = [];
  for (const [at, { kind, subjectId }] of targets.entries()) {
    const paper: PaperIdentity = { kind, subjectId, page: null };
    const [pdf, docx] = [join(folder, `${at}.pdf`), join(folder, `word-${at}.docx`)];
    const target = { kind, subjectId };
    const bytes = await make(client, target, 'pdf').catch(() => null);
    if (bytes === null) continue;
    writeFileSync(pdf, bytes);
    printed.push({ paper, way: 'browser', pdf });
    const word = await make(client, target, 'docx');
    if (word === null) continue;
    writeFileSync(docx, word);
    words.push({ paper, path: docx });
  }
  if (!has('soffice')) return printed;
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const paths = words.map(({ path }) => path);
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...paths], {
    stdio: 'ignore',
  });
  return [
    ...printed,
    ...words.map(({ paper, path }) => ({ paper, way: 'word' as const, pdf: path.replace('.docx', '.pdf') })),
  ];
};

/** Prints each kind for so many organizations, both ways; null where there is nothing to print or draw with. */
export const printForms = async (organizations: number): Promise<PrintedForms | null> => {
  if (!has('pdftoppm')) return null;
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
    const client: Client = createRouterClient(core.router, { context: core.context });
    for await (const _ of await client.archive.createSample({ password: 'bench-2026-forms' })) continue;
    const archive = core.context.session.requireOpen();
    const ids = await archive.store.read((reader) =>
      reader.all<{ id: string }>(
        "SELECT id FROM organizations WHERE status = 'filed' ORDER BY completeness DESC, id LIMIT ?",
        [organizations],
      ),
    );
    const targets = ids.flatMap(({ id }) => kinds.map((kind) => ({ kind, subjectId: id })));
    const printed = await printAll(client, targets, folder);
    return {
      codes: paperCodes(archive.keys),
      forms: printed.length,
      sheets: printed.flatMap(sheetsOf),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
