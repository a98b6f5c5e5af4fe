import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onError } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Core } from '../core/open-core.ts';
import type { Logger } from '../core/ports.ts';
import { bureauArchiveOf } from '../core/routes/base.ts';
import { packageFile } from '../core/services/packages.ts';
import { receiveFile } from '../core/services/received-files.ts';
import { pageWithNonce, securityHeaders } from '../shared/content-security-policy.ts';
import { CodedError } from '../shared/errors.ts';
import { AccessTokens } from './access-tokens.ts';
import { isExpectedRefusal } from './expected-refusal.ts';
import { listStaticFiles, type StaticFile } from './static-files.ts';
import { withWholeBody } from './whole-body.ts';

/** Largest upload: a scanned volume; SAFETY keeps bigger ones out of a browser's memory. */
const maxBodyBytes = 256 * 1024 * 1024;

export interface BrowserHostOptions {
  readonly core: Core;
  readonly logger: Logger;
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
  /** 0 takes a free port. */
  readonly port: number;
}

export interface BrowserHost {
  /** Address to open, with the token that works once. */
  readonly startUrl: string;
  readonly origin: string;
  close(): Promise<void>;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

const answer = (
  outgoing: ServerResponse,
  status: number,
  body: string | Uint8Array = '',
  type = 'text/plain; charset=utf-8',
) => {
  outgoing.writeHead(status, {
    ...securityHeaders(randomBytes(16).toString('base64')),
    'content-type': type,
  });
  outgoing.end(body);
};

const readSmallBody = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > 4096) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** The name that a page gives for a file, URI-encoded; null where it gives none that can be read. */
const fileNameIn = (header: string | string[] | undefined): string | null => {
  try {
    const name = decodeURIComponent(typeof header === 'string' ? header : '');
    return name === '' ? null : name;
  } catch {
    return null;
  }
};

const sendFile = async (
  outgoing: ServerResponse,
  file: { path: string; fileName: string },
): Promise<void> => {
  const { size } = await stat(file.path);
  outgoing.writeHead(200, {
    ...securityHeaders(randomBytes(16).toString('base64')),
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
  });
  const stream = createReadStream(file.path);
  stream.on('error', () => outgoing.destroy());
  stream.pipe(outgoing);
};

const sendStatic = async (outgoing: ServerResponse, file: StaticFile): Promise<void> => {
  const nonce = randomBytes(16).toString('base64');
  const bytes = await file.read();
  const body = file.mediaType.startsWith('text/html')
    ? pageWithNonce(Buffer.from(bytes).toString('utf8'), nonce)
    : bytes;
  outgoing.writeHead(200, { ...securityHeaders(nonce), 'content-type': file.mediaType });
  outgoing.end(body);
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Serves the application to a browser on this machine: 127.0.0.1 only, a start token that works once, Host and
 * Origin checked on every request (against DNS rebinding and foreign pages), the same policy headers as Electron.
 */
export const startBrowserHost = async (options: BrowserHostOptions): Promise<BrowserHost> => {
  const { core, logger } = options;
  const files = await listStaticFiles(options.rendererFolder);
  const tokens = new AccessTokens();
  const rpc = new RPCHandler(core.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: maxBodyBytes })],
    interceptors: [
      onError((error) => {
        if (!isExpectedRefusal(error)) logger.error('call-failed', error);
      }),
      async (call) => withWholeBody(await call.next()),
    ],
  });
  let origin = '';

  const fromOurPage = ({ incoming }: Request): boolean =>
    incoming.headers.host === new URL(origin).host &&
    (incoming.headers.origin === undefined || incoming.headers.origin === origin) &&
    ['same-origin', 'none', undefined].includes(incoming.headers['sec-fetch-site']?.toString());

  const postFromOurPage = (request: Request): boolean =>
    request.method === 'POST' && request.incoming.headers.origin === origin;

  const openSession = async ({ incoming, outgoing }: Request): Promise<void> => {
    const session = tokens.exchange(await readSmallBody(incoming));
    if (session === null) answer(outgoing, 403);
    else answer(outgoing, 200, JSON.stringify({ session }), 'application/json');
  };

  const download = async (target: string | null, outgoing: ServerResponse): Promise<void> => {
    const id = /^\/packages\/([\w-]+)$/.exec(target ?? '')?.[1];
    if (id === undefined) return answer(outgoing, 404);
    return sendFile(outgoing, await packageFile(core.context.session.requireOpen(), id));
  };

  /** A file for the inbox of a bureau, written as it comes; a page that goes away leaves nothing. */
  const receive = async ({ incoming, outgoing }: Request): Promise<void> => {
    const name = fileNameIn(incoming.headers['x-file-name']);
    if (name === null) return answer(outgoing, 400);
    try {
      const received = await receiveFile(bureauArchiveOf(core.context), name, incoming);
      answer(outgoing, 200, JSON.stringify(received), 'application/json');
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      answer(outgoing, 409, JSON.stringify({ code: error.code, data: error.data }), 'application/json');
    }
  };

  const serve = async (request: Request): Promise<void> => {
    const { incoming, outgoing, path, method } = request;
    if (!fromOurPage(request)) return answer(outgoing, 403);
    if (path === '/session') return postFromOurPage(request) ? openSession(request) : answer(outgoing, 403);
    if (path.startsWith('/rpc/') || path.startsWith('/packages/') || path === '/inbox') {
      if (!postFromOurPage(request) || !tokens.allows(incoming.headers.authorization))
        return answer(outgoing, 401);
      if (path === '/inbox') return receive(request);
      if (path.startsWith('/packages/')) {
        return answer(outgoing, 200, JSON.stringify({ href: tokens.ticketFor(path) }), 'application/json');
      }
      for (const [name, value] of Object.entries(securityHeaders('none'))) outgoing.setHeader(name, value);
      const { matched } = await rpc.handle(incoming, outgoing, { prefix: '/rpc', context: core.context });
      return matched ? undefined : answer(outgoing, 404);
    }
    if (method !== 'GET' && method !== 'HEAD') return answer(outgoing, 405);
    if (path.startsWith('/download/')) return download(tokens.redeem(path), outgoing);
    const file = files.get(path === '/' ? '/index.html' : path);
    return file === undefined ? answer(outgoing, 404) : sendStatic(outgoing, file);
  };

  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/';
    serve({ method: incoming.method ?? 'GET', path, incoming, outgoing }).catch((error: unknown) => {
      if (!isExpectedRefusal(error)) logger.error('request-failed', error);
      if (outgoing.headersSent) outgoing.destroy();
      else answer(outgoing, isExpectedRefusal(error) ? 404 : 500);
    });
  });
  origin = `http://127.0.0.1:${await listen(server, options.port)}`;

  return {
    origin,
    startUrl: `${origin}/#token=${tokens.startToken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
