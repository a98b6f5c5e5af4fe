import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { receivedFile, type ReceivedFile } from '../../shared/domain/bureau.ts';
import { CodedError, errorCatalogue, type ErrorCode } from '../../shared/errors.ts';
import type { ArchiveLink } from './client.ts';

/** How this page speaks to the core. Which host it is, only this file knows. */
export interface HostConnection {
  readonly link: ArchiveLink;
  /**
   * A link that saves what lies at `path` of the host, e.g. a finished package, streamed by the host itself.
   * In the browser host it works once.
   */
  readonly downloadHref: (path: string) => Promise<string>;
  /**
   * Hands a file to the inbox of a bureau, streamed to the host itself.
   * @throws CodedError where the host refuses it, AbortError
   */
  readonly sendToInbox: (file: File, signal?: AbortSignal) => Promise<ReceivedFile>;
}

/** The message with which the preload hands over the port. */
const portMessage = 'hub-archive-port';
const sessionKey = 'hub-archive-session';

const refusalIn = (answer: unknown): CodedError | null => {
  if (typeof answer !== 'object' || answer === null || !('code' in answer) || !('data' in answer))
    return null;
  const code = String(answer.code);
  // the host's own refusal, whose data it has parsed
  return Object.hasOwn(errorCatalogue, code)
    ? new CodedError(code as ErrorCode, answer.data as CodedError['data'])
    : null;
};

const sendToInbox =
  (page: Window, headers: Readonly<Record<string, string>>) =>
  async (file: File, signal?: AbortSignal): Promise<ReceivedFile> => {
    const answer = await page.fetch('/inbox', {
      method: 'POST',
      headers: { ...headers, 'x-file-name': encodeURIComponent(file.name) },
      body: file,
      ...(signal === undefined ? {} : { signal }),
    });
    if (answer.ok) return receivedFile.parse(await answer.json());
    throw refusalIn(await answer.json().catch(() => null)) ?? new Error('the file was refused');
  };

const portFromPreload = (page: Window): Promise<MessagePort> =>
  new Promise((resolve) => {
    const receive = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== page || event.data !== portMessage || port === undefined) return;
      page.removeEventListener('message', receive);
      resolve(port);
    };
    page.addEventListener('message', receive);
  });

const connectOverPort = async (page: Window): Promise<HostConnection> => {
  const port = await portFromPreload(page);
  port.start();
  return {
    link: new PortLink({ port }),
    downloadHref: (path) => Promise.resolve(path),
    sendToInbox: sendToInbox(page, {}),
  };
};

/** The start token works once; the session it is exchanged for stays with this tab. */
const openSession = async (page: Window): Promise<string> => {
  const token = /^#token=([\w-]+)$/.exec(page.location.hash)?.[1];
  if (token === undefined) {
    const kept = page.sessionStorage.getItem(sessionKey);
    if (kept === null) throw new Error('no start token and no session');
    return kept;
  }
  page.history.replaceState(null, '', `${page.location.pathname}#/`);
  const answer = await page.fetch('/session', { method: 'POST', body: token });
  if (!answer.ok) throw new Error('the start token was refused');
  const { session } = (await answer.json()) as { session: string };
  page.sessionStorage.setItem(sessionKey, session);
  return session;
};

const connectOverHttp = async (page: Window): Promise<HostConnection> => {
  const headers = { authorization: `Bearer ${await openSession(page)}` };
  return {
    link: new HttpLink({ url: `${page.location.origin}/rpc`, headers }),
    downloadHref: async (path) => {
      const answer = await page.fetch(path, { method: 'POST', headers });
      if (!answer.ok) throw new Error('the download was refused');
      const { href } = (await answer.json()) as { href: string };
      return href;
    },
    sendToInbox: sendToInbox(page, headers),
  };
};

/**
 * Connects to the host that served this page: over the port that the Electron preload hands out, or over HTTP
 * where a browser opened it.
 * @throws Error when the browser host does not know this tab (start token used or host restarted)
 */
export const connectToHost = (page: Window): Promise<HostConnection> =>
  page.location.protocol.startsWith('http') ? connectOverHttp(page) : connectOverPort(page);
