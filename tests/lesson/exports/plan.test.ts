import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Capture, Template } from '../../../src/lesson/exports/plan.ts';
import { isRequest, planRequests, toTemplate } from '../../../src/lesson/exports/plan.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { tell } from './runs.ts';

const fill = (template: Template, captures: readonly Capture[]) =>
  template
    .map((part) =>
      typeof part === 'string'
        ? part
        : captures.find(({ variable }) => variable === part.variable)?.value,
    )
    .join('');

test('a template with its values put back is the text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  const captured = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }),
    {
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(letters, captured, (text, values) => {
      const captures = values.map((value, i): Capture => {
        return { variable: `v${i}`, value, source: { in: 'body', name: `v${i}` } };
      });
      const template = toTemplate(text, captures);
      expect(fill(template, captures)).toBe(text);
      for (const part of template) {
        if (typeof part !== 'string') continue;
        for (const { value } of captures) expect(part).not.toContain(value);
      }
    }),
    { seed: 1 },
  );
});

test('each credential that a server gives is sent as what it gave', async () => {
  for (const { id } of SCENARIOS) {
    const telling = await tell(id);
    for (const strategy of STRATEGIES) {
      const requests = planRequests(telling, strategy).filter(isRequest);
      requests.forEach(({ headers, body, step }, i) => {
        const given = requests.slice(0, i).flatMap(({ captures }) => captures);
        const texts = [...headers.map(([, value]) => value), body ?? []].flat();
        for (const part of texts) {
          if (typeof part !== 'string') {
            expect(
              given.map(({ variable }) => variable),
              `${id} ${step}`,
            ).toContain(part.variable);
          }
        }
      });
      const all = requests.flatMap(({ captures }) => captures.map(({ variable }) => variable));
      expect(new Set(all).size, id).toBe(all.length);
    }
  }
});

test('the walk brings the cookie and the token that its login gave', async () => {
  const walk = await tell('login-to-logout');
  const [session, token] = STRATEGIES.map((strategy) =>
    planRequests(walk, strategy).filter(isRequest),
  );
  expect(session?.[0]?.captures.map(({ source }) => source)).toEqual([
    { in: 'Set-Cookie', name: 'connect.sid' },
  ]);
  expect(session?.[1]?.headers).toEqual([
    ['Cookie', ['connect.sid=', { variable: 'connect_sid_1' }]],
  ]);
  expect(token?.[0]?.captures.map(({ source }) => source)).toEqual([{ in: 'body', name: 'token' }]);
  expect(token?.[1]?.headers).toEqual([['Authorization', ['Bearer ', { variable: 'token_1' }]]]);
});

test('a forged credential is sent as it is', async () => {
  const forged = planRequests(await tell('forged-secret'), 'token').filter(isRequest);
  const sent = forged.flatMap(({ headers }) =>
    headers.filter(([name]) => name === 'Authorization'),
  );
  expect(sent.some(([, value]) => value.every((part) => typeof part === 'string'))).toBe(true);
});
