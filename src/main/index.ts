import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, protocol, session, type BrowserWindow } from 'electron';
import { archiveFolderFor, rememberArchiveFolder } from './archive-location.ts';
import { startCore, type CoreConnection } from './core-connection.ts';
import { setMenu } from './menu.ts';
import { registerSchemes, servePages } from './page-protocol.ts';
import { hardenApplication, hardenSession } from './security.ts';
import { openWindow } from './window.ts';

const bundle = import.meta.dirname;

const logWriter = (userData: string): ((line: string) => void) => {
  const folder = join(userData, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return (line) => appendFileSync(join(folder, 'hub-archive.log'), `${line}\n`, { mode: 0o600 });
};

const chooseArchive = async (window: BrowserWindow): Promise<void> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '选择档案所在的文件夹',
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = filePaths[0];
  if (canceled || folder === undefined) return;
  rememberArchiveFolder(app.getPath('userData'), folder);
  app.relaunch({
    args: process.argv
      .slice(1)
      .filter((argument, index, all) => argument !== '--archive' && all[index - 1] !== '--archive'),
  });
  app.quit();
};

const start = async (): Promise<void> => {
  hardenSession(session.defaultSession);
  const userData = app.getPath('userData');
  const core: CoreConnection = startCore(
    join(bundle, 'core-process.js'),
    {
      archiveFolder: resolve(archiveFolderFor(process.argv, userData)),
      resourcesFolder: resolve(bundle, '../../resources'),
      applicationVersion: app.getVersion(),
    },
    logWriter(userData),
  );
  await servePages(protocol, resolve(bundle, '../renderer'), core.findPackage);

  const window = openWindow(resolve(bundle, '../preload/index.cjs'));
  window.webContents.on('did-finish-load', () => core.connect(window.webContents));
  setMenu(window, () => void chooseArchive(window), app.isPackaged);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  let closing = false;
  app.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void core.close().finally(() => app.quit());
  });
  app.on('window-all-closed', () => app.quit());
};

registerSchemes();
app.enableSandbox();
hardenApplication();
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}
