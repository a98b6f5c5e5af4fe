import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, protocol, session, type BrowserWindow } from 'electron';
import { archiveFolderFor, rememberArchiveFolder } from './archive-location.ts';
import { startCore, type CoreConnection } from './core-connection.ts';
import { setMenu } from './menu.ts';
import { registerSchemes, servePages } from './page-protocol.ts';
import { hardenApplication, hardenSession } from './security.ts';
import { folderOf, rememberFolder, type FolderUse } from './chosen-folder.ts';
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

const folderTitles: Readonly<Record<FolderUse, string>> = {
  scan: '选择扫描仪存放文件的文件夹',
  backup: '选择备份文件夹（请选另一块磁盘）',
};

/** Asks for a folder that the archive uses from now on. */
const chooseFolder = async (
  window: BrowserWindow,
  use: FolderUse,
  archiveFolder: string,
  core: CoreConnection,
): Promise<void> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: folderTitles[use],
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = filePaths[0];
  if (canceled || folder === undefined) return;
  rememberFolder(app.getPath('userData'), use, archiveFolder, folder);
  core.useFolder(use, folder);
};

const start = async (): Promise<void> => {
  hardenSession(session.defaultSession);
  const userData = app.getPath('userData');
  const archiveFolder = resolve(archiveFolderFor(process.argv, userData));
  const core: CoreConnection = startCore(
    join(bundle, 'core-process.js'),
    {
      archiveFolder,
      scanFolder: folderOf(userData, 'scan', archiveFolder),
      backupFolder: folderOf(userData, 'backup', archiveFolder),
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
    chooseScanFolder: () => void chooseFolder(window, 'scan', archiveFolder, core),
    chooseBackupFolder: () => void chooseFolder(window, 'backup', archiveFolder, core),
    forgetScanFolder: () => {
      rememberFolder(userData, 'scan', archiveFolder, null);
      core.useFolder('scan', null);
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
