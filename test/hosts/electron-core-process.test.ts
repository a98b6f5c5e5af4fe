import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FromCore, ToCore } from '../../src/main/core-messages.ts';
import { testBureau } from '../support/open-test-archive.ts';
import type { HostClient } from '../support/host-connections.ts';

const folder = mkdtempSync(join(tmpdir(), 'hub-archive-core-process-'));
const said: FromCore[] = [];
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: FromCore) => void said.push(message),
});

const tell = (message: ToCore, ports: readonly unknown[] = []): void =>
  void parentPort.emit('message', { data: message, ports });
const heard = <T extends FromCore['type']>(type: T): Promise<Extract<FromCore, { type: T }>> =>
  vi.waitFor(() => {
    const message = said.find((each) => each.type === type);
    if (message === undefined) throw new Error(`not yet: ${type}`);
    return message as Extract<FromCore, { type: T }>;
  });

/** The entry of Electron's utility process, run in this process on a stand-in for its parent port. */
describe("the core's own process", () => {
  beforeAll(async () => {
    Object.defineProperty(process, 'parentPort', { value: parentPort, configurable: true });
    await import('../../src/main/core-process.ts');
    tell({
      type: 'start',
      options: {
        archiveFolder: join(folder, 'archive'),
        resourcesFolder: resolve(import.meta.dirname, '../../resources'),
        applicationVersion: '1.2.3',
        scanFolder: null,
        backupFolder: null,
      },
    });
    await heard('started');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('serves the contract on the port that main hands over', async () => {
    const { port1, port2 } = new MessageChannel();
    // Electron's ports are started explicitly, Node's start with their first listener.
    tell({ type: 'connect' }, [port1]);
    const client: HostClient = createORPCClient(new RPCLink({ port: port2 }));
    port2.start();
    expect(await client.archive.status()).toMatchObject({ state: 'absent', applicationVersion: '1.2.3' });
    port2.close();
  });

  test('answers for a package that does not exist, without a crash', async () => {
    tell({ type: 'find-package', job: 'job-1', id: 'nothing' });
    expect(await heard('package')).toEqual({ type: 'package', job: 'job-1', path: null, fileName: '' });
  });

  test("takes a file into a bureau's inbox that main has written, and refuses it where there is none", async () => {
    tell({ type: 'begin-intake', job: 'none', fileName: 'a.ledger.age' });
    expect(await heard('intake-ended')).toMatchObject({ job: 'none', accepted: false });
    said.length = 0;
    const { port1, port2 } = new MessageChannel();
    tell({ type: 'connect' }, [port1]);
    const client: HostClient = createORPCClient(new RPCLink({ port: port2 }));
    port2.start();
    await client.archive.create({ desk: 'bureau', password: '正确的口令 2026', bureau: testBureau });
    tell({ type: 'begin-intake', job: 'one', fileName: '报送.ledger.age' });
    const { path } = await heard('intake');
    writeFileSync(path, 'age');
    tell({ type: 'end-intake', job: 'one', written: true });
    const ended = await heard('intake-ended');
    expect(ended).toMatchObject({ job: 'one', accepted: true });
    expect(JSON.parse(ended.answer)).toMatchObject({ fileName: '报送.ledger.age', byteLength: 3 });
    said.length = 0;
    tell({ type: 'begin-intake', job: 'two', fileName: 'b.ledger.age' });
    writeFileSync((await heard('intake')).path, 'half');
    tell({ type: 'end-intake', job: 'two', written: false });
    expect(await heard('intake-ended')).toMatchObject({ job: 'two', accepted: false });
    expect((await client.bureau.inbox()).map(({ fileName }) => fileName)).toEqual(['报送.ledger.age']);
    expect(readdirSync(join(folder, 'archive/received'))).toHaveLength(1);
    port2.close();
  });

  test('survives a message that it does not understand, and says so in the log', async () => {
    parentPort.emit('message', { data: { type: 'format-disk' }, ports: [] });
    expect((await heard('log')).line).toContain('core-message-failed');
  });

  test('closes the archive when it is told to', async () => {
    tell({ type: 'close' });
    expect(await heard('closed')).toEqual({ type: 'closed' });
  });
});
