import type { Visit } from '../sim/action.ts';
import type { LaneFrame } from '../sim/trace.ts';
import type { WhatIfKind } from './book.ts';
import type { Row } from './cellRow.ts';
import { allowed, compare, getsIn, sends } from './cellRow.ts';
import { FAILURE_CELLS } from './failures.ts';
import { IDLE_CELLS } from './idleReasons.ts';

type AttackVisit = Exclude<Visit, 'request'>;

/** Who sends what in each kind of request that is not the user's own. */
const VISIT_WORDS: Readonly<
  Record<AttackVisit, { action: string; session: string; token: string }>
> = {
  replay: {
    action: 'Attacker uses the copy',
    session: 'Attacker sends the stolen cookie',
    token: 'Attacker sends the stolen token',
  },
  tamper: {
    action: 'Altered credential is sent',
    session: 'Send an altered cookie',
    token: 'Send an altered token',
  },
  forge: {
    action: 'Attacker forges a credential',
    session: 'Send a self-made cookie',
    token: 'Send a self-made token',
  },
  crossSite: {
    action: 'Another site sends a request',
    session: 'Browser attaches the cookie',
    token: 'Browser attaches the token’s cookie',
  },
  ride: {
    action: 'Injected script sends a request',
    session: 'Browser attaches the cookie',
    token: 'Script uses the page’s token',
  },
};

const orIdle = (word: (lane: LaneFrame) => string) => (lane: LaneFrame) =>
  lane.outcome.idle === null ? word(lane) : IDLE_CELLS[lane.outcome.idle];

const toDecision = orIdle(({ outcome: { failure } }) =>
  failure ? `Denied: ${FAILURE_CELLS[failure]}` : 'Allowed',
);

const toResult = compare('Both let it in', 'Both keep it out', getsIn, allowed);

function toVisitRows(visit: AttackVisit): Readonly<Record<string, Row>> {
  const { action, session, token } = VISIT_WORDS[visit];
  const say = (word: string, none: string, strategy: 'session' | 'token') =>
    orIdle((lane) => (sends(lane, strategy) ? word : none));
  return {
    [`${visit}.send`]: {
      action,
      session: say(session, 'No cookie rides along', 'session'),
      token: say(token, 'No token rides along', 'token'),
      result: 'Request sent',
    },
    [`${visit}.verify`]: {
      action: 'Server verifies auth',
      session: toDecision,
      token: toDecision,
      result: toResult,
    },
    [`${visit}.respond`]: {
      action: 'Access granted or denied',
      session: toDecision,
      token: toDecision,
      result: toResult,
    },
    [`${visit}.whole`]: { action, session: toDecision, token: toDecision, result: toResult },
  };
}

/** A row of a step in one phase, in which each lane does its part or says why not. */
const single = (action: string, session: string, token: string, result: string): Row => ({
  action,
  session: orIdle(() => session),
  token: orIdle(() => token),
  result,
});

const toRefreshed = (word: string) =>
  orIdle(({ outcome: { failure } }) => (failure ? `Denied: ${FAILURE_CELLS[failure]}` : word));

/** The rows of every step that the walk does not have. */
export const WHAT_IF_ROWS = {
  ...toVisitRows('replay'),
  ...toVisitRows('tamper'),
  ...toVisitRows('forge'),
  ...toVisitRows('crossSite'),
  ...toVisitRows('ride'),
  'restart.boot': {
    action: 'Server restarts',
    session: 'Process starts anew',
    token: 'Process starts anew',
    result: 'Server is back',
  },
  'forget.drop': single(
    'Client logs out on its own',
    'Browser deletes its cookie',
    'Client deletes its token',
    'Server is not told',
  ),
  'steal.copy': single(
    'Attacker copies the credential',
    'Attacker has the cookie',
    'Attacker has the token',
    'Two hold it now',
  ),
  'inject.read': single(
    'Injected script reads',
    'Script reads the cookie',
    'Script reads the token',
    'Script sends away what it found',
  ),
  'plant.place': single(
    'Attacker plants a cookie',
    'Attacker’s cookie is in the jar',
    'Nothing rides along by itself',
    'Attacker waits for a login',
  ),
  'rotate.change': single(
    'Operator changes the secret',
    'New secret signs new cookies',
    'New secret signs new tokens',
    'New secret in use',
  ),
  'ban.mark': single(
    'User is banned',
    'Database says so at once',
    'Token still says what was',
    'Row changed',
  ),
  'demote.mark': single(
    'User loses a role',
    'Database says so at once',
    'Token still says what was',
    'Row changed',
  ),
  'refresh.send': single(
    'Client refreshes its token',
    'A session needs no refresh',
    'Send the refresh token',
    'New token asked for',
  ),
  'refresh.verify': {
    action: 'Server checks refresh token',
    session: IDLE_CELLS.slidesByItself,
    token: toRefreshed('Refresh token is traded in'),
    result: 'Verified or rejected',
  },
  'refresh.respond': {
    action: 'New token or none',
    session: IDLE_CELLS.slidesByItself,
    token: toRefreshed('Send a new pair'),
    result: 'Response sent',
  },
  'refresh.whole': {
    action: 'Client refreshes its token',
    session: IDLE_CELLS.slidesByItself,
    token: toRefreshed('New token, new refresh token'),
    result: 'Refreshed or refused',
  },
} as unknown as Readonly<Record<WhatIfKind, Row>>;
