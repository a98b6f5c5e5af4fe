import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowserHost, type BrowserHost } from '../../src/loopback/browser-host.ts';
import { openTempCore, recordingLogger } from '../support/host-connections.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('the browser host', () => {
  let host: BrowserHost;
  let close: () => Promise<void>;
  let folder: string;

  /** A raw request: fetch would not let a test forge Host or Sec-Fetch-Site. */
  const ask = (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        `${host.origin}${path}`,
        { method: options.method ?? 'GET', headers: options.headers ?? {} },
        (incoming) => {
          let body = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => (body += chunk));
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(options.body);
    });

  const post = (path: string, headers: Record<string, string>, body = ''): Promise<Answer> =>
    ask(path, { method: 'POST', headers: { origin: host.origin, ...headers }, body });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-archive-pages-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
    await writeFile(join(folder, 'assets/app.js'), 'export {};');
    await writeFile(join(folder, '../outside.js'), 'secret').catch(() => {});
    const logger = recordingLogger();
    const opened = await openTempCore(logger);
    host = await startBrowserHost({ core: opened.core, logger, rendererFolder: folder, port: 0 });
    close = async () => {
      await host.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => close());

  test('listens on the loopback address only and carries its token in the fragment', () => {
    expect(new URL(host.startUrl)).toMatchObject({ hostname: '127.0.0.1', search: '' });
    expect(new URL(host.startUrl).hash).toMatch(/^#token=[\w-]{40,}$/);
  });

  test('serves its pages with a strict policy and a nonce that is fresh each time', async () => {
    const first = await ask('/');
    const second = await ask('/');
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1];
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(second.body).not.toBe(first.body);
  });

  test.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/assets/../../outside.js',
    '/assets',
    '//etc/passwd',
    '/index.html%00.js',
  ])('serves nothing outside its list: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('refuses a foreign Host, a foreign Origin and a cross-site request', async () => {
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask('/', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('/session', { method: 'POST', body: 'x' })).status).toBe(403);
  });

  test('lets nobody call without a session, and exchanges the token once', async () => {
    expect((await post('/rpc/archive/status', {})).status).toBe(401);
    expect(
      (await post('/rpc/archive/status', { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaa' })).status,
    ).toBe(401);
    expect((await post('/session', {}, 'wrong')).status).toBe(403);

    const token = new URL(host.startUrl).hash.slice('#token='.length);
    const exchanged = await post('/session', {}, token);
    expect(exchanged.status).toBe(200);
    expect((await post('/session', {}, token)).status).toBe(403);

    const { session } = JSON.parse(exchanged.body) as { session: string };
    const authorization = `Bearer ${session}`;
    const called = await post(
      '/rpc/archive/status',
      { authorization, 'content-type': 'application/json' },
      '{}',
    );
    expect(called.status).toBe(200);
    expect(called.body).toContain('absent');
    expect((await ask('/rpc/archive/status', { headers: { authorization } })).status).toBe(401);
  });

  test('answers an unknown download ticket with nothing', async () => {
    expect((await ask('/download/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  });
});
