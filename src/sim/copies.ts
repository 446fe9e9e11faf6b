import type { ClientId } from './actors.ts';
import { CLIENT, SERVER } from './actors.ts';
import type { CopyCheck } from './outcome.ts';
import type { State } from './state.ts';
import { getClient, readStolen } from './state.ts';

const isLater = (a: number | null, b: number | null) => b !== null && (a === null || a > b);

/** Which of the stolen things are tried: as the one that is asked about, and as another one. */
interface Tried {
  readonly isFirst: (stolen: string) => boolean;
  readonly isOther: (stolen: string) => boolean;
}

/** What a copy is tried with, from wherever that may be. */
export const TRIAL = { from: CLIENT, method: 'GET', target: '/profile' } as const;

type Check = (credential: string, server: string) => Promise<CopyCheck>;

/** Tries a copy at the first server, and where that refuses it at the others: a thief knows them all. */
async function tryEverywhere(state: State, credential: string, check: Check): Promise<CopyCheck> {
  const copy = await check(credential, SERVER);
  if (copy.accepted) return copy;
  for (const at of Object.keys(state.servers)) {
    if (at === SERVER) continue;
    const there = await check(credential, at);
    if (there.accepted) return { ...there, at };
  }
  return copy;
}

/**
 * Tries what copies would get now: of the credential that `owner` dropped, else of the one that
 * was stolen last, and then of all other stolen ones. `null` when there is nothing that anybody could have copied.
 */
export async function checkCopies(
  state: State,
  owner: ClientId,
  { isFirst, isOther }: Tried,
  check: Check,
): Promise<CopyCheck | null> {
  const stolen = readStolen(state).filter(isOther);
  const first =
    getClient(state, owner).discarded ?? stolen.findLast(isFirst) ?? stolen.at(-1) ?? null;
  if (first === null) return null;
  const copy = await tryEverywhere(state, first, check);
  let best: CopyCheck['other'];
  for (const credential of new Set(stolen)) {
    if (credential === first) continue;
    const { accepted, expiresAt, at } = await tryEverywhere(state, credential, check);
    if (accepted && (!best || isLater(expiresAt, best.expiresAt)))
      best = {
        expiresAt,
        ...(at !== undefined && { at }),
        ...(!isFirst(credential) && { isRefreshToken: true as const }),
      };
  }
  return best ? { ...copy, other: best } : copy;
}
