import type { CredentialFields } from '../../client/client.ts';
import type { Settings } from '../../settings.ts';
import { toTokenCookieName } from './cookieName.ts';

/** Returns the header field in which a token goes to a server, by where clients keep it. */
export function toFields(value: string, settings: Settings): CredentialFields {
  return settings.token.keptIn === 'cookie'
    ? {
        cookie: `${toTokenCookieName(settings)}=${value}`,
        carries: [{ what: 'token', in: 'Cookie', value }],
      }
    : {
        authorization: `Bearer ${value}`,
        carries: [{ what: 'token', in: 'Authorization', value }],
      };
}
