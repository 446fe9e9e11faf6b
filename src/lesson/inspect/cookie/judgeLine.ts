import { isExpired, parseCookie, type StoredCookie, storeCookie } from '../../../sim/client/jar.ts';
import { parseSetCookie } from '../../../sim/client/setCookie.ts';
import type { Lifetime } from './lifetime.ts';
import { readLifetime } from './lifetime.ts';
import type { Refusal } from './refusals.ts';
import { listRefusals } from './refusals.ts';
import type { Remark } from './remarks.ts';
import { listRemarks } from './remarks.ts';
import type { SentRow } from './sentTable.ts';
import { tellSent } from './sentTable.ts';
import type { LineSource } from './source.ts';
import { includesCookies, toPage } from './source.ts';

/** What becomes of a `Set-Cookie` line. */
export type LineVerdict =
  | { readonly outcome: 'refused'; readonly name: string; readonly refusals: readonly Refusal[] }
  | {
      /** It takes a cookie of its name, domain and path away, if there is one. */
      readonly outcome: 'deletes';
      readonly name: string;
      readonly cookie: StoredCookie;
    }
  | {
      readonly outcome: 'kept';
      readonly name: string;
      readonly cookie: StoredCookie;
      readonly lifetime: Lifetime;
      readonly sent: readonly SentRow[];
      readonly remarks: readonly Remark[];
    };

/** Asks the engine's jar whether it keeps a line; `null`: it keeps nothing. */
function keep(line: string, source: LineSource, now: number): StoredCookie | null {
  if (!includesCookies(source)) return null;
  const { url, thirdPartyCookies, date } = source;
  const request = { ...toPage(source), thirdPartyCookies };
  const [kept = null] = storeCookie([], line, url, now, { request, date: date ?? now });
  return kept;
}

/** Says what a browser does with a `Set-Cookie` value from somewhere, at `now` in NumericDate seconds. */
export function judgeLine(line: string, source: LineSource, now: number): LineVerdict {
  const set = parseSetCookie(line);
  const name = set?.name ?? '';
  const refusals = listRefusals(line, source);
  if (set === null || refusals.length > 0) return { outcome: 'refused', name, refusals };
  const { url, thirdPartyCookies, date } = source;
  const cookie = keep(line, source, now);
  if (cookie !== null) {
    const lifetime = readLifetime(set, cookie);
    const sent = tellSent(cookie, url, thirdPartyCookies);
    return {
      outcome: 'kept',
      name,
      cookie,
      lifetime,
      sent,
      remarks: listRemarks(set, cookie, source),
    };
  }
  const parsed = parseCookie(line, url, now, date ?? now);
  if (parsed === null || !isExpired(parsed, now))
    throw new RangeError(`no reason is known for which the jar refuses ${name}`);
  return { outcome: 'deletes', name, cookie: parsed };
}
