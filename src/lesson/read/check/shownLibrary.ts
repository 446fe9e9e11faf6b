import { findInheritedMember, toPemKind } from '../../../sim/token/verify/library.ts';
import { isRefused } from '../action/login.ts';
import type { Moment } from '../moment.ts';
import { readTokenCheck } from './check.ts';
import { decodesTokens } from './decoded.ts';

/** What jsonwebtoken, which the shown server has, would answer in a step where jose does not. */
export type ShownLibraryRefusal =
  /** 500: it cannot sign a member of this name. */
  | { readonly type: 'payloadMember'; readonly name: string }
  /** 500: it signs with no private key of a PEM text where a secret is asked for. */
  | { readonly type: 'privateKey' }
  /** 401: it takes the secret for a public key when it verifies. */
  | { readonly type: 'publicKey' };

const SIGNING: ReadonlySet<string> = new Set(['login.create', 'login.whole']);

/** Reads what the token server that is shown would refuse in a step, though the run's does not. */
export function readShownLibraryRefusal(moment: Moment): ShownLibraryRefusal | null {
  const { strategy, kind, lane, server, settings } = moment;
  if (strategy !== 'token') return null;
  const secret = lane.state.servers[server]?.secrets[0] ?? '';
  if (SIGNING.has(kind)) {
    if (!lane.outcome.proof || isRefused(moment)) return null;
    const name = findInheritedMember(settings);
    if (name !== undefined) return { type: 'payloadMember', name };
    return toPemKind(secret) === 'private' ? { type: 'privateKey' } : null;
  }
  const isPublic = toPemKind(secret) === 'public';
  if (!isPublic || settings.token.verifier || decodesTokens(moment)) return null;
  return kind === 'request.verify' || kind === 'request.whole'
    ? readTokenCheck(moment)?.type === 'believed'
      ? { type: 'publicKey' }
      : null
    : null;
}
