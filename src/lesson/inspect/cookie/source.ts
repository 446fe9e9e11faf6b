import { type Page, includesCookies as takesCookies } from '../../../sim/client/client.ts';
import { toRegistrableDomain } from '../../../sim/client/site.ts';
import type { CredentialsMode } from '../../../sim/settings.ts';
import type { PastedCors } from './pasted.ts';

export const ASKED_BY = ['fetch', 'navigation', 'addressBar', 'embedded'] as const;
/** What made the browser ask: the page's code, a link or form, nobody's page, or an image, frame or script in one. */
export type AskedBy = (typeof ASKED_BY)[number];

/** Where a `Set-Cookie` line came from. */
export interface LineSource {
  /** The URL that answered. */
  readonly url: string;
  /** Origin of the page that asked. */
  readonly page: string;
  readonly by: AskedBy;
  /** What the page's code said to fetch. */
  readonly credentials: CredentialsMode;
  readonly thirdPartyCookies: 'allowed' | 'blocked';
  /** The answer's Date, NumericDate seconds; `null`: not known. */
  readonly date: number | null;
  /** What the answer says to pages of other origins; `null`: not known. */
  readonly cors: PastedCors | null;
}

/** Returns what the engine's browser knows of the request. */
export function toPage({ page, by, credentials }: LineSource): Page {
  const initiator = by === 'addressBar' ? null : page;
  if (by === 'fetch') return { initiator, vehicle: 'subresource', credentials };
  return { initiator, vehicle: by === 'embedded' ? 'subresource' : 'navigation' };
}

/** Tells whether the browser looks at the cookies of the answer at all. @see Fetch, "credentials mode" */
export const includesCookies = (source: LineSource): boolean =>
  takesCookies(toPage(source), new URL(source.url).origin);

/** Returns the site of a URL as a browser names it, e.g. `https://example.com`. @see HTML, "site" */
export function toSite(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${toRegistrableDomain(hostname)}`;
}

/** Reads a URL as somebody types it: a host alone is one of https, localhost and addresses are of http; `null` for none. */
export function readUrl(text: string): URL | null {
  const given = text.trim();
  const isLocal = /^(localhost|127\.|\[::1\])/i.test(given);
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(given)
    ? given
    : `${isLocal ? 'http' : 'https'}://${given}`;
  if (given === '' || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  return /^https?:$/.test(url.protocol) ? url : null;
}
