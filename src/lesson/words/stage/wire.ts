import type { Message } from '../../../sim/message.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { isSecondServer } from '../../read/actor.ts';
import {
  carriesPassword,
  clearsCookie,
  readCarried,
  readRefreshToken,
} from '../../read/carried.ts';
import type { LocatedCredential } from '../../read/stageCredential.ts';
import type { Traffic } from '../../read/traffic.ts';
import type { TrackTelling, WireTelling } from '../../telling.ts';
import { sayWireLabel } from '../wireText.ts';

/** What a message carries, in a word or two, when it is not the credential itself. */
function sayCargo(message: Message, strategy: Strategy): string {
  if (message.kind === 'response') return String(message.status);
  if (carriesPassword(message)) return 'password';
  if (readRefreshToken(message) !== null) return 'refresh token';
  if (readCarried(message, strategy)) return strategy === 'session' ? 'with cookie' : 'with token';
  return 'no credential';
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

function sayTrack(
  message: Message | null,
  waiting: Message | null,
  isDrawn: boolean,
  strategy: Strategy,
): TrackTelling {
  const shown = message ?? waiting;
  const goal = shown && isSecondServer(shown.to) ? 'to server B' : '';
  const vehicle = message ? sayVehicle(message, strategy, isDrawn) : '';
  return {
    state: message ? 'crossing' : waiting ? 'delivered' : 'quiet',
    label: shown ? sayWireLabel(shown) : '',
    // A status code is what is on the wire, and no verdict: the badge says whether that is good.
    cargo: message && !isDrawn ? sayCargo(message, strategy) : null,
    vehicle: [vehicle, goal].filter(Boolean).join(', '),
    second: shown !== null && [shown.to, shown.from].some(isSecondServer),
  };
}

/** Says what crosses the wire in a step, or has crossed it and waits for its answer. */
export const sayWire = (
  { request, response, waiting, fromBelow }: Traffic,
  credential: LocatedCredential | null,
  strategy: Strategy,
): WireTelling => ({
  fromBelow,
  request: sayTrack(request, waiting, credential?.place === 'request', strategy),
  response: sayTrack(response, null, credential?.place === 'response', strategy),
});
