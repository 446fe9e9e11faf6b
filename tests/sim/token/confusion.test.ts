import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import type { Frame } from '../../../src/sim/frame.ts';
import { toPossibleActions } from '../../../src/sim/possible/possibleActions.ts';
import type { TokenSettings } from '../../../src/sim/settings.ts';
import { isAccessToken } from '../../../src/sim/token/jwt/accessToken.ts';
import { getFrame, run } from '../runs.ts';

const AS_ACCESS_TOKEN: Action = { type: 'replay', what: 'refreshToken', fold: true };
const OTHER_SERVICE: Action = { type: 'forge', how: 'otherService', fold: true };
const STOLEN: readonly Action[] = [{ type: 'login', fold: true }, { type: 'steal' }];

async function decide(actions: readonly Action[], token: Partial<TokenSettings>) {
  const { status, failure, idle } = getFrame(await run(actions, { token }), -1).token.outcome;
  return idle ?? `${status} ${failure ?? ''}`.trim();
}

describe('a refresh token in the place of an access token', () => {
  test.each<[string, Partial<TokenSettings>, string]>([
    ['a JWT of the same secret opens pages', { refreshFormat: 'jwt' }, '200'],
    ['for as long as it lives', { refreshFormat: 'jwt', lifetime: 1 }, '200'],
    ['random bytes do not', {}, '401 tokenMalformed'],
    ['a typ keeps it out', { refreshFormat: 'jwt', checkTyp: true }, '401 tokenTypeWrong'],
    ['an aud too', { refreshFormat: 'jwt', audience: 'shop' }, '401 tokenAudienceWrong'],
    ['a naive verifier lets it in', { refreshFormat: 'jwt', verifier: 'naive' }, '200'],
    [
      'a naive verifier looks at typ as well',
      { refreshFormat: 'jwt', verifier: 'naive', checkTyp: true },
      '401 tokenTypeWrong',
    ],
  ])('%s', async (_, token, wanted) => {
    const actions: Action[] = [...STOLEN, { type: 'wait', seconds: 60 }, AS_ACCESS_TOKEN];
    expect(await decide(actions, { refreshLifetime: 600, ...token })).toBe(wanted);
  });

  test('there is none to send where none was stolen, or none is ever made', async () => {
    const opaque = { refreshLifetime: 600 };
    expect(await decide([{ type: 'login' }, AS_ACCESS_TOKEN], opaque)).toBe('nothingStolen');
    expect(await decide([...STOLEN, AS_ACCESS_TOKEN], {})).toBe('noRefreshTokens');
  });

  test('it is traded in at /refresh as one of random bytes is', async () => {
    const refresh: Action = { type: 'refresh', fold: true };
    const token = { refreshLifetime: 600, refreshFormat: 'jwt' } as const;
    expect(await decide([{ type: 'login' }, refresh], token)).toBe('200');
    const reuse: Action[] = [...STOLEN, refresh, { ...refresh, client: 'attacker' }];
    expect(await decide(reuse, token)).toBe('401 refreshReused');
  });

  test('which is which is known of all that a run hands out, whatever the payload says', async () => {
    const anyFormat = fc.constantFrom('opaque' as const, 'jwt' as const);
    const anyPayload = fc.dictionary(
      fc.constantFrom('a', 'use', 'x'),
      fc.string({ maxLength: 50 }),
    );
    await fc.assert(
      fc.asyncProperty(
        anyFormat,
        fc.boolean(),
        anyPayload,
        async (refreshFormat, list, payload) => {
          const token = { refreshLifetime: 600, refreshFormat, denyList: list };
          const trace = await run([{ type: 'login', fold: true }, { type: 'refresh' }], {
            token,
            payload,
          });
          for (const { token: lane } of trace.frames) {
            const carried = lane.messages.flatMap(({ carries }) => carries);
            for (const one of carried)
              if (one.what !== 'password' && one.value !== null)
                expect(isAccessToken(one.value)).toBe(one.what === 'token');
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a token of another service that has the secret', () => {
  test.each<[string, Partial<TokenSettings>, string]>([
    ['opens pages where nobody asks whom it is for', {}, '200'],
    ['opens none where aud is asked for', { audience: 'shop' }, '401 tokenAudienceWrong'],
    ['says by its typ that it is an access token', { checkTyp: true }, '200'],
    ['comes from the same issuer', { issuer: 'https://id.test' }, '200'],
    ['is found by its kid', { kid: true }, '200'],
  ])('%s', async (_, token, wanted) => {
    expect(await decide([OTHER_SERVICE], token)).toBe(wanted);
  });

  test('its cookie has a right signature and a session ID that is in no store here', async () => {
    const { outcome } = getFrame(await run([OTHER_SERVICE]), -1).session;
    expect(outcome.failure).toBe('sessionUnknown');
  });
});

test('one of another service is offered whether anybody asks for aud or not', async () => {
  for (const [token, wanted] of [
    [{}, '200'],
    [{ audience: 'shop' }, '401 tokenAudienceWrong'],
  ] as const) {
    const { frames, scenario } = await run([{ type: 'login', fold: true }], { token });
    const offered = toPossibleActions(frames.at(-1) as Frame, scenario.settings);
    expect(offered).toContainEqual({ type: 'forge', how: 'otherService' });
    expect(await decide([{ type: 'login', fold: true }, OTHER_SERVICE], token)).toBe(wanted);
  }
});
