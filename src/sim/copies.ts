import { CLIENT } from './actors.ts';
import type { CopyCheck } from './outcome.ts';
import type { State } from './state.ts';
import { getClient, readLoot } from './state.ts';

const isLater = (a: number | null, b: number | null) => b !== null && (a === null || a > b);

/**
 * Tries what copies would get now: of the credential that the client dropped, else of the one that
 * was stolen last, and then of all other stolen ones. `null` when there is nothing that anybody could have copied.
 */
export async function checkCopies(
  state: State,
  isCredential: (stolen: string) => boolean,
  check: (credential: string) => Promise<CopyCheck>,
): Promise<CopyCheck | null> {
  const stolen = readLoot(state).filter(isCredential);
  const first = getClient(state, CLIENT).discarded ?? stolen.at(-1) ?? null;
  if (first === null) return null;
  const copy = await check(first);
  let best: { readonly expiresAt: number | null } | undefined;
  for (const credential of new Set(stolen)) {
    if (credential === first) continue;
    const { accepted, expiresAt } = await check(credential);
    if (accepted && (!best || isLater(expiresAt, best.expiresAt))) best = { expiresAt };
  }
  return best ? { ...copy, other: best } : copy;
}
