import type { Message } from '../../../sim/message.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import {
  carriesPassword,
  clearsCookie,
  readCarried,
  readRefreshToken,
} from '../../read/carried.ts';
import type { Moment } from '../../read/moment.ts';
import { hasTwoServers, isServer } from '../../read/server/servers.ts';
import type { LocatedCredential } from '../../read/stage/stageCredential.ts';
import type { Traffic } from '../../read/traffic.ts';
import type { CargoTelling, TrackTelling, WireTelling } from '../../telling.ts';
import { isSecondServer } from '../../told/actorIds.ts';
import { labelCredential } from '../credential/credentialLabel.ts';
import { sayWireLabel } from '../lane/wireText.ts';
import { capitalize, nameClient, nameOfTwo } from '../names.ts';
import { toChipSize } from './chipSize.ts';

/** Says what a message carries: a credential as what it is, anything else in a word or two. */
function sayCargo(message: Message, strategy: Strategy): CargoTelling {
  const found = readCarried(message, strategy)?.value ?? readRefreshToken(message);
  if (found !== null) return { label: labelCredential(found, strategy), ...toChipSize(found) };
  if (message.kind === 'response') return String(message.status);
  return carriesPassword(message) ? 'password' : 'no credential';
}

/** Names the part of a message that carries the credential; empty when none does. */
function sayVehicle(message: Message, strategy: Strategy, isDrawn: boolean): string {
  const carried = readCarried(message, strategy);
  const isInCookie = message.carries.some(
    (one) => one.what === 'refreshToken' && one.in === 'Cookie',
  );
  if (message.kind === 'request' && !isDrawn && isInCookie) return 'in Cookie';
  const inBody = carriesPassword(message) || readRefreshToken(message) !== null;
  // A password or a refresh token, unless it is the credential beside it that is drawn.
  if (message.kind === 'request' && !isDrawn && inBody) return 'in the JSON body';
  if (clearsCookie(message)) return 'Set-Cookie: expired';
  if (!carried) return '';
  return carried.part === 'body' ? 'in the JSON body' : `in ${carried.part}`;
}

/** Names an end of a route in the wire's words for who cannot see it. */
function nameEnd(id: string, moment: Moment): string {
  if (!isServer(id, moment)) return nameClient(id);
  return hasTwoServers(moment) ? nameOfTwo(id) : 'server';
}

interface Track {
  readonly message: Message | null;
  /** A request that has arrived and is not answered yet. */
  readonly waiting: Message | null;
  /** The client's credential is on it, and drawn. */
  readonly isDrawn: boolean;
}

function sayTrack(moment: Moment, { message, waiting, isDrawn }: Track): TrackTelling {
  const { strategy } = moment;
  const shown = message ?? waiting;
  const goal = shown && isSecondServer(shown.to) ? 'to server B' : '';
  const vehicle = message ? sayVehicle(message, strategy, isDrawn) : '';
  const [from, to] = shown ? [shown.from, shown.to].map((id) => nameEnd(id, moment)) : [];
  return {
    state: message ? 'crossing' : waiting ? 'delivered' : 'quiet',
    route: from && to ? `${capitalize(from)} to ${to}:` : '',
    label: shown ? sayWireLabel(shown) : '',
    // A status code is what is on the wire, and no verdict: the badge says whether that is good.
    cargo: message && !isDrawn ? sayCargo(message, strategy) : null,
    vehicle: [vehicle, goal].filter(Boolean).join(', '),
    second: shown !== null && [shown.to, shown.from].some(isSecondServer),
  };
}

/** Says what crosses the wire in a step, or has crossed it and waits for its answer. */
export function sayWire(
  moment: Moment,
  { request, response, waiting, fromBelow }: Traffic,
  credential: LocatedCredential | null,
): WireTelling {
  const isOn = (place: 'request' | 'response') => credential?.place === place;
  return {
    fromBelow,
    folded: request !== null && response !== null,
    request: sayTrack(moment, { message: request, waiting, isDrawn: isOn('request') }),
    response: sayTrack(moment, { message: response, waiting: null, isDrawn: isOn('response') }),
  };
}
