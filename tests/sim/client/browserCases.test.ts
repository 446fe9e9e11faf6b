import { expect, test } from 'vitest';
import type { Case } from '../../e2e/browserRules/acts.ts';
import { AGE } from '../../e2e/browserRules/age.ts';
import { GROUPS } from '../../e2e/browserRules/cases.ts';
import { EnginePlayer } from '../../e2e/browserRules/engine.ts';
import { listExpectations, play } from '../../e2e/browserRules/play.ts';
import { BLOCKED } from '../../e2e/browserRules/setting.ts';

// What the end-to-end tests hold against Chromium, here at once and without one.
async function prove({ acts }: Case, thirdPartyCookies: 'allowed' | 'blocked', pace: number) {
  const engine = new EnginePlayer({ port: 8080, thirdPartyCookies, pace });
  expect(await play(engine, acts)).toEqual(listExpectations(acts));
}

test.each(Object.values(GROUPS).flat())('$rule', (each) => prove(each, 'allowed', 1));
test.each(BLOCKED)('third-party cookies blocked: $rule', (each) => prove(each, 'blocked', 1));
test.each(AGE)('$rule', (each) => prove(each, 'allowed', 12));
