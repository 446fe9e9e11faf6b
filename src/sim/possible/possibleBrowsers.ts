import type { Action } from '../action.ts';
import type { ClientId } from '../actors.ts';
import { CLIENT, isUsersClient } from '../actors.ts';
import { MAX_CLIENTS } from '../check/actions.ts';
import type { Frame } from '../frame.ts';
import { readHeldSession } from '../session/held.ts';
import type { State } from '../state.ts';
import { readHeldToken } from '../token/client/tokenStorage.ts';

/** The further browsers that are offered, one after the other: another one on the same machine, another device. */
const OFFERED: readonly ClientId[] = ['client2', 'phone'];

const isKnown = ({ clients }: State, id: ClientId) => Object.hasOwn(clients, id);

/** Tells whether one of the user's browsers holds a credential, in one lane at least. */
export function holdsAny({ session, token }: Frame, id: ClientId): boolean {
  const [cookies, tokens] = [session.state.clients, token.state.clients];
  const [inSession, inToken] = [cookies[id], tokens[id]];
  return (
    (inSession !== undefined && readHeldSession(session.state, id) !== null) ||
    (inToken !== undefined && readHeldToken(token.state, id) !== null)
  );
}

function listOfBrowser(frame: Frame, client: ClientId): readonly Action[] {
  const visits: readonly Action[] = [
    { type: 'login', client },
    { type: 'request', client },
  ];
  return holdsAny(frame, client) ? [...visits, { type: 'logout', client }] : visits;
}

/** Returns what the user can do in further browsers: with those that are there all, in the next one a login. */
export function listFurtherBrowsers(frame: Frame): readonly Action[] {
  const { state } = frame.session;
  const there = Object.keys(state.clients).filter((id) => id !== CLIENT && isUsersClient(id));
  const isFull = Object.keys(state.clients).length >= MAX_CLIENTS;
  const next = isFull ? undefined : OFFERED.find((id) => !isKnown(state, id));
  return [
    ...there.flatMap((id) => listOfBrowser(frame, id)),
    ...(next === undefined ? [] : [{ type: 'login', client: next } as const]),
  ];
}
