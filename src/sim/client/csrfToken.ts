import { ATTACKER } from '../actors.ts';
import { TRANSFER_FORM } from '../http/target.ts';
import { CSRF_FIELD } from '../lanes/csrf.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Carried, Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';
import { getClient, patchClient } from '../state.ts';
import type { Asked, Page } from './client.ts';

/** Key under which the page's code keeps its CSRF token, in a variable; its name in an answer, too. */
export const CSRF_KEY = 'csrfToken';
/** The same for a program of the attacker's, which is no page. */
const READ_KEY = 'csrfTokenRead';

/** What the servers' own pages post with their CSRF token in it. A login has no session yet, and a logout by others does no harm. */
const WITH_TOKEN: ReadonlySet<string> = new Set(['/transfer', '/password', '/logout-everywhere']);

const toCarried = (value: string): Carried => ({ what: 'csrfToken', in: 'body', value });

const readAnswered = ({ body }: Message): unknown =>
  body === null ? undefined : (JSON.parse(body) as Record<string, unknown>)[CSRF_KEY];

/**
 * Lets whoever can read an answer keep the CSRF token in it: the user's page, or a program, which no
 * browser rule binds. A page of another site that navigates here sees nothing of it.
 */
export function keepCsrfToken(recorder: Recorder, response: Message, page: Page | null): void {
  const isProgram = page === null && response.to === ATTACKER;
  if (recorder.settings.csrf !== 'token' || !(isProgram || page?.credentials)) return;
  const token = readAnswered(response);
  if (typeof token !== 'string') return;
  const { storage } = getClient(recorder.state, response.to);
  const memory = { ...storage.memory, [isProgram ? READ_KEY : CSRF_KEY]: token };
  recorder.set(patchClient(recorder.state, response.to, { storage: { ...storage, memory } }));
}

const toField = (token: string) => `${CSRF_FIELD}=${token}`;

/** Adds the page's CSRF token, where it has one, to what it posts. */
export function withCsrfToken(recorder: Recorder, parts: Asked): Asked {
  const { from, target, json, inBody = NOTHING_CARRIED } = parts;
  const token = getClient(recorder.state, from).storage.memory[CSRF_KEY];
  if (token === undefined || !WITH_TOKEN.has(target)) return parts;
  const carried = { ...parts, inBody: [...inBody, toCarried(token)] };
  if (json !== undefined) return { ...carried, json: { ...json, [CSRF_FIELD]: token } };
  const form = target === '/transfer' ? `${TRANSFER_FORM}&${toField(token)}` : toField(token);
  return { ...carried, form };
}

/** Makes the form that a program posts: with the CSRF token that it has read, if it has. */
export function toFormByHand(
  { state }: Recorder,
  from: string,
): { readonly form: string; readonly inBody: readonly Carried[] } {
  const token = getClient(state, from).storage.memory[READ_KEY];
  if (token === undefined) return { form: TRANSFER_FORM, inBody: NOTHING_CARRIED };
  return { form: `${TRANSFER_FORM}&${toField(token)}`, inBody: [toCarried(token)] };
}
