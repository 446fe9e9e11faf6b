import type { Refusal } from '../cookie/refusals.ts';
import type { Remark } from '../cookie/remarks.ts';

/** Why a cookie that is kept does not go along, as far as the browser's rules tell; `unexplained`: by them it would. */
export type WhyLeft = 'otherSite' | 'host' | 'path' | 'secure' | 'site' | 'expired' | 'unexplained';

/** A cookie that was set, and did not come along. */
export interface LeftCookie {
  readonly name: string;
  readonly why: WhyLeft;
  /** Whom the cookie is for, and who was asked. */
  readonly domain: string;
  readonly path: string;
  readonly host: string;
}

/** What is unusual in an exchange of a log. */
export type LogFinding =
  | { readonly found: 'cookieDropped'; readonly name: string; readonly refusal: Refusal }
  | { readonly found: 'cookieRemark'; readonly name: string; readonly remark: Remark }
  | {
      readonly found: 'clearMisses';
      readonly name: string;
      readonly domain: string;
      readonly path: string;
    }
  | { readonly found: 'inUrl'; readonly what: 'token' | 'password'; readonly name: string }
  | {
      readonly found: 'clearText';
      readonly what: 'password' | 'bearer' | 'cookie';
      readonly host: string;
    }
  | (LeftCookie & { readonly found: 'redirectLoses' })
  | (LeftCookie & { readonly found: 'deniedWithout' })
  /** A token was handed out before, and this came without one. */
  | { readonly found: 'tokenNotSent' };

/** What an exchange does with a credential. */
export type LogEvent =
  | { readonly does: 'sets' | 'clears' | 'sends'; readonly what: 'cookie'; readonly name: string }
  | { readonly does: 'sends'; readonly what: 'authorization'; readonly scheme: string }
  | { readonly does: 'sends'; readonly what: 'password' }
  | { readonly does: 'hands'; readonly what: 'token'; readonly name: string };
