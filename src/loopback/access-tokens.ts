import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const fresh = (): string => randomBytes(32).toString('base64url');

/**
 * Who may speak to the browser host. The start address carries a token that works once; it is exchanged for
 * a session that the page keeps to itself and sends with every call (never a cookie: cookies are shared by all
 * ports of 127.0.0.1). Downloads, which are plain links, get a ticket of their own that works once.
 */
export class AccessTokens {
  readonly startToken: string = fresh();
  #startTokenUsed = false;
  #sessions: string[] = [];
  readonly #tickets = new Map<string, string>();

  /** A session for the start token; null when it is wrong or was used before. */
  exchange(token: string): string | null {
    if (this.#startTokenUsed || !same(token, this.startToken)) return null;
    this.#startTokenUsed = true;
    const session = fresh();
    this.#sessions = [...this.#sessions, session];
    return session;
  }

  allows(authorization: string | undefined): boolean {
    const bearer = /^Bearer ([\w-]{20,})$/.exec(authorization ?? '')?.[1];
    return bearer !== undefined && this.#sessions.some((session) => same(bearer, session));
  }

  /** A path that serves `target` once. */
  ticketFor(target: string): string {
    const ticket = fresh();
    this.#tickets.set(ticket, target);
    return `/download/${ticket}`;
  }

  /** What the ticket stood for; null when unknown or used. */
  redeem(path: string): string | null {
    const ticket = path.slice('/download/'.length);
    const target = this.#tickets.get(ticket) ?? null;
    this.#tickets.delete(ticket);
    return target;
  }
}
