import { arrivesSecurely } from '../../../sim/http/tlsProxy.ts';
import type { Moment } from '../moment.ts';

/**
 * Why a request is plain http to the application: the browser speaks no https, the proxy that ends
 * TLS does not tell of it, or is not believed.
 */
export type Insecurity = 'http' | 'untold' | 'untrusted';

/** Reads why requests are plain http to the application; `null` where they come by https. */
export function readInsecurity({ settings }: Moment): Insecurity | null {
  if (arrivesSecurely(settings)) return null;
  const { origin, tlsProxy } = settings;
  if (!origin.startsWith('https:') || !tlsProxy) return 'http';
  return tlsProxy.tells ? 'untrusted' : 'untold';
}

/** Reads what `secure: 'auto'` made of a cookie; `null` where the application says it itself. */
export function readAutoSecure(moment: Moment): { readonly isSecure: boolean } | null {
  const { session } = moment.settings;
  return session.secure === 'auto' ? { isSecure: readInsecurity(moment) === null } : null;
}
