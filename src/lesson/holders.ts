import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  readSid,
  toHttpMessages,
  toRecords,
} from './facts.ts';

export const PLACES = ['client', 'wire', 'server', 'attacker'] as const;
export type Place = (typeof PLACES)[number];

/** One line of "who holds what now". */
export interface Holding {
  readonly item: 'Password' | 'Session ID' | 'Session record' | 'Token' | 'Secret';
  readonly lanes: readonly Strategy[];
  /** Who has it after the step; the wire is what crossed in the step. */
  readonly places: readonly Place[];
}

/** What the attacker has, where there is one. */
const readLoot = ({ state }: LaneFrame): readonly string[] => state.clients.attacker?.loot ?? [];

function toPlaces(test: Readonly<Partial<Record<Place, boolean>>>): readonly Place[] {
  return PLACES.filter((place) => test[place]);
}

function holdPassword(lane: LaneFrame): readonly Place[] {
  const carries = (body: string | null | undefined) => /"password":/.test(body ?? '');
  return toPlaces({
    client: false,
    wire: toHttpMessages(lane).some(({ body }) => carries(body)),
    server: Object.values(lane.state.servers).some((s) => carries(s.handling?.request.body)),
  });
}

function holdSessionId(lane: LaneFrame): readonly Place[] {
  const cookie = findCookie(lane);
  const known = new Set(toRecords(lane).map(([sid]) => sid));
  const server = Object.values(lane.state.servers).some(({ handling }) => {
    const sent = readSentCredential(handling?.request, 'session');
    return handling?.issued || (sent !== null && known.has(readSid(sent)));
  });
  return toPlaces({
    client: cookie !== undefined,
    wire:
      readGivenCredential(findResponse(lane), 'session') !== null ||
      readSentCredential(findRequest(lane), 'session') !== null,
    server: server || known.size > 0,
    attacker: readLoot(lane).length > 0,
  });
}

function holdToken(lane: LaneFrame): readonly Place[] {
  return toPlaces({
    client: findToken(lane) !== null,
    wire:
      readGivenCredential(findResponse(lane), 'token') !== null ||
      readSentCredential(findRequest(lane), 'token') !== null,
    server: Object.values(lane.state.servers).some(
      ({ handling }) => handling?.issued || readSentCredential(handling?.request, 'token') !== null,
    ),
    // A refresh token has no dots.
    attacker: readLoot(lane).some((item) => item.includes('.')),
  });
}

const serverOnly = (held: boolean): readonly Place[] => (held ? ['server'] : []);

/** Returns who holds what after a step, looked up in State and Messages. */
export function toHoldings({ session, token }: Frame): readonly Holding[] {
  const secret = Object.values(session.state.servers).some(({ secrets }) => secrets.length > 0);
  const lane = (item: Holding['item'], lanes: readonly Strategy[], places: readonly Place[]) => ({
    item,
    lanes,
    places,
  });
  return [
    lane('Password', ['session', 'token'], holdPassword(session)),
    lane('Session ID', ['session'], holdSessionId(session)),
    lane('Session record', ['session'], serverOnly(toRecords(session).length > 0)),
    lane('Token', ['token'], holdToken(token)),
    lane('Secret', ['session', 'token'], serverOnly(secret)),
  ];
}
