import { randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import { type Answer, isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import { servePlainTokens } from './plainTokens.ts';

const NO_LOGOUT = 'note logout.there';

const FRONT_END: Answer = {
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>App</title><div id="root"></div>',
};

const TO_START: Answer = { status: 302, headers: { Location: '/' } };

/** Gives a new ID with each answer to a user, and forgets the old one. */
function serveNewIds() {
  const known = new Set<string>();
  const start = () => {
    const id = randomBytes(16).toString('hex');
    known.add(id);
    return { 'Set-Cookie': `sid=${id}; Path=/; HttpOnly; SameSite=Lax` };
  };
  return servePlainly((question) => {
    const { route, cookies } = question;
    const isKnown = known.delete(cookies.get('sid') ?? '');
    if (route === 'POST /login')
      return isAda(question) ? { status: 200, headers: start(), body: {} } : REFUSED;
    if (route === 'GET /me')
      return isKnown ? { status: 200, headers: start(), body: { id: 'abc123' } } : REFUSED;
    if (route !== 'POST /logout') return NOT_FOUND;
    return { status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } };
  });
}

/** Servers that lead a search astray, with all that has to be said of them. */
export const DISCOVERY: readonly Case[] = [
  {
    name: 'sessions, and the page of a front end for all else: its logout is not guessed',
    app: () => servePlainSessions({ logsOut: ['POST /bye'], nothing: () => FRONT_END }),
    finds: /logout: none found/,
    says: [NO_LOGOUT],
  },
  {
    name: 'tokens without a logout, and the page of a front end for all else',
    app: () => servePlainTokens({ nothing: () => FRONT_END }),
    finds: /logout: none found/,
    says: [NO_LOGOUT],
  },
  {
    name: 'sessions, and a redirect to the start for all else: the logout beside is found',
    app: () =>
      servePlainSessions({
        logsOut: ['POST /signout'],
        farewell: () => TO_START,
        nothing: () => TO_START,
      }),
    finds: /logout: POST \/signout/,
    says: ['warn logout.cleared'],
  },
  {
    name: 'an ID that is new with each request: a GET that finds nothing logs nobody out',
    app: serveNewIds,
  },
];
