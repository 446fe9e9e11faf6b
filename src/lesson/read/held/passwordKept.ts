import { decodeToken } from '../decodeToken.ts';
import type { Moment } from '../moment.ts';

const toInner = (text: string) => JSON.stringify(text).slice(1, -1);

/** Lists the payloads of the tokens in a text, as JSON; base64url hides what is in them from a search. */
const listPayloads = (text: string): readonly string[] =>
  (text.match(/[\w-]+\.[\w-]+\.[\w-]*/g) ?? []).flatMap((token) => {
    const { payload } = decodeToken(token);
    return payload ? [JSON.stringify(payload)] : [];
  });

/** Tells whether the password stands in anything that clients, servers and stores have after a step, requests under way included. */
export function isPasswordKept({ settings, lane: { state } }: Moment): boolean {
  const text = JSON.stringify(state);
  const written = toInner(settings.user.password);
  // A body that is kept is JSON in JSON.
  const forms = [written, toInner(written)];
  return [text, ...listPayloads(text)].some((part) => forms.some((form) => part.includes(form)));
}
