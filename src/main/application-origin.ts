/** The custom protocol that serves the packaged screens, instead of file://. */
export const applicationScheme = 'hub-archive';
export const applicationOrigin = 'hub-archive://app';
export const startPage: string = `${applicationOrigin}/index.html`;
/** Chromium's own PDF viewer, an extension that ships inside it; only windows of print jobs load it. */
export const pdfViewerOrigin = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai';
/** Print jobs have an origin of their own, so that a document can never reach the application's. */
export const printScheme = 'hub-archive-print';
