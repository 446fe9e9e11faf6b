import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import type { Action } from '../../src/sim/action.ts';
import { toPossibleActions } from '../../src/sim/possible/possibleActions.ts';
import type { Corner } from './corners.ts';
import { CORNERS } from './corners.ts';
import { run } from './runs.ts';

const PATH = join(ROOT, 'tests/sim/golden/possible.txt');
/** Rewrites the golden file instead of comparing. Read the difference before you commit it. */
const UPDATE = process.env.UPDATE_GOLDEN === '1';

const fold = true;
const onClient = (i: number): Action => ({ type: 'login', client: `tablet${i}`, fold });

/** What no corner has. */
const MORE: Readonly<Record<string, Corner>> = {
  'eight-browsers': {
    patch: { user: { password: 'wrong horse' } },
    actions: [
      ...[1, 2, 3, 4, 5].map(onClient),
      { type: 'request', client: 'attacker', fold },
      { type: 'login', client: 'phone', fold },
      { type: 'logout', client: 'tablet1', fold },
    ],
  },
  'token-alone': {
    patch: {
      origin: 'http://bank.test',
      session: { secure: true },
      token: { refreshLifetime: 3600, audience: 'shop' },
    },
    actions: [
      { type: 'login', fold },
      { type: 'login', client: 'client2', fold },
      { type: 'steal' },
      { type: 'logout', fold },
    ],
  },
  'cookie-alone': {
    patch: {
      session: { lifetime: 60, countsVisits: true },
      token: { lifetime: 60, keptIn: 'cookie' },
    },
    actions: [
      { type: 'login', fold },
      { type: 'startSlow' },
      { type: 'startSlow', client: 'phone' },
      { type: 'wait', seconds: 60 },
      { type: 'finishSlow' },
    ],
  },
};

const toText = ({ type, ...more }: Action) =>
  [type, ...Object.entries(more).map(([name, value]) => `${name}=${value}`)].join(' ');

/** Writes what is offered at the start of a run and what each of its Actions changes of that. */
async function formatOffers(name: string, { patch, actions }: Corner): Promise<string[]> {
  const { frames, scenario } = await run(actions, patch);
  const lines: string[] = [];
  let before: readonly string[] = [];
  for (const [i, frame] of frames.entries()) {
    if (frames[i + 1]?.actionIndex === frame.actionIndex) continue;
    const offers = toPossibleActions(frame, scenario.settings).map(toText);
    const gone = before.filter((offer) => !offers.includes(offer)).map((offer) => `- ${offer}`);
    const made = offers.filter((offer) => !before.includes(offer)).map((offer) => `+ ${offer}`);
    const changed = [...gone, ...made];
    if (changed.length > 0)
      lines.push(`  ${frame.action ? toText(frame.action) : 'start'}: ${changed.join(', ')}`);
    before = offers;
  }
  return [name, ...lines];
}

test('what is offered after each Action of the corners is the golden list, to the letter', async () => {
  const parts = Object.entries({ ...CORNERS, ...MORE });
  const text = (await Promise.all(parts.map(([name, corner]) => formatOffers(name, corner))))
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
  if (UPDATE) writeFileSync(PATH, text);
  expect(existsSync(PATH), 'possible.txt is missing: run with UPDATE_GOLDEN=1').toBe(true);
  expect(text).toBe(readFileSync(PATH, 'utf8'));
});

test.each([
  // Where there is no other host of the site, a script of the page still has a longer Path.
  ['http://localhost:3000', ['path']],
  ['http://127.0.0.1:3000', ['path']],
  ['http://bank.localhost:3000', ['subdomain', 'path']],
  ['https://bank.test', ['subdomain', 'path', 'http']],
])('beside a cookie of %s one can be planted by %j', async (origin, ways) => {
  const { frames, scenario } = await run([{ type: 'login', fold }], { origin });
  const offered = frames.slice(-1).flatMap((last) => toPossibleActions(last, scenario.settings));
  expect(offered.flatMap((action) => (action.type === 'plant' ? [action.by] : []))).toEqual(ways);
});
