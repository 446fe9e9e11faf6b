import type { HttpMethod } from './request.ts';

/** The pages that only a logged-in user gets: the profile, one for admins alone, one that changes something. */
export const TARGETS = ['/profile', '/admin', '/transfer'] as const;
export type Target = (typeof TARGETS)[number];

/** A page that takes long; whoever asks for it does other things meanwhile. */
export const REPORT = '/report';

/** What a form sends to `/transfer`, urlencoded: no preflight keeps another site from posting it. */
export const TRANSFER_FORM = 'to=mallory&amount=100';

/** Returns the method of a page: what changes something is a POST. */
export const toMethod = (target: string): HttpMethod => (target === '/transfer' ? 'POST' : 'GET');

/** Returns what a page says to its user, as JSON. `form` is the urlencoded body that was sent. */
export function toPage(target: string, userId: string, form: string | null): object {
  if (target === '/admin') return { userId, role: 'admin' };
  if (target === REPORT) return { userId, report: 'ready' };
  if (target === '/transfer')
    return { userId, to: new URLSearchParams(form ?? undefined).get('to') };
  return { userId };
}
