import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { shorten } from '../../../src/lesson/page/format.ts';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { readActor, readBrowser } from '../../../src/lesson/read/actor.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Holding, Place, StepTelling } from '../../../src/lesson/telling.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { anyTold } from '../../sim/properties/stories.ts';
import { run, runOnce, toScenario } from '../../sim/runs.ts';
import { readKept, readSid } from '../read/bytes.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

const PHONE = { client: 'phone' } as const;
const HELD: Readonly<Record<Strategy, readonly Holding['item'][]>> = {
  session: ['Session ID', 'Session data'],
  token: ['Token'],
};
const isOpening = ({ kind }: StepTelling) => /\.(request|send|whole)$/.test(kind);

const opensPages = ({ label }: { readonly label: string }) => !label.startsWith('refresh');

/** Expects that the holders name who is drawn with a credential, and nobody else. */
function expectSameHolders(told: StepTelling, lane: Strategy, where: string) {
  const items = told.holders.filter(({ item }) => HELD[lane].includes(item));
  const says = (place: Place) => items.some(({ places }) => places.includes(place));
  const { client, browsers, outsider } = told[lane].stage;
  const isDrawn = [client, ...browsers].some(({ kept }) => kept.some(opensPages));
  expect(says('client'), where).toBe(isDrawn);
  const keeps = /^its browser keeps a (cookie|token)/.test(outsider?.note ?? '');
  if (keeps) expect(says('attacker'), where).toBe(true);
}

/** Expects that no cell calls another one just the client or the browser, which is the user's first. */
function expectNamed({ row, session, token }: StepTelling, browser: string, where: string) {
  if (browser === 'client') return;
  const texts = [row.action, row.session.text, row.token.text, row.result];
  const answers = [session.answer.word, token.answer.word];
  for (const text of [...texts, ...answers])
    expect(text, where).not.toMatch(/^(The )?([Cc]lient|[Bb]rowser)\b(?!.*, phone)|to client$/);
}

test('a further browser is named where it acts, and is on the stage with what it keeps', async () => {
  let acted = 0;
  let kept = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const trace = await runOnce({ ...toScenario(), settings, actions });
    const telling = openTelling(trace);
    for (const frame of trace.frames) {
      const told = telling.at(frame.step);
      const where = `step ${frame.step} (${frame.kind})`;
      expectNamed(told, readBrowser(frame.action), where);
      const actor = readActor(frame.action);
      const acts = actor.who === 'user' && actor.client === 'phone';
      if (acts) {
        acted += 1;
        expect(telling.run.around, where).toContain('browsers');
        if (isOpening(told)) expect(told.title, where).toMatch(/, phone\b/);
      }
      for (const lane of STRATEGIES) {
        expectSameHolders(told, lane, where);
        const { phone } = frame[lane].state.clients;
        const shown = told[lane].stage.browsers.find(({ id }) => id === 'phone');
        expect(shown !== undefined, where).toBe(phone !== undefined || acts);
        if (!shown) continue;
        expect([shown.name, shown.acts], where).toEqual(['Phone', acts]);
        const value = readKept(phone, lane);
        const opens = shown.kept.find(opensPages);
        expect(opens !== undefined, where).toBe(value !== null);
        if (value === null) continue;
        kept += 1;
        const label = shorten(lane === 'session' ? (readSid(value) ?? '') : value);
        expect(opens?.label, where).toContain(label);
      }
    }
  });
  await fc.assert(holds, { numRuns: 300 });
  expect(acted).toBeGreaterThan(100);
  expect(kept).toBeGreaterThan(100);
});

test('one browser logs out, the other one stays in', async () => {
  const trace = await run([
    { type: 'login', fold: true },
    { type: 'login', ...PHONE, fold: true },
    { type: 'logout', fold: true },
    { type: 'request', ...PHONE },
    { type: 'request', fold: true },
  ]);
  const { run: told, at } = openTelling(trace);
  expect(told.around).toEqual(['browsers']);
  const titles = [1, 2, 3, 4, 7].map((step) => at(step).title);
  expect(titles).toEqual([
    'User logs in',
    'User logs in, phone',
    'User logs out',
    'Client makes authenticated request, phone',
    'Next request',
  ]);
  for (const lane of STRATEGIES) {
    expect(toPlainText(at(2)[lane].sentence)).toContain('The phone’s');
    expect(toPlainText(at(4)[lane].sentence)).toMatch(/^The phone’s page asks/);
    expect(at(6)[lane].badge.word).toBe('Allowed 200');
    expect(at(7)[lane].badge.word).toBe('Denied 401');
    // What the phone sends is not on the first browser's wire.
    expect([4, 7].map((step) => at(step)[lane].stage.wire.fromBelow)).toEqual([true, false]);
    expect(at(4)[lane].messages[0]?.route).toBe('phone → server');
    const { kept } = at(7)[lane].stage.browsers[0] ?? {};
    expect(kept).toHaveLength(1);
    expect(at(7)[lane].stage.client.kept).toEqual([]);
  }
  expect(at(7).row.result).toBe('User must login again');
});
