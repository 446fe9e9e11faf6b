import {
  type CookieQuery,
  type StoredCookie,
  selectCookies,
  storeCookie,
  toCookieHeader,
  toDocumentCookie,
} from '../../../src/sim/client/jar.ts';
import { type RequestAct, VEHICLES } from './acts.ts';
import { type Player, toUrl } from './play.ts';

export interface EngineOptions {
  readonly port: number;
  readonly thirdPartyCookies: 'allowed' | 'blocked';
  /** Seconds of the engine to one of Chromium. */
  readonly pace: number;
}

/** Does acts with the engine's jar alone. */
export class EnginePlayer implements Player {
  private readonly options: EngineOptions;
  private jar: readonly StoredCookie[] = [];
  private now = Math.floor(Date.now() / 1000);

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

  async wait(seconds: number): Promise<void> {
    this.now += seconds * this.options.pace;
  }
}
