import type { Arsenal } from '../../attack/arsenal.ts';
import type { ClientState } from '../../state.ts';
import { isAccessToken } from '../jwt/accessToken.ts';
import { forgeToken, tamperToken } from '../jwt/forgery.ts';
import { TOKEN_PAGE } from '../page.ts';
import { checkCopy } from '../verify/verifyRequest.ts';
import { answerVisit } from '../visit.ts';
import { toFields } from './fields.ts';
import { readRefreshToken, readTokenOf } from './tokenStorage.ts';

const isText = (value: string | null | undefined): value is string => typeof value === 'string';

/** What is in localStorage any script of the page can read; a variable of the page's code it cannot reach. */
function readStorage({ storage }: ClientState): readonly string[] {
  return Object.values(storage.localStorage);
}

/** The token in an attacker's hands. */
export const TOKEN_ARSENAL: Arsenal = {
  hold: readTokenOf,
  copyAll: (client, settings) =>
    [readTokenOf(client, settings), readRefreshToken(client)].filter(isText),
  readByScript: readStorage,
  pickStolen: (stolen) => stolen.findLast(isAccessToken) ?? null,
  pickRefreshToken(stolen, { token }) {
    if (token.refreshLifetime === undefined) return { idle: 'noRefreshTokens' };
    const credential = stolen.findLast((item) => !isAccessToken(item));
    return credential === undefined ? { idle: 'nothingStolen' } : { credential };
  },
  toFields,
  tamper: tamperToken,
  forge: forgeToken,
  answer: answerVisit,
  page: TOKEN_PAGE,
  checkCopy,
};
