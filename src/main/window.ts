import { BrowserWindow, type WebPreferences } from 'electron';
import { startPage } from './application-origin.ts';

/** What a page of the application may do: nothing but show itself and speak through its port. */
export const pagePreferences = (preload: string): Readonly<WebPreferences> =>
  Object.freeze({
    preload,
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

/** The one window. Shown when its first page is ready, so that nobody sees it white. */
export const openWindow = (preload: string): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#f7f5f0',
    title: '枢纽档案',
    webPreferences: pagePreferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startPage);
  return window;
};
