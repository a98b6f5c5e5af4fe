import { mkdtempSync, mkdirSync, readFileSync, writeFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { app, record, windows } from '../support/electron-stand-in.ts';

vi.mock('electron', () => import('../support/electron-stand-in.ts'));

const userData = mkdtempSync(join(tmpdir(), 'hub-archive-electron-'));
// The main process lists the built screens beside its bundle; from source that is src/renderer.
const rendererFolder = resolve(import.meta.dirname, '../../src/renderer');

/** The main process of the desktop application, started on a stand-in that records what it asks of Electron. */
describe('the Electron main process', () => {
  beforeAll(async () => {
    process.env['HUB_ARCHIVE_TEST_USER_DATA'] = userData;
    expect(existsSync(rendererFolder)).toBe(true);
    mkdirSync(join(userData, 'logs'), { recursive: true });
    await import('../../src/main/index.ts');
    await vi.waitFor(() => expect(windows).toHaveLength(1));
  });
  afterAll(() => rmSync(userData, { recursive: true, force: true }));

  test('registers its schemes before it is ready, closed to foreign origins', () => {
    expect(record.schemes.map(({ scheme }) => scheme)).toEqual(['hub-archive', 'hub-archive-print']);
    for (const { privileges } of record.schemes) {
      expect(privileges).toMatchObject({ standard: true, secure: true, corsEnabled: true });
      expect(privileges?.bypassCSP).toBeUndefined();
      expect(privileges?.allowServiceWorkers).toBeUndefined();
    }
  });

  test('opens one sandboxed window with exactly these preferences', () => {
    expect(record.sandboxEnabled).toBe(true);
    expect(record.windows).toHaveLength(1);
    const { preload, ...preferences } = record.windows[0]?.webPreferences ?? {};
    expect(preload).toMatch(/preload\/index\.cjs$/);
    expect(preferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
    expect(record.loaded).toEqual(['hub-archive://app/index.html']);
  });

  test('denies every permission, device and certificate', () => {
    const answers: unknown[] = [];
    const decide = (answer: unknown): void => void answers.push(answer);
    const ask = (name: string, ...values: unknown[]): unknown =>
      (record.sessionHandlers.get(name) as ((...v: unknown[]) => unknown) | undefined)?.(...values);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'usb',
      'fileSystem',
    ]) {
      ask('permissionRequest', {}, permission, decide);
      expect(ask('permissionCheck', {}, permission)).toBe(false);
    }
    ask('certificateVerify', {}, decide);
    expect(answers).toEqual([false, false, false, false, false, false, false, -2]);
    expect(ask('devicePermission', {})).toBe(false);
  });

  test.each([
    ['hub-archive://app/index.html', false],
    ['blob:hub-archive://app/1', false],
    ['data:image/png;base64,AA', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:9/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1/', true],
    ['ftp://example.com/', true],
    ['hub-archive.evil://x/', true],
  ])('decides about a request to %s', (url, cancelled) => {
    let cancel: boolean | null = null;
    record.requestFilter?.({ url }, (answer) => (cancel = answer.cancel));
    expect(cancel).toBe(cancelled);
  });

  test('denies navigation away, new windows and webviews', () => {
    const contents = windows[0]?.webContents;
    expect(contents?.windowOpenHandler?.()).toEqual({ action: 'deny' });
    const prevented = (event: string, url: string): boolean => {
      let stopped = false;
      contents?.emit(event, { url, preventDefault: () => (stopped = true) });
      return stopped;
    };
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'hub-archive://app.evil/',
      'hub-archive://print/',
      'data:text/html,x',
      '',
    ]) {
      expect(prevented('will-navigate', url), url).toBe(true);
      expect(prevented('will-redirect', url), url).toBe(true);
      expect(prevented('will-frame-navigate', url), url).toBe(true);
    }
    expect(prevented('will-navigate', 'hub-archive://app/index.html#/home')).toBe(false);
    expect(prevented('will-attach-webview', '')).toBe(true);
  });

  test('serves listed files with the policy, and nothing else', async () => {
    const serve = record.handledSchemes.get('hub-archive');
    const page = await serve?.(new Request('hub-archive://app/index.html'));
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const url of [
      'hub-archive://app/../package.json',
      'hub-archive://app/%2e%2e/package.json',
      'hub-archive://other/index.html',
      'hub-archive://app/missing.js',
    ]) {
      expect((await serve?.(new Request(url)))?.status, url).toBe(404);
    }
    expect((await serve?.(new Request('hub-archive://app/index.html', { method: 'POST' })))?.status).toBe(
      404,
    );
  });

  test('starts the core in a utility process and hands each page one port', () => {
    expect(record.forked).toHaveLength(1);
    expect(record.forked[0]?.entry).toMatch(/core-process\.js$/);
    expect(record.forked[0]?.messages[0]).toMatchObject({
      type: 'start',
      options: { applicationVersion: '0.0.0' },
    });
    windows[0]?.webContents.emit('did-finish-load');
    expect(record.ports).toEqual([{ channel: 'hub-archive-port', ports: 1 }]);
  });

  test("writes a file for a bureau's inbox where the core says, and answers what the core answers", async () => {
    const serve = record.handledSchemes.get('hub-archive');
    const [core] = record.forked;
    const send = (headers: Record<string, string>) =>
      serve?.(
        new Request('hub-archive://app/inbox', { method: 'POST', headers, body: 'age-encryption.org/v1' }),
      );
    const headers = { origin: 'hub-archive://app', 'x-file-name': encodeURIComponent('报送包.ledger.age') };
    expect((await send({ ...headers, origin: 'https://example.com' }))?.status).toBe(404);
    expect((await send({ origin: headers.origin }))?.status).toBe(400);
    const answer = send(headers);
    const asked = await vi.waitFor(() => {
      const message = core?.messages.at(-1) as { type: string; job: string; fileName: string };
      expect(message).toMatchObject({ type: 'begin-intake', fileName: '报送包.ledger.age' });
      return message;
    });
    const path = join(userData, 'came-in');
    core?.child.emit('message', { type: 'intake', job: asked.job, path });
    await vi.waitFor(() =>
      expect(core?.messages.at(-1)).toEqual({ type: 'end-intake', job: asked.job, written: true }),
    );
    expect(readFileSync(path, 'utf8')).toBe('age-encryption.org/v1');
    core?.child.emit('message', {
      type: 'intake-ended',
      job: asked.job,
      accepted: true,
      answer: '{"id":"a"}',
    });
    const answered = await answer;
    expect([answered?.status, await answered?.text()]).toEqual([200, '{"id":"a"}']);
  });

  test('offers no reload and no developer tools in the packaged product', () => {
    expect(record.menuLabels).not.toContain('toggleDevTools');
    expect(record.menuLabels).not.toContain('reload');
    expect(record.menuLabels).toContain('打开其他档案…');
  });

  test('closes the archive before it quits', () => {
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(record.forked[0]?.messages.at(-1)).toEqual({ type: 'close' });
  });

  test('remembers another archive folder without losing the old one on a cut', async () => {
    const { archiveFolderFor, rememberArchiveFolder } = await import('../../src/main/archive-location.ts');
    expect(archiveFolderFor(['electron', '.'], userData)).toBe(join(userData, 'archive'));
    rememberArchiveFolder(userData, '/data/other');
    expect(archiveFolderFor(['electron', '.'], userData)).toBe('/data/other');
    expect(archiveFolderFor(['electron', '.', '--archive', '/given'], userData)).toBe('/given');
    writeFileSync(join(userData, 'settings.json'), '{"archiveFolder": 5}');
    expect(archiveFolderFor(['electron', '.'], userData)).toBe(join(userData, 'archive'));
  });

  test('watches a scanner folder and keeps a backup folder for one archive only, and remembers them', async () => {
    const { folderOf, rememberFolder } = await import('../../src/main/chosen-folder.ts');
    expect(folderOf(userData, 'scan', '/data/a')).toBeNull();
    rememberFolder(userData, 'scan', '/data/a', '/scans');
    rememberFolder(userData, 'backup', '/data/a', '/disk');
    const of = (archive: string) => [
      folderOf(userData, 'scan', archive),
      folderOf(userData, 'backup', archive),
    ];
    expect([of('/data/a'), of('/data/b')]).toEqual([
      ['/scans', '/disk'],
      [null, null],
    ]);
    rememberFolder(userData, 'scan', '/data/a', null);
    expect(of('/data/a')).toEqual([null, '/disk']);
    expect(record.menuLabels).toEqual(
      expect.arrayContaining(['扫描文件夹…', '不再收取扫描文件夹', '备份文件夹…']),
    );
  });
});
