import type { Message } from '../../sim/message.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame, Trace } from '../../sim/trace.ts';
import { readClock, readSentCredential, readSid, toRecords } from '../facts.ts';
import { formatCount, formatDuration, formatTime } from '../format.ts';
import { readTraffic, toCredentialLabel } from '../scene.ts';
import { formatLeft } from '../timeLeft.ts';
import { toForeignOrigin } from './foreignOrigin.ts';
import { isAttackers } from './parties.ts';

/** What can stand around client, wire and server: who does not belong there, a second server, the database. */
export type AroundPart = 'outsider' | 'second' | 'users';

const OUTSIDERS: ReadonlySet<string> = new Set([
  ...['steal', 'replay', 'forge', 'injectScript', 'crossSite', 'plant'],
]);

const isOutsiders = (action: Frame['action']) =>
  action !== null &&
  (OUTSIDERS.has(action.type) || ('client' in action && action.client === 'attacker'));

const known = new WeakMap<Trace, string>();

/** Returns the parts that a run needs room for, as a list of words; the same at each of its steps. */
export function toAround(trace: Trace): string {
  const found = known.get(trace);
  if (found !== undefined) return found;
  const { actions, settings } = trace.scenario;
  const parts: readonly AroundPart[] = [
    ...(actions.some(isOutsiders) ? (['outsider'] as const) : []),
    ...(settings.second ? (['second'] as const) : []),
    ...(settings.user.role || actions.some(({ type }) => type === 'ban' || type === 'demote')
      ? (['users'] as const)
      : []),
  ];
  known.set(trace, parts.join(' '));
  return parts.join(' ');
}

/** What the server would say to something stolen if it came now; the engine has tried it. */
export interface Worth {
  readonly label: string;
  readonly refused: boolean;
  /** Time left while it is accepted. */
  readonly left: string;
}

/**
 * Returns what the step's copy check says of what was stolen; `null` where it is about something
 * else, about one of several things, or where another server might decide otherwise.
 */
export function toWorth(lane: LaneFrame, strategy: Strategy): Worth | null {
  const { copy } = lane.outcome;
  const { clients, servers } = lane.state;
  // A refresh token has no dots, and is not what a request for a page carries.
  const isTried = (item: string) => strategy === 'session' || item.includes('.');
  const [only, ...others] = (clients.attacker?.loot ?? []).filter(isTried);
  const tried = clients.client?.discarded ?? only;
  if (!copy || !only || others.length > 0 || tried !== only || servers.server2) return null;
  // A session that nobody has logged in to yet is what a planted cookie waits for, and not over.
  if (copy.failure === 'sessionAnonymous') return null;
  return {
    label: labelCredential(only, strategy),
    refused: !copy.accepted,
    left: formatLeft(copy.expiresAt, readClock(lane)),
  };
}

/** Somebody outside of the wire, and what it has and does. */
export interface Outsider {
  readonly name: string;
  /** What it does in this step, or what it is. */
  readonly note: string;
  /** It does something in this step. */
  readonly acts: boolean;
  /** Where it is, when that is not a machine of its own: a page in the user's browser. */
  readonly place: string | null;
  /** Labels of what it has stolen, the latest first. */
  readonly loot: readonly string[];
  /** What one of them is worth now, where that was tried in this step. */
  readonly worth: Worth | null;
  readonly request: Message | null;
  readonly response: Message | null;
  /** The credential that its request carries. */
  readonly carried: string | null;
}

/** Labels a credential by what it is; a refresh token has no dots, an unsigned cookie no signature. */
export function labelCredential(value: string, strategy: Strategy): string {
  if (strategy === 'session') return toCredentialLabel(readSid(value) || value, strategy);
  return value.includes('.')
    ? toCredentialLabel(value, strategy)
    : toCredentialLabel(value, strategy).replace('JWT', 'refresh');
}

const readRefreshToken = (message: Message | null): string | null =>
  /"refreshToken":"([^"]+)"/.exec(message?.body ?? '')?.[1] ?? null;

const NOTES: Readonly<Partial<Record<string, string>>> = {
  steal: 'takes a copy',
  plant: 'plants a cookie',
  replay: 'own machine',
  forge: 'sends its own making',
  refresh: 'sends what it stole',
};

/** What is said of it while it does nothing. */
const AWAY = 'outside';
const USELESS = 'has nothing to do';
const UNUSED = 'holds a copy, unused';
const AT_REST: ReadonlySet<string> = new Set([AWAY, USELESS, UNUSED]);

/** What the attacker does in this step, in a few words. */
function toNote({ action }: Frame, lane: LaneFrame, acts: boolean, loot: number): string {
  if (lane.outcome.idle === 'scriptCannotRead') return 'its script finds nothing';
  if (!action || lane.outcome.idle !== null)
    return action && isOutsiders(action) ? (loot > 0 ? UNUSED : USELESS) : AWAY;
  if (action.type === 'injectScript')
    return action.mode === 'read' ? 'its script reads in the page' : 'its script acts in the page';
  if (action.type === 'refresh' && !acts) return AWAY;
  return NOTES[action.type] ?? AWAY;
}

/** The page of another site that starts a request is not the attacker's machine: it is in the user's browser. */
function toForeignPage(frame: Frame, lane: LaneFrame, loot: readonly string[]): Outsider | null {
  const { action } = frame;
  if (action?.type !== 'crossSite') return null;
  const { vehicle, from = 'evil' } = action;
  const { host } = new URL(toForeignOrigin(lane.state.clients.client?.origin ?? '', from));
  const does = { link: 'its link is followed', form: 'posts a form', fetch: 'calls fetch' };
  const name = from === 'evil' ? 'Another site' : 'Sibling subdomain';
  const { request, response, waiting } = readTraffic(lane);
  return {
    ...{ name, note: does[vehicle], acts: true, place: host, loot, worth: null, carried: null },
    ...{ request: request ?? waiting, response },
  };
}

/** Returns who stands outside of the wire, with what it has stolen and what it sends. */
export function toOutsider(frame: Frame, strategy: Strategy): Outsider {
  const lane = frame[strategy];
  const taken = lane.state.clients.attacker?.loot ?? [];
  const loot = taken.map((value) => labelCredential(value, strategy)).reverse();
  const page = toForeignPage(frame, lane, loot);
  if (page) return page;
  const own = lane.messages.filter(isAttackers);
  const { waiting, attacked } = readTraffic(lane);
  const request = own.find(({ kind }) => kind === 'request') ?? (attacked ? waiting : null);
  const response = own.find(({ kind }) => kind === 'response') ?? null;
  const sent = readSentCredential(request ?? undefined, strategy) ?? readRefreshToken(request);
  const note = toNote(frame, lane, attacked, loot.length);
  return {
    name: 'Attacker',
    note,
    acts: !AT_REST.has(note),
    place: null,
    loot,
    worth: toWorth(lane, strategy),
    request,
    response,
    carried: sent ? labelCredential(sent, strategy) : null,
  };
}

/** Finds the request that a step's answer is the answer to, in the steps of its Action before it. */
export function findAnswered({ frames }: Trace, frame: Frame, strategy: Strategy): Message | null {
  const { actionIndex, step } = frame;
  for (let at = step - 1; frames[at]?.actionIndex === actionIndex; at -= 1) {
    const sent = frames[at]?.[strategy].messages.find(({ kind }) => kind === 'request');
    if (sent) return sent;
  }
  return null;
}

/** The second server behind the same address. */
export interface SecondServer {
  readonly store: string;
  /** Its clock, where it differs. */
  readonly clock: string | null;
  readonly secrets: string;
  /** The step is about this server. */
  readonly active: boolean;
}

const sameSecrets = (lane: LaneFrame) => {
  const { server, server2 } = lane.state.servers;
  return server?.secrets.join() === server2?.secrets.join();
};

/** Returns the second server, or `null` where there is none. */
export function toSecondServer(lane: LaneFrame): SecondServer | null {
  const { server, server2 } = lane.state.servers;
  if (!server2) return null;
  const shared = server2.store !== null && server2.store === server?.store;
  const own = formatCount(toRecords(lane, server2.store).length, 'record');
  const store =
    server2.store === null ? 'no store' : shared ? 'shares the store' : `own store: ${own}`;
  const ahead = server2.clockOffset - (server?.clockOffset ?? 0);
  const sign = ahead < 0 ? '−' : '+';
  const time = formatTime(readClock(lane, 'server2'));
  return {
    store,
    clock: ahead === 0 ? null : `${time}, ${sign}${formatDuration(Math.abs(ahead))}`,
    secrets: sameSecrets(lane) ? 'same secret' : 'another secret',
    active: readTraffic(lane).serverId === 'server2',
  };
}

/** The user's row in the database, in words; one that nobody has changed yet is as the run began. */
export function toUserRow({ scenario: { settings } }: Trace, lane: LaneFrame): string {
  const { id, role: first } = settings.user;
  const row = lane.state.users?.[id];
  // Where the run knows no roles, every row has the same, and it says nothing.
  const role = first === undefined ? null : (row?.role ?? first);
  const facts = [role === null ? [] : [`role ${role}`], row?.banned ? ['banned'] : []].flat();
  return `${id}: ${facts.join(', ') || 'not banned'}`;
}
