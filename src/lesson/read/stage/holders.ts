import { ATTACKER } from '../../../sim/actors.ts';
import type { Holding, Place } from '../../telling.ts';
import { isAttackersBrowser } from '../../told/actorIds.ts';
import { carriesPassword, readCarried } from '../carried.ts';
import { hasStolen } from '../held/held.ts';
import { listHeld } from '../held/heldCredentials.ts';
import { listRecords } from '../kept.ts';
import type { Moment, Step } from '../moment.ts';
import { isCookieSession } from '../server/dataInCookie.ts';
import { toSid } from '../sid.ts';

const PLACES: readonly Place[] = ['client', 'wire', 'server', 'attacker'];

const toPlaces = (test: Readonly<Partial<Record<Place, boolean>>>): readonly Place[] =>
  PLACES.filter((place) => test[place]);

const listHandlings = ({ lane: { state } }: Moment) =>
  Object.values(state.servers).flatMap(({ handling }) => handling ?? []);

function holdPassword(moment: Moment): readonly Place[] {
  return toPlaces({
    wire: moment.lane.messages.some(carriesPassword),
    server: listHandlings(moment).some(({ request }) => carriesPassword(request)),
  });
}

/** Also the answer to a preflight can hand a session ID out, although no browser keeps it. */
const isOnWire = ({ lane, strategy }: Moment) =>
  lane.messages.some((message) => readCarried(message, strategy) !== null);

/** Tells whether a browser keeps a cookie or a token that opens pages, not only a refresh token. */
const keepsAny = (moment: Moment, browser: string) =>
  listHeld(moment, browser).some(({ what }) => what !== 'refreshToken');

const usersHold = (moment: Moment) =>
  Object.keys(moment.lane.state.clients).some(
    (id) => !isAttackersBrowser(id) && keepsAny(moment, id),
  );

/** What it stole, or what its own browser was given. */
const attackerHolds = (moment: Moment) => hasStolen(moment) || keepsAny(moment, ATTACKER);

function holdSessionId(moment: Moment): readonly Place[] {
  const { state } = moment.lane;
  const known = new Set(listRecords(state).map(([sid]) => sid));
  const isHandled = listHandlings(moment).some(({ request, issued }) => {
    const sent = readCarried(request, 'session');
    return issued !== null || (sent !== null && known.has(toSid(sent.value)));
  });
  return toPlaces({
    client: usersHold(moment),
    wire: isOnWire(moment),
    server: isHandled || known.size > 0,
    attacker: attackerHolds(moment),
  });
}

/** Where the data is in the cookie, servers have it as long as they handle a request. */
function holdSessionData(moment: Moment): readonly Place[] {
  return toPlaces({
    client: usersHold(moment),
    wire: isOnWire(moment),
    server: listHandlings(moment).some(
      ({ request, issued }) => issued !== null || readCarried(request, 'session') !== null,
    ),
    attacker: attackerHolds(moment),
  });
}

function holdToken(moment: Moment): readonly Place[] {
  return toPlaces({
    client: usersHold(moment),
    wire: isOnWire(moment),
    server: listHandlings(moment).some(
      ({ request, issued }) => issued !== null || readCarried(request, 'token') !== null,
    ),
    attacker: attackerHolds(moment),
  });
}

const onServer = (isHeld: boolean): readonly Place[] => (isHeld ? ['server'] : []);

/** Reads who holds what after a step. */
export function readHolders({ session, token }: Step): readonly Holding[] {
  const { state } = session.lane;
  const hasSecret = Object.values(state.servers).some(({ secrets }) => secrets.length > 0);
  const ofSession: readonly Holding[] = isCookieSession(session)
    ? [{ item: 'Session data', lanes: ['session'], places: holdSessionData(session) }]
    : [
        { item: 'Session ID', lanes: ['session'], places: holdSessionId(session) },
        {
          item: 'Session record',
          lanes: ['session'],
          places: onServer(listRecords(state).length > 0),
        },
      ];
  return [
    { item: 'Password', lanes: ['session', 'token'], places: holdPassword(session) },
    ...ofSession,
    { item: 'Token', lanes: ['token'], places: holdToken(token) },
    { item: 'Secret', lanes: ['session', 'token'], places: onServer(hasSecret) },
  ];
}
