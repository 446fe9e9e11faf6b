import type { LineSource } from '../cookie/source.ts';
import { findValue, type LoggedExchange } from './exchange.ts';

/**
 * Reads where the lines of an answer came from. The log does not say with which credentials mode a
 * page fetched: it is taken to have asked for cookies, so that nothing is said to be dropped that was kept.
 */
export function toLineSource(exchange: LoggedExchange): LineSource {
  const { url, requestHeaders, responseHeaders, by } = exchange;
  const named = [findValue(requestHeaders, 'origin'), findValue(requestHeaders, 'referer')];
  const page = named.find((one) => one !== null && /^https?:/.test(one) && URL.canParse(one));
  const date = Date.parse(findValue(responseHeaders, 'date') ?? '') / 1000;
  return {
    url,
    page: new URL(page ?? url).origin,
    by: page ? (by ?? 'fetch') : 'addressBar',
    credentials: 'include',
    thirdPartyCookies: 'allowed',
    date: Number.isNaN(date) ? null : date,
    cors: null,
  };
}
