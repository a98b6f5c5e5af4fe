import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isDefinedError, ORPCError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeInput } from '../../src/shared/domain/office.ts';
import {
  connectInProcess,
  connectOverHttp,
  connectOverPort,
  type HostConnection,
} from '../support/host-connections.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const password = '正确的口令 2026';

const everything = {
  filter: {
    text: '',
    communityIds: [],
    statuses: [],
    fourClasses: [],
    settlement: null,
    proposedRegistration: null,
    lacking: null,
    due: null,
  },
  sort: { by: 'name', descending: false },
} as const;

describe.each([
  ['in process', connectInProcess],
  ['over a message port', connectOverPort],
  ['over HTTP', connectOverHttp],
])('the contract %s', (_name, connect) => {
  let host: HostConnection;

  beforeAll(async () => {
    host = await connect();
  });
  afterAll(() => host.close());

  test('refuses work on an archive that does not exist, with a defined code', async () => {
    const { error } = await safe(
      host.client.organizations.list({
        ...everything,
        filter: { ...everything.filter, statuses: [], communityIds: [], fourClasses: [] },
        offset: 0,
        limit: 10,
      }),
    );
    expect(error).toMatchObject({ code: 'ARCHIVE_ABSENT', defined: true, data: {} });
  });

  test('creates, locks and unlocks; a wrong password is a coded refusal with its data', async () => {
    const office = officeInput.parse(
      JSON.parse(await readFile(resolve(resources, 'sample/office.json'), 'utf8')),
    );
    const { recoveryCode } = await host.client.archive.create({ password, office });
    expect(recoveryCode.length).toBeGreaterThan(20);
    expect(await host.client.archive.status()).toMatchObject({
      state: 'open',
      hubName: office.profile.hubName,
    });

    expect(await host.client.archive.lock()).toMatchObject({ state: 'locked', hubName: null });
    const { error } = await safe(host.client.archive.unlock({ password: '不对' }));
    expect(error).toMatchObject({ code: 'WRONG_PASSWORD', defined: true });
    expect(isDefinedError(error as Error)).toBe(true);
    const locked = await safe(host.client.home.summary());
    expect(locked.error).toMatchObject({ code: 'ARCHIVE_LOCKED', defined: true });

    expect(await host.client.archive.unlock({ password })).toMatchObject({ state: 'open' });
  });

  test('refuses malformed input without reaching a handler', async () => {
    const { error } = await safe(host.client.organizations.dossier({ id: 5 as never }));
    expect(error).toBeInstanceOf(ORPCError);
    expect((error as ORPCError<string, unknown>).status).toBe(400);
  });

  test('knows no procedure that is not in the contract', async () => {
    const unknown = (host.client as unknown as { nothing: { here(): Promise<unknown> } }).nothing;
    await expect(Promise.resolve().then(() => unknown.here())).rejects.toThrow();
  });

  test('takes a file in, streams progress, and gives a file out', async () => {
    const bytes = await readFile(resolve(resources, 'sample/street-ledger.xlsx'));
    const { uploadId, sheets } = await host.client.imports.analyse({ file: new File([bytes], '台账.xlsx') });
    const mapping = {
      sheets: sheets.map((sheet) => ({
        ...sheet,
        columns: sheet.columns.map(({ index, field }) => ({ index, field })),
      })),
    };
    const seen = { progress: 0, organizations: 0 };
    for await (const event of await host.client.imports.run({ uploadId, mapping })) {
      if (event.type === 'progress') seen.progress += 1;
      else seen.organizations = event.result.counts.organizationsCreated;
    }
    expect(seen.organizations).toBe(224);
    expect(seen.progress).toBeGreaterThan(1);

    const listed = await host.client.organizations.exportList({
      filter: { ...everything.filter, statuses: [], communityIds: [], fourClasses: [] },
      sort: everything.sort,
    });
    expect(listed).toBeInstanceOf(File);
    expect(new Uint8Array(await listed.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  test('closing a stream cancels the work and leaves nothing half done', async () => {
    const bytes = await readFile(resolve(resources, 'sample/street-ledger.xlsx'));
    const before = await host.client.imports.list();
    const { uploadId, sheets } = await host.client.imports.analyse({ file: new File([bytes], '台账.xlsx') });
    const mapping = {
      sheets: sheets.map((sheet) => ({
        ...sheet,
        columns: sheet.columns.map(({ index, field }) => ({ index, field })),
      })),
    };
    for await (const event of await host.client.imports.run({ uploadId, mapping })) {
      if (event.type === 'progress') break;
    }
    await new Promise((wait) => setTimeout(wait, 200));
    expect(await host.client.imports.list()).toEqual(before);
  });

  test('logs no bug for any of it', () => {
    expect(host.errors).toEqual([]);
  });
});
