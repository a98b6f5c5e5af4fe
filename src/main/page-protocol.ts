import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { protocol, type Protocol } from 'electron';
import { pageWithNonce, securityHeaders } from '../shared/content-security-policy.ts';
import { applicationOrigin, applicationScheme, printScheme } from './application-origin.ts';
import { receiveIntoInbox, type TakeIntoInbox } from './inbox.ts';
import { listStaticFiles } from '../loopback/static-files.ts';

/** Must run before `app` is ready. `corsEnabled` keeps foreign origins from reading what the scheme serves. */
export const registerSchemes = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: applicationScheme, privileges },
    {
      scheme: printScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: true },
    },
  ]);
};

/** A finished package on disk, by its id; null when there is none. */
export type FindPackage = (
  id: string,
) => Promise<{ readonly path: string; readonly fileName: string } | null>;

/** What of the core's files main streams itself. */
interface HostFiles {
  readonly findPackage: FindPackage;
  readonly takeIntoInbox: TakeIntoInbox;
}

const refused = (status: number): Response =>
  new Response(null, { status, headers: securityHeaders('none') });

/**
 * Serves the packaged screens, listed once, and packages as downloads; takes files for a bureau's inbox. Nothing else has
 * an address.
 */
export const servePages = async (
  protocolOf: Protocol,
  rendererFolder: string,
  { findPackage, takeIntoInbox }: HostFiles,
): Promise<void> => {
  const files = await listStaticFiles(rendererFolder);
  protocolOf.handle(applicationScheme, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== applicationOrigin) return refused(404);
    if (request.method === 'POST' && url.pathname === '/inbox') {
      if (request.headers.get('origin') !== applicationOrigin) return refused(404);
      const ended = await receiveIntoInbox(request, takeIntoInbox);
      if (ended === null) return refused(400);
      return new Response(ended.answer, {
        status: ended.accepted ? 200 : 409,
        headers: { ...securityHeaders('none'), 'content-type': 'application/json' },
      });
    }
    if (request.method !== 'GET') return refused(404);
    const packageId = /^\/packages\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (packageId !== undefined) {
      const found = await findPackage(packageId);
      if (found === null) return refused(404);
      return new Response(Readable.toWeb(createReadStream(found.path)) as ReadableStream, {
        headers: {
          ...securityHeaders('none'),
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
        },
      });
    }
    const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (file === undefined) return refused(404);
    const nonce = randomBytes(16).toString('base64');
    const bytes = await file.read();
    const isPage = file.mediaType.startsWith('text/html');
    const body = isPage ? pageWithNonce(Buffer.from(bytes).toString('utf8'), nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: { ...securityHeaders(nonce), 'content-type': file.mediaType } });
  });
};
