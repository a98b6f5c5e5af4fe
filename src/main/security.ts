import { app, type Session, type WebContents } from 'electron';
import { applicationOrigin, pdfViewerOrigin, printScheme } from './application-origin.ts';

/** True for a page of the application itself. */
export const isOwnPage = (url: string): boolean =>
  URL.canParse(url) && new URL(url).href.startsWith(`${applicationOrigin}/`);

/**
 * Denies everything a page could ask of the machine: permissions, devices, certificates, and any request that
 * does not stay inside the application (it works without a network).
 */
export const hardenSession = (session: Session): void => {
  harden(session, ['hub-archive:', 'hub-archive-print:', 'blob:', 'data:', 'devtools:']);
};

/** The same for a window that shows one PDF to a printer: it may reach the document and Chromium's viewer alone. */
export const hardenPrintSession = (session: Session): void => {
  harden(session, [`${printScheme}:`, `${pdfViewerOrigin}/`, 'chrome://resources/', 'blob:', 'data:']);
};

const harden = (session: Session, reachable: readonly string[]): void => {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.setCertificateVerifyProc((_request, decide) => decide(-2));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !reachable.some((start) => details.url.startsWith(start)) });
  });
};

/** Denies navigation away, new windows and webviews, for every page that will ever exist. */
export const hardenContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const viewer = event.url.startsWith(`${pdfViewerOrigin}/`) && !isOwnPage(contents.getURL());
    if (!isOwnPage(event.url) && event.url !== 'about:srcdoc' && !viewer) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
};

/** Applies the above to all contents; call before the first window. */
export const hardenApplication = (): void => {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
};
