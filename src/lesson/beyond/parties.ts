import type { Message } from '../../sim/message.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { findToken } from '../facts.ts';

const ATTACKER = 'attacker';
const SECOND = 'server2';

/** Tells whether a message is the attacker's own: sent by it, or the answer to it. */
export const isAttackers = ({ from, to }: Message) => from === ATTACKER || to === ATTACKER;

/** Returns the server that a lane's step is about; the first one where nothing says otherwise. */
export function findServerId({ messages, state }: LaneFrame): string {
  const request = messages.find(({ kind }) => kind === 'request');
  const response = messages.find(({ kind }) => kind === 'response');
  const handling = Object.entries(state.servers).find(([, server]) => server.handling !== null);
  return request?.to ?? response?.from ?? handling?.[0] ?? 'server';
}

/** Tells whether a lane's step is about the second server. */
export const isAtSecond = (lane: LaneFrame) => findServerId(lane) === SECOND;

/** Names a server in a sentence. */
export const toServerWords = (id: string) => (id === SECOND ? 'the second server' : 'the server');

/** Returns a server's state by ID, or `undefined`. */
export const findServer = ({ state }: LaneFrame, id: string) => state.servers[id];

/** Counts the refresh tokens that can still be traded in, at all servers. */
export function countRefreshTokens({ state }: LaneFrame): number | null {
  const lists = Object.values(state.servers).flatMap(({ refreshTokens }) =>
    refreshTokens ? [refreshTokens] : [],
  );
  if (lists.length === 0) return null;
  const fresh = new Set(
    lists.flatMap((list) => Object.entries(list).flatMap(([id, { used }]) => (used ? [] : [id]))),
  );
  return fresh.size;
}

/** Counts the token IDs on a deny-list; `null` where there is none. */
export function countDenied({ state }: LaneFrame): number | null {
  const lists = Object.values(state.servers).flatMap(({ denyList }) =>
    denyList ? [denyList] : [],
  );
  if (lists.length === 0) return null;
  return new Set(lists.flatMap((list) => Object.keys(list))).size;
}

/** Lists what the first server keeps about tokens, a line each. */
export function toServerState({ state }: LaneFrame): readonly string[] {
  const { denyList, refreshTokens } = state.servers.server ?? {};
  const used = Object.values(refreshTokens ?? {}).filter((token) => token.used).length;
  return [
    ...(denyList ? [`deny-list: ${Object.keys(denyList).length} jti`] : []),
    ...(refreshTokens
      ? [`refresh tokens: ${Object.keys(refreshTokens).length}`, `of them used: ${used}`]
      : []),
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  [ATTACKER]: 'attacker',
  [SECOND]: 'second server',
};

/** Says who sent a message to whom, where that is not the client and the one server; else `null`. */
export function formatRoute({ from, to }: Message): string | null {
  const others = [from, to].some((id) => id in NAMES);
  return others ? `${NAMES[from] ?? from} → ${NAMES[to] ?? to}` : null;
}

/** Tells whether anybody holds a token, or the client has dropped one. */
export const isTokenOut = (lane: LaneFrame): boolean => {
  const { client, attacker } = lane.state.clients;
  return (
    findToken(lane) !== null ||
    (client?.discarded ?? null) !== null ||
    (attacker?.loot.length ?? 0) > 0
  );
};

/** Tells whether a server's secrets end with its process. */
export const drawsSecret = ({ state }: LaneFrame): boolean =>
  Object.values(state.servers).some(({ secretAtBoot }) => secretAtBoot !== undefined);
