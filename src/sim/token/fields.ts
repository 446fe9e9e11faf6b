import type { CredentialFields } from '../client/client.ts';
import { TOKEN_KEY } from '../client/client.ts';
import type { Settings } from '../settings.ts';

/** Returns the header field in which a token goes to a server, by where clients keep it. */
export function toFields(value: string, { token: { keptIn } }: Settings): CredentialFields {
  return keptIn === 'cookie'
    ? { cookie: `${TOKEN_KEY}=${value}`, carries: [{ what: 'token', in: 'Cookie', value }] }
    : {
        authorization: `Bearer ${value}`,
        carries: [{ what: 'token', in: 'Authorization', value }],
      };
}
