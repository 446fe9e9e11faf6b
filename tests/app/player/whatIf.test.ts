import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { countOwnActions, toOffer } from '../../../src/player/offer.ts';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import {
  OWN_SECRETS_NOTICE,
  openRunAddress,
  runScenarioById,
  toShownRun,
} from '../../../src/player/runner.ts';
import { createWhatIf, LEFT_NOTICE, type WhatIfStore } from '../../../src/player/whatIf.ts';
import type { Action } from '../../../src/sim/action.ts';
import { MAX_FILE_CHARS } from '../../../src/sim/runFile.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { forkTrace } from '../../../src/sim/trace.ts';
import { anyAction } from '../../sim/arbitraries.ts';
import { fakeLibrary } from './fakeTrace.ts';

const WALK = 'login-to-logout';
const STOLEN = 'stolen-then-logout';
const STEAL: Action = { type: 'steal' };
const REQUEST: Action = { type: 'request' };
const REPLAY: Action = { type: 'replay' };

let walk: Trace;
let player: PlayerStore;
let whatIf: WhatIfStore;

beforeAll(async () => {
  walk = await runScenarioById(WALK);
});
beforeEach(() => {
  player = createPlayer(walk, {
    ...fakeLibrary(runScenarioById),
    openRun: openRunAddress,
  });
  whatIf = createWhatIf(player);
});

const now = () => player.getState();
const verbs = () => whatIf.getState();
const actions = () => now().trace.scenario.actions;
const types = () => actions().map(({ type }) => type);
const texts = () => now().notices.map(({ text }) => text);
/** What is on the screen, to be compared with what comes back. */
const picture = () => {
  const { trace, original, cursor, parting, runAddress } = now();
  return { trace, original, cursor, parting, runAddress };
};
const withToken = (token: Partial<Settings['token']>): Settings => {
  const { settings } = now().trace.scenario;
  return { ...settings, token: { ...settings.token, ...token } };
};

describe('an Action', () => {
  it('goes on from the end, moves there, and leaves the original beside it', async () => {
    now().last();
    await verbs().act(REQUEST);
    expect(now()).toMatchObject({ cursor: 15, original: walk, parting: { step: 13 } });
    expect(now().trace.frames.slice(0, 13)).toEqual(walk.frames);
    expect(now().runAddress).toMatch(/^[\w-]+$/);
  });

  it.each([
    [0, 0],
    [3, 0],
    [5, 5],
    [7, 5],
    [8, 8],
    [11, 11],
  ])('from step %d goes on after step %d, for no Action is cut in two', async (step, fork) => {
    now().jumpTo(step);
    await verbs().act(STEAL);
    expect(now().trace.frames.slice(0, fork + 1)).toEqual(walk.frames.slice(0, fork + 1));
    expect(now().cursor).toBe(fork + 1);
    expect(now().trace.frames[fork + 1]?.kind).toBe('steal.copy');
  });

  it('is never lost, however fast several are chosen', async () => {
    now().jumpTo(5);
    await Promise.all([STEAL, REQUEST, { type: 'logout' } as const, REPLAY].map(verbs().act));
    expect(types()).toEqual(['login', 'steal', 'request', 'logout', 'replay']);
    expect(verbs().past).toHaveLength(4);
    expect(verbs().busy).toBe(false);
  });

  it('chosen just before another Scenario neither keeps that away nor is done to it', async () => {
    now().jumpTo(5);
    const asked = [verbs().act(STEAL), now().chooseScenario(STOLEN), verbs().act(REPLAY)];
    await Promise.all(asked);
    expect(now()).toMatchObject({ original: null, cursor: 0 });
    expect(now().trace.scenario.id).toBe(STOLEN);
    await verbs().undo();
    expect(now().original).toBe(walk);
    expect(types()).toEqual(expect.arrayContaining(['login', 'steal']));
  });

  it('that waits for its turn is not done to another Scenario', async () => {
    await now().chooseScenario(STOLEN);
    await now().chooseScenario(WALK);
    const waits = [verbs().act(STEAL), verbs().act(REPLAY)];
    // This one is at hand, and shows at once.
    now().showRun(toShownRun(await runScenarioById(STOLEN), null), 0);
    await Promise.all(waits);
    expect(now().trace).toBe(await runScenarioById(STOLEN));
  });

  it('that cannot be is told, and the next one works', async () => {
    now().last();
    await verbs().act({ type: 'request', server: 'server2' });
    expect(verbs().problem).toMatch(/server2.*\.$/);
    expect(picture()).toMatchObject({ trace: walk, original: null, cursor: 12 });
    await verbs().act(REQUEST);
    expect(verbs().problem).toBeNull();
    expect(now().cursor).toBe(15);
  });

  it('forks a what-if again, still beside the same original', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act(REPLAY);
    now().jumpTo(6);
    await verbs().act({ type: 'logout' });
    expect(types()).toEqual(['login', 'steal', 'logout']);
    expect(now().original).toBe(walk);
  });
});

describe('what is offered', () => {
  it('is offered at the step from which it will go on', async () => {
    for (const { id } of SCENARIOS) {
      const trace = await runScenarioById(id);
      for (const { step } of trace.frames) {
        const end = forkTrace(trace, step).frames.at(-1);
        expect(toOffer(trace, step)?.forkStep, `${id} at ${step}`).toBe(end?.step);
      }
      expect(toOffer(trace, trace.frames.length)).toBeNull();
    }
  });

  it('can be chosen, and opens again as it was', async () => {
    now().jumpTo(8);
    for (const action of toOffer(walk, 8)?.actions ?? []) {
      await verbs().act(action);
      expect([action, verbs().problem]).toEqual([action, null]);
      const { runAddress, trace } = now();
      const opened = await openRunAddress(WALK, runAddress ?? '', now());
      expect(opened.trace.frames, JSON.stringify(action)).toEqual(trace.frames);
      await verbs().undo();
    }
  });

  it('counts the Actions that are the reader’s own', async () => {
    const count = () => countOwnActions(now().trace, now().original);
    expect(count()).toBe(0);
    now().jumpTo(5);
    // The walk goes on with a request too.
    await verbs().act(REQUEST);
    expect(count()).toBe(0);
    await verbs().act(STEAL);
    await verbs().act(REPLAY);
    expect(count()).toBe(2);
  });
});

describe('undo', () => {
  it('takes the last Action back, whichever step is on show', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    const before = picture();
    await verbs().act(REPLAY);
    now().jumpTo(2);
    await verbs().undo();
    expect(picture()).toEqual(before);
    await verbs().undo();
    expect(picture()).toEqual({ ...toShownRun(walk, null), cursor: 5 });
    await verbs().undo();
    expect(now().trace).toBe(walk);
  });

  it('is not “previous step”, which takes nothing back', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    const { trace } = now();
    now().stepBack();
    expect(now()).toMatchObject({ trace, cursor: 5 });
    expect(verbs().past).toHaveLength(1);
  });

  it('waits its turn: it takes back what was chosen before it', async () => {
    now().jumpTo(5);
    await Promise.all([verbs().act(STEAL), verbs().act(REPLAY), verbs().undo()]);
    expect(types()).toEqual(['login', 'steal']);
  });

  it('after any Actions, as often as there were changes, gives the same run back', async () => {
    const offered = anyAction.filter((action) => !('server' in action));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(30), offered), { maxLength: 5 }),
        async (wishes) => {
          now().showRun(toShownRun(walk, null), 4);
          whatIf.setState({ past: [] });
          for (const [step, action] of wishes) {
            now().jumpTo(step);
            await verbs().act(action);
          }
          const { length } = verbs().past;
          for (let i = 0; i < length; i++) await verbs().undo();
          expect(now().trace).toBe(walk);
          expect(now().original).toBeNull();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('takes back the own Actions of a run that came with an address, down to the original', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act({ type: 'logout' });
    const stolen = { ...picture() };
    const address = now().runAddress ?? '';
    await verbs().act(REPLAY);
    const longer = now().runAddress ?? '';
    player = createPlayer(walk, { ...fakeLibrary(runScenarioById), openRun: openRunAddress });
    whatIf = createWhatIf(player);
    await now().openRun(WALK, longer, Number.POSITIVE_INFINITY);
    await verbs().undo();
    expect(now().runAddress).toBe(address);
    expect(picture()).toEqual({ ...stolen, original: now().original });
    await verbs().undo();
    expect(types()).toEqual(['login', 'steal']);
    await verbs().undo();
    expect(picture()).toMatchObject({ original: null, runAddress: null, cursor: 5 });
    expect(now().trace).toEqual(walk);
    await verbs().undo();
    expect(now().trace).toEqual(walk);
  });
});

describe('going back to the original', () => {
  it('shows it where the what-if began, and can be undone', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act(REPLAY);
    const before = picture();
    await verbs().restart();
    expect(picture()).toEqual({ ...toShownRun(walk, null), cursor: 5 });
    await verbs().undo();
    expect(picture()).toEqual(before);
  });

  it('does nothing where there is no what-if', async () => {
    await verbs().restart();
    expect(verbs().past).toEqual([]);
    expect(now().trace).toBe(walk);
  });
});

describe('other settings', () => {
  it('run the same Actions once more, at the same step', async () => {
    now().jumpTo(7);
    await verbs().changeSettings(withToken({ lifetime: 60 }));
    expect(now()).toMatchObject({ cursor: 7, original: walk });
    expect(actions()).toEqual(walk.scenario.actions);
    await verbs().undo();
    expect(now().trace).toBe(walk);
  });

  it('of several wishes the last one counts', async () => {
    const wishes = [60, 120, 180].map((lifetime) =>
      verbs().changeSettings(withToken({ lifetime })),
    );
    await Promise.all(wishes);
    expect(now().trace.scenario.settings.token.lifetime).toBe(180);
    expect(verbs().past).toHaveLength(1);
    expect(verbs().busy).toBe(false);
  });

  it('are given up by Undo while they are still being run, and nothing else is', async () => {
    now().last();
    await verbs().act(REQUEST);
    const before = picture();
    const wish = verbs().changeSettings(withToken({ lifetime: 60 }));
    await Promise.all([wish, verbs().undo()]);
    expect(picture()).toEqual(before);
    expect(verbs().busy).toBe(false);
  });

  it('do not lose an Action that is chosen meanwhile', async () => {
    now().jumpTo(12);
    await Promise.all([verbs().changeSettings(withToken({ lifetime: 60 })), verbs().act(REQUEST)]);
    expect(types().at(-1)).toBe('request');
    expect(now().trace.scenario.settings.token.lifetime).toBe(60);
  });
});

describe('another Scenario or address', () => {
  it('keeps the what-if for Undo, and says so', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    const before = picture();
    await now().chooseScenario(STOLEN);
    expect(now()).toMatchObject({ original: null, parting: null });
    expect(texts()).toEqual([LEFT_NOTICE]);
    await verbs().undo();
    expect(picture()).toEqual(before);
    expect(texts()).toEqual([]);
  });

  it('keeps it through another what-if too', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    const mine = picture();
    await now().chooseScenario(STOLEN);
    now().jumpTo(1);
    await verbs().act(REQUEST);
    await now().chooseScenario(WALK);
    for (let i = 0; i < 3; i++) await verbs().undo();
    expect(picture()).toEqual(mine);
  });

  it('is nothing to keep when nothing was tried out', async () => {
    await now().chooseScenario(STOLEN);
    expect(verbs().past).toEqual([]);
    expect(texts()).toEqual([]);
  });

  it('with the same run in it is the same what-if', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await now().openRun(WALK, now().runAddress ?? '', 3);
    expect(verbs().past.map(({ change }) => change.type)).toEqual(['act']);
    expect(now().cursor).toBe(3);
  });
});

describe('an address', () => {
  it('shows the same run beside the same original again', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act({ type: 'login', password: 'wrong horse' });
    const { runAddress, cursor, trace, parting } = now();
    const later = createPlayer(walk, { ...fakeLibrary(runScenarioById), openRun: openRunAddress });
    await later.getState().openRun(WALK, runAddress ?? '', cursor);
    expect(later.getState()).toMatchObject({
      cursor,
      parting,
      runAddress,
      whatIfOpen: 'byAddress',
    });
    expect(later.getState().trace.frames).toEqual(trace.frames);
    expect(later.getState().original?.frames).toEqual(walk.frames);
  });

  it.each(['token-grows', 'clock-skew'])(
    'of a what-if of %s leaves out what that has',
    async (id) => {
      await now().chooseScenario(id);
      now().last();
      await verbs().act(REQUEST);
      const { runAddress, trace } = now();
      expect(runAddress?.length).toBeLessThan(600);
      const opened = await openRunAddress(id, runAddress ?? '', now());
      expect(opened.trace.frames).toEqual(trace.frames);
      expect(texts()).toEqual([]);
    },
  );

  it.each([['%%%'], ['eyJ9'], [''], ['A'.repeat(4001)], [btoa('{"authtrace":2}')]])(
    'with the run %s shows the Scenario and says why',
    async (text) => {
      await now().openRun(WALK, text, 4);
      expect(now()).toMatchObject({ original: null, cursor: 4, whatIfOpen: false });
      expect(now().trace.frames).toEqual(walk.frames);
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).toMatch(/The scenario is shown instead\.$/);
    },
  );

  it('has no room for a long run, whose file opens', async () => {
    const long = Array.from({ length: 200 }, () => REQUEST);
    await verbs().openFile(JSON.stringify({ authtrace: 1, actions: long }));
    expect(now().runAddress).toBeNull();
    const file = verbs().toFile();
    await verbs().undo();
    await verbs().openFile(file);
    expect(actions()).toHaveLength(200);
  });
});

describe('a file', () => {
  it('opens as it was saved, at its start, and can be undone', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act({ type: 'wait', until: 'token' });
    const { trace, runAddress } = now();
    const text = verbs().toFile();
    await verbs().restart();
    await verbs().openFile(new Blob([text]));
    expect(now()).toMatchObject({ cursor: 0, runAddress, original: walk });
    expect(now().trace.frames).toEqual(trace.frames);
    await verbs().undo();
    expect(now().trace).toBe(walk);
  });

  it('comes back beside the Scenario that it began at', async () => {
    await now().chooseScenario(STOLEN);
    now().last();
    await verbs().act(REQUEST);
    const text = verbs().toFile();
    await now().chooseScenario(WALK);
    await verbs().openFile(text);
    expect(now().trace.scenario.id).toBe(STOLEN);
    expect(now().original?.scenario.id).toBe(STOLEN);
    await verbs().openFile(text.replace(STOLEN, 'nowhere'));
    expect(now().trace.scenario.id).toBe(STOLEN);
    expect(texts()).toContain('The file names the scenario “nowhere”, which does not exist.');
  });

  it('has no secret in it, nor has the address; what comes back says so', async () => {
    const secret = 'my very own secret of production';
    const { settings } = walk.scenario;
    await verbs().changeSettings({
      ...settings,
      user: { ...settings.user, password: 'hunter22' },
      token: { ...settings.token, secret },
      session: { ...settings.session, secrets: [secret] },
    });
    await verbs().act({ type: 'login', password: 'hunter23' });
    const { runAddress } = now();
    const text = verbs().toFile();
    expect(text).not.toMatch(/production|hunter/);
    expect(atob((runAddress ?? '').replaceAll('-', '+').replaceAll('_', '/'))).not.toMatch(
      /production|hunter/,
    );
    await verbs().openFile(text);
    expect(texts()).toEqual([OWN_SECRETS_NOTICE]);
    expect(JSON.stringify(now().trace)).not.toMatch(/production|hunter/);
  });

  it('with a secret that somebody put into it opens with the demo’s, and says so', async () => {
    const settings = { token: { secret: 'my very own secret of production' } };
    const value = JSON.stringify({ authtrace: 1, settings, actions: [{ type: 'login' }] });
    await verbs().openFile(value);
    expect(texts()).toEqual([OWN_SECRETS_NOTICE]);
    const addNotice = vi.fn(() => 0);
    await openRunAddress(STOLEN, btoa(value).replaceAll('=', ''), { addNotice });
    expect(addNotice.mock.calls).toEqual([[OWN_SECRETS_NOTICE]]);
    expect(JSON.stringify(now().trace)).not.toContain('production');
  });

  it.each([
    ['', 'The file was not opened. character 1: Expected a value (text needs quotes).'],
    ['{"authtrace":1,', 'The file was not opened. character 16: Expected a name in double quotes.'],
    ['[]', 'The file was not opened. This is no run of AuthTrace.'],
    [
      '{"authtrace":1,"scenario":4,"actions":[]}',
      'The file was not opened. scenario: It must be text.',
    ],
    [
      '{"authtrace":1,"actions":[{"type":"steal"},{"type":"wait"},{"type":"tamper"}]}',
      'The file was not opened. actions[1]: A wait has either seconds or until. And 1 more.',
    ],
    [
      '{"authtrace":1,"actions":[],"settings":{"token":{"lifetime":-1}}}',
      /^The file was not opened\. settings\.token\.lifetime: It must be a whole number/,
    ],
  ])('with the text %s is told, and the screen stays', async (text, problem) => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    const before = picture();
    await verbs().openFile(text);
    expect(verbs().problem).toMatch(problem);
    expect(picture()).toEqual(before);
    await verbs().undo();
    expect(verbs().problem).toBeNull();
  });

  it('that is too large or cannot be read is told', async () => {
    const large = { size: 3 * MAX_FILE_CHARS + 1, text: () => expect.unreachable() };
    await verbs().openFile(large as unknown as Blob);
    expect(verbs().problem).toBe('The file was not opened. It is too large to be a run.');
    const gone = { size: 1, text: () => Promise.reject(new Error('NotReadableError')) };
    await verbs().openFile(gone as unknown as Blob);
    expect(verbs().problem).toBe('The file could not be read.');
  });

  it('of any text whatsoever shows a run or says why not, and nothing is lost', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record(
          {
            authtrace: fc.constantFrom(1, 1, 1, 2),
            scenario: fc.oneof(fc.constantFrom(WALK, STOLEN), fc.string(), fc.integer()),
            settings: fc.oneof(
              fc.constant({}),
              fc.object({ key: fc.constantFrom('token', 'user') }),
            ),
            actions: fc.array(fc.oneof(anyAction, fc.object()), { maxLength: 3 }),
          },
          { requiredKeys: ['authtrace'] },
        )
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const before = picture();
        const { length } = verbs().past;
        await verbs().openFile(text);
        const { past, problem, busy } = verbs();
        expect(busy).toBe(false);
        if (past.length === length) {
          expect(problem).toMatch(/\.$/);
          expect(picture()).toEqual(before);
        } else {
          expect(now().original).not.toBeNull();
          await verbs().undo();
          expect(picture()).toEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });
});
