import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowserHost, type BrowserHost } from '../../src/loopback/browser-host.ts';
import { officeInput } from '../../src/shared/domain/office.ts';
import { httpClient, openTempCore, recordingLogger, type HostClient } from '../support/host-connections.ts';
import { testBureau, testOffice } from '../support/open-test-archive.ts';

const password = '正确的口令 2026';
const logger = recordingLogger();
let host: BrowserHost;
let folder: string;
let client: HostClient;
let session: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openTempCore(logger);
  folder = opened.folder;
  host = await startBrowserHost({
    core: opened.core,
    logger,
    rendererFolder: resolve(import.meta.dirname, '../../src/renderer'),
    port: 0,
  });
  ({ client, session } = await httpClient(host));
  close = async () => {
    await host.close();
    await opened.close();
  };
});
afterAll(() => close());

const send = (name: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${host.origin}/inbox`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${session}`,
      origin: host.origin,
      'x-file-name': encodeURIComponent(name),
      ...headers,
    },
  });

test('a bureau is chosen when the archive is made, told by its state, and knows nothing of the work of an office', async () => {
  expect(await client.archive.status()).toMatchObject({ state: 'absent', desk: null });
  await client.archive.create({ desk: 'bureau', password, bureau: testBureau });
  const open = {
    state: 'open',
    desk: 'bureau',
    bureauName: '新城区民政局',
    districtName: '新城区',
    hubName: null,
  };
  expect(await client.archive.status()).toMatchObject(open);
  await client.archive.lock();
  expect(await client.archive.status()).toMatchObject({ state: 'locked', desk: null });
  expect(await client.archive.unlock({ password })).toMatchObject(open);
  for (const call of [() => client.home.summary(), () => client.ledger.periods(), () => client.office.get()])
    await expect(call()).rejects.toMatchObject({ code: 'WRONG_DESK', data: { desk: 'bureau' } });
  expect(await client.bureau.profile()).toEqual(testBureau.profile);
  expect((await client.rules.current({ on: '2026-11-25' })).body.ledger.dueDaysAfter).toBeGreaterThan(0);
});

test('a bureau backs its archive up as an office does', async () => {
  const { places, standing } = await client.backups.state();
  expect(standing).toMatchObject({ lastGood: null, overdue: true });
  const own = places.find(({ kind }) => kind === 'own');
  for await (const event of await client.backups.run({ placeId: own?.id ?? '' }))
    if (event.type === 'result') expect(event.result).toMatchObject({ organizations: 0, missing: 0 });
  const after = (await client.backups.state()).places.find(({ kind }) => kind === 'own');
  expect(after?.backups).toMatchObject([{ number: 1, reason: 'hand', missing: 0 }]);
});

test('an office knows nothing of the work of a bureau', async () => {
  const { core, close: closeOther } = await openTempCore(logger);
  try {
    const office = createRouterClient(core.router, { context: core.context });
    await office.archive.create({ password, office: officeInput.parse(testOffice) });
    expect(await office.archive.status()).toMatchObject({ desk: 'office', bureauName: null });
    for (const call of [() => office.bureau.inbox(), () => office.bureau.makeKeys({ validUntil: null })])
      await expect(call()).rejects.toMatchObject({ code: 'WRONG_DESK', data: { desk: 'office' } });
  } finally {
    await closeOther();
  }
});

test('a page streams files into the inbox, and only a page of ours that has a session', async () => {
  const answer = await send('990101-990101001-2026H1-001.ledger.age', 'not age at all');
  expect(answer.status).toBe(200);
  const { id, ...file } = (await answer.json()) as { id: string };
  expect(file).toEqual({ fileName: '990101-990101001-2026H1-001.ledger.age', byteLength: 14 });
  expect(await client.bureau.inbox()).toMatchObject([{ id, kind: 'package', refusal: null }]);
  for (const [headers, status] of [
    [{ authorization: 'Bearer none' }, 401],
    [{ origin: 'https://example.com' }, 403],
    [{ 'x-file-name': '%' }, 400],
    [{ 'x-file-name': '' }, 400],
  ] as const)
    expect((await send('x', 'y', headers)).status).toBe(status);
  expect(await (await send('../../etc/passwd', 'evil')).json()).toMatchObject({
    fileName: 'received.ledger.age',
  });
  const kept = readdirSync(join(folder, 'archive/received'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .map((name) => name.split('/').at(-1));
  expect(new Set(kept)).toEqual(new Set(['990101-990101001-2026H1-001.ledger.age', 'received.ledger.age']));
  await client.archive.lock();
  expect(await (await send('a', 'b')).json()).toEqual({ code: 'ARCHIVE_LOCKED', data: {} });
  expect(logger.errors).toEqual([]);
});
