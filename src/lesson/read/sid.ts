import { isPair, splitPair } from '../../sim/cookieSession/pair.ts';

/**
 * Returns the session ID inside a cookie's value (`s%3A<sid>.<signature>`), or the data that is there
 * in its place; empty where there is none.
 */
export function toSid(cookieValue: string): string {
  if (isPair(cookieValue)) return splitPair(cookieValue).data;
  const signed = cookieValue.replace(/^s(%3A|:)/i, '');
  return signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
}
