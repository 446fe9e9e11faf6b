import type { Moment } from '../moment.ts';

/** What the first server keeps about tokens; `null` for what it does not keep. */
export interface KeptOfTokens {
  /** Token IDs on its deny-list. */
  readonly denied: number | null;
  /** Refresh tokens, those that are used among them. */
  readonly refresh: { readonly count: number; readonly used: number } | null;
  /** NumericDate from which on tokens hold. */
  readonly validSince: number | null;
  /** It compares a token's iat with the user's row. */
  readonly comparesIat: boolean;
}

/** Reads what the first server keeps about tokens. */
export function readKeptOfTokens({
  lane: { state },
  settings,
}: Pick<Moment, 'lane' | 'settings'>): KeptOfTokens {
  const { denyList, refreshTokens } = state.servers.server ?? {};
  const all = refreshTokens && Object.values(refreshTokens);
  return {
    denied: denyList ? Object.keys(denyList).length : null,
    refresh: all ? { count: all.length, used: all.filter(({ used }) => used).length } : null,
    validSince: state.users?.[settings.user.id]?.validSince ?? null,
    comparesIat: settings.token.comparesIat === true,
  };
}
