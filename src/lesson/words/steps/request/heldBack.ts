import { readHeldBack } from '../../../read/check/crossOrigin.ts';
import type { Moment } from '../../../read/moment.ts';
import { nameParts } from '../../names.ts';

const RULES = { lax: 'SameSite=Lax', strict: 'SameSite=Strict', none: 'SameSite=None' } as const;

/** Says why the browser leaves a cookie that it has at home, as a part of a sentence; `null` where it has none. */
export function sayHeldBack(moment: Moment): string | null {
  const heldBack = readHeldBack(moment);
  if (!heldBack) return null;
  const { browser } = nameParts(moment.browser);
  if (heldBack.type === 'omitted') return 'its fetch leaves out all cookies';
  if (heldBack.type === 'thirdParty')
    return `${browser} blocks third-party cookies and keeps its own from a server of another site`;
  const rule = heldBack.sameSite ? RULES[heldBack.sameSite] : 'Lax in Chromium';
  return `${browser} keeps its cookie from another site’s server (${rule})`;
}
