import { createRouterClient, isDefinedError } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsRoutes } from '../../../src/core/routes/imports.ts';
import type { CoreContext } from '../../../src/core/routes/base.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { workbookBytes } from '../../support/workbooks.ts';
import { openSession } from '../../support/open-session.ts';

let archive: TestArchive;
beforeAll(async () => void (archive = await openTestArchive()));
afterAll(() => archive.close());

const client = () => {
  const context: CoreContext = {
    session: openSession(archive),
    ports: archive.ports,
  };
  return createRouterClient(importsRoutes, { context });
};

const bytes = () =>
  workbookBytes([
    {
      name: '台账',
      rows: [
        ['社区', '组织名称', '类别', '备案号', '负责人'],
        ['阳光里社区', '阳光里合唱团', '文体活动类', '1号', '邓𠮷兰'],
      ],
    },
  ]);

const asFile = async (): Promise<File> => new File([new Uint8Array(await bytes())], '台账.xlsx');

it('leads from the upload to the undone import through the contract', async () => {
  const { uploadId, sheets } = await client().analyse({ file: await asFile() });
  const mapping = {
    sheets: sheets.map(({ columns, ...sheet }) => ({
      ...sheet,
      columns: columns.map(({ index, field }) => ({ index, field })),
    })),
  };
  const types: string[] = [];
  let importId = null;
  for await (const event of await client().run({ uploadId, mapping })) {
    types.push(event.type);
    if (event.type === 'result') ({ importId } = event.result);
  }
  expect(types.at(-1)).toBe('result');
  expect(new Set(types)).toEqual(new Set(['progress', 'result']));
  const [record] = await client().list();
  expect(record).toMatchObject({ id: importId, fileName: '台账.xlsx', undoneAt: null });
  const file = await client().report({ uploadId: null, importId });
  expect([file.name, file.size > 1000]).toEqual(['台账-导入报告.xlsx', true]);
  if (record) expect((await client().undo({ id: record.id })).undoneAt).not.toBeNull();
});

it('ends a stream with a coded refusal', async () => {
  const { uploadId } = await client().analyse({ file: await asFile() });
  const drain = async (): Promise<void> => {
    for await (const event of await client().dryRun({ uploadId, mapping: { sheets: [] } })) void event;
  };
  const failure = await drain().catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'MAPPING_INCOMPLETE', defined: true, data: { sheet: '台账' } });
  expect(failure instanceof Error && isDefinedError(failure)).toBe(true);
});
