import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, protocol, session, type BrowserWindow } from 'electron';
import { archiveFolderFor, rememberArchiveFolder } from './archive-location.ts';
import { startCore, type CoreConnection } from './core-connection.ts';
import { setMenu } from './menu.ts';
import { registerSchemes, servePages } from './page-protocol.ts';
import { hardenApplication, hardenSession } from './security.ts';
import { rememberScanFolder, scanFolderOf } from './scan-folder.ts';
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

/** Asks for the folder that the scanner writes into, and watches it from now on. */
const chooseScanFolder = async (
  window: BrowserWindow,
  archiveFolder: string,
  core: CoreConnection,
): Promise<void> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '选择扫描仪存放文件的文件夹',
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = filePaths[0];
  if (canceled || folder === undefined) return;
  rememberScanFolder(app.getPath('userData'), archiveFolder, folder);
  core.watchScans(folder);
};

const start = async (): Promise<void> => {
  hardenSession(session.defaultSession);
  const userData = app.getPath('userData');
  const archiveFolder = resolve(archiveFolderFor(process.argv, userData));
  const core: CoreConnection = startCore(
    join(bundle, 'core-process.js'),
    {
      archiveFolder,
      scanFolder: scanFolderOf(userData, archiveFolder),
      resourcesFolder: resolve(bundle, '../../resources'),
      applicationVersion: app.getVersion(),
    },
    logWriter(userData),
  );
  await servePages(protocol, resolve(bundle, '../renderer'), core);

  const window = openWindow(resolve(bundle, '../preload/index.cjs'));
  window.webContents.on('did-finish-load', () => core.connect(window.webContents));
  const menuActions = {
    openOtherArchive: () => void chooseArchive(window),
    chooseScanFolder: () => void chooseScanFolder(window, archiveFolder, core),
    forgetScanFolder: () => {
      rememberScanFolder(userData, archiveFolder, null);
      core.watchScans(null);
    },
  };
  setMenu(window, menuActions, app.isPackaged);
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
