import {
  type CookieQuery,
  isExpired,
  type StoredCookie,
  selectCookies,
  storeCookie,
  toCookieHeader,
  toDocumentCookie,
} from '../../../src/sim/client/jar.ts';
import { type RequestAct, VEHICLES } from './acts.ts';
import { type KeptCookie, type Player, sortCookies, toUrl } from './play.ts';

export interface EngineOptions {
  readonly port: number;
  readonly thirdPartyCookies: 'allowed' | 'blocked';
  /** Seconds of the engine to one of Chromium. */
  readonly pace: number;
}

const SAME_SITE = { lax: 'Lax', strict: 'Strict', none: 'None' } as const;

function toKeptCookie(cookie: StoredCookie): KeptCookie {
  const { name, value, path, secure, httpOnly, expires } = cookie;
  const domain = cookie.hostOnly ? cookie.domain : `.${cookie.domain}`;
  const sameSite = SAME_SITE[cookie.sameSite ?? 'lax'];
  return { name, value, domain, path, secure, httpOnly, sameSite, expires };
}

/** Does acts with the engine's jar alone. */
export class EnginePlayer implements Player {
  private readonly options: EngineOptions;
  private jar: readonly StoredCookie[] = [];
  private readonly start = Math.floor(Date.now() / 1000);
  private now = this.start;

  constructor(options: EngineOptions) {
    this.options = options;
  }

  private toUrl(place: string): string {
    return toUrl(place, this.options.port);
  }

  async request(act: RequestAct): Promise<string | null> {
    const { now, options } = this;
    const url = this.toUrl(act.to);
    const initiator = act.from ? new URL(this.toUrl(act.from)).origin : null;
    const { thirdPartyCookies } = options;
    const request: CookieQuery = { url, initiator, now, thirdPartyCookies, ...VEHICLES[act.by] };
    const sent = toCookieHeader(selectCookies(this.jar, request));
    for (const line of act.answers ?? []) {
      this.jar = storeCookie(this.jar, line, url, now, { request, date: now + (act.ahead ?? 0) });
    }
    return sent;
  }

  async write(at: string, line: string): Promise<void> {
    this.jar = storeCookie(this.jar, line, this.toUrl(at), this.now, { byScript: true });
  }

  async read(at: string): Promise<string> {
    return toDocumentCookie(this.jar, this.toUrl(at), this.now);
  }

  async list(): Promise<readonly KeptCookie[]> {
    const kept = this.jar.filter((cookie) => !isExpired(cookie, this.now));
    return sortCookies(kept.map(toKeptCookie));
  }

  async wait(seconds: number): Promise<void> {
    this.now += seconds * this.options.pace;
  }

  async waitUntil(seconds: number): Promise<void> {
    this.now = this.start + seconds * this.options.pace;
  }
}
