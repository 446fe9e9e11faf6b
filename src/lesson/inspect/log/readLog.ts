import { cutExchange, type LoggedExchange } from './exchange.ts';
import { findHalf, markMessages } from './plainMessages.ts';
import { readCurl } from './readCurl.ts';
import { readHar } from './readHar.ts';

/** Largest log that is read, in bytes or UTF-16 units: more would hold up the page. */
export const MAX_LOG = 20_000_000;

/** Most exchanges that are looked at. */
export const MAX_EXCHANGES = 2000;

/** Why a text is no log. */
export type LogProblem =
  | 'empty'
  | 'tooLarge'
  | 'cutJson'
  | 'noHar'
  | 'noEntries'
  | 'answersAlone'
  | 'requestAlone'
  | 'noLog';

export type ReadLog =
  | {
      readonly problem: null;
      readonly kind: 'har' | 'curl';
      readonly exchanges: readonly LoggedExchange[];
      /** How many more there are than are looked at. */
      readonly left: number;
    }
  | { readonly problem: LogProblem };

function toLog(kind: 'har' | 'curl', all: readonly LoggedExchange[]): ReadLog {
  const exchanges = all.slice(0, MAX_EXCHANGES).map(cutExchange);
  return { problem: null, kind, exchanges, left: all.length - exchanges.length };
}

function readJson(text: string): ReadLog {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'cutJson' };
  }
  const exchanges = readHar(json);
  if (exchanges === null) return { problem: 'noHar' };
  return exchanges.length === 0 ? { problem: 'noEntries' } : toLog('har', exchanges);
}

/** Reads a HAR, what `curl -v` prints, or plain messages; or says why a text is neither. */
export function readLog(text: string): ReadLog {
  if (text.length > MAX_LOG) return { problem: 'tooLarge' };
  const start = text.slice(0, 1000).trimStart();
  if (start === '') return { problem: 'empty' };
  // A byte order mark is no part of it.
  if (/^\uFEFF?\s*[{[]/.test(start)) return readJson(text.replace(/^\s*\uFEFF/, ''));
  const marked = markMessages(text);
  const exchanges = readCurl(marked);
  // What was never sent has no answer; where curl could not connect, it says so.
  const isSent = exchanges.some(({ status }) => status > 0) || /^\* /m.test(marked);
  if (exchanges.length > 0 && isSent) return toLog('curl', exchanges);
  return { problem: findHalf(text) ?? 'noLog' };
}
