import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RUN_NOTICES } from '../../../src/lesson/texts/notices/runs.ts';
import { LEFT_NOTICE } from '../../../src/lesson/texts/notices/whatIf.ts';
import { openWritten } from '../../../src/lesson/told/openWritten.ts';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import {
  openRunAddress,
  runScenarioById,
  writeScenario,
} from '../../../src/player/runs/makeRun.ts';
import type { RunSource } from '../../../src/player/runs/runSource.ts';
import { toPlainRun } from '../../../src/player/runs/shownRun.ts';
import type { ToldRun } from '../../../src/player/runs/toldRun.ts';
import { toScenario } from '../../../src/player/runs/toldRun.ts';
import { listDifferences } from '../../../src/player/whatIf/runDifferences.ts';
import { createWhatIf, keepWhatIfs, type WhatIfStore } from '../../../src/player/whatIf/whatIf.ts';
import type { Action } from '../../../src/sim/action.ts';
import { MAX_FILE_CHARS } from '../../../src/sim/runs/runFile.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { forkTrace } from '../../../src/sim/trace.ts';
import { anyAction } from '../../sim/arbitraries.ts';
import { fakeSource } from '../fakeRun.ts';

const WALK = 'login-to-logout';
const STOLEN = 'stolen-then-logout';
const STEAL: Action = { type: 'steal' };
const REQUEST: Action = { type: 'request' };
const REPLAY: Action = { type: 'replay' };
const NO_SECOND = 'There is no second server in these settings.';

let walk: Awaited<ReturnType<typeof runScenarioById>>;
let player: PlayerStore;
let whatIf: WhatIfStore;

beforeAll(async () => {
  walk = await runScenarioById(WALK);
});
beforeEach(() => open(walk));

/** Opens a page that has a run already. */
function open(first: ToldRun, runScenario: RunSource['runScenario'] = runScenarioById) {
  player = createPlayer(first, { ...fakeSource(runScenario), openRun: openRunAddress });
  whatIf = createWhatIf(player);
  keepWhatIfs(whatIf, player);
}

const now = () => player.getState();
const verbs = () => whatIf.getState();
const actions = () => toScenario(now().run).actions;
const framesOf = (run: ToldRun | null) => run?.trace?.frames;
const frames = () => framesOf(now().run) ?? [];
const types = () => actions().map(({ type }) => type);
const texts = () => now().notices.map(({ text }) => text);
/** What is on the screen, to be compared with what comes back. */
const picture = () => {
  const { run, original, cursor, parting, runAddress } = now();
  return { trace: run.trace, original: original?.trace ?? null, cursor, parting, runAddress };
};
/** The walk by itself, as `picture` has it. */
const toOwn = () => ({ trace: walk.trace, original: null, parting: null, runAddress: null });
const withToken = (token: Partial<Settings['token']>): Settings => {
  const { settings } = toScenario(now().run);
  return { ...settings, token: { ...settings.token, ...token } };
};

describe('an Action', () => {
  it('goes on from the end, moves there, and leaves the original beside it', async () => {
    now().last();
    await verbs().act(REQUEST);
    expect(now()).toMatchObject({ cursor: 15, original: walk, parting: { step: 13 } });
    expect(frames().slice(0, 13)).toEqual(walk.trace.frames);
    expect(now().runAddress).toMatch(/^z\.[\w-]+$/);
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
    expect(frames().slice(0, fork + 1)).toEqual(walk.trace.frames.slice(0, fork + 1));
    expect(frames()).toHaveLength(walk.trace.frames.length + 1);
    expect(now().cursor).toBe(fork + 1);
    expect(frames()[fork + 1]?.kind).toBe('steal.copy');
  });

  it('is never lost, however fast several are chosen', async () => {
    now().jumpTo(5);
    await Promise.all([STEAL, REQUEST, { type: 'logout' } as const, REPLAY].map(verbs().act));
    expect(types()).toEqual([
      ...['login', 'steal', 'request', 'logout', 'replay'],
      // The walk goes on, but for its logout: nobody is logged in any more.
      ...['request', 'request', 'end'],
    ]);
    expect(verbs().past).toHaveLength(4);
    expect(verbs().busy).toBe(false);
  });

  it('chosen just before another Scenario neither keeps that away nor is done to it', async () => {
    let come = () => {};
    const comes = new Promise<void>((resolve) => {
      come = resolve;
    });
    open(walk, async (id) => {
      await comes;
      return runScenarioById(id);
    });
    now().jumpTo(5);
    const stolen = verbs().act(STEAL);
    const asked = [now().chooseScenario(STOLEN), verbs().act(REPLAY)];
    // Which of the two is ready first is not left to luck.
    await stolen;
    come();
    await Promise.all(asked);
    expect(now()).toMatchObject({ original: null, cursor: 0 });
    expect(toScenario(now().run).id).toBe(STOLEN);
    await verbs().undo();
    expect(now().original).toBe(walk);
    expect(types()).toEqual(expect.arrayContaining(['login', 'steal']));
  });

  it('that waits for its turn is not done to another Scenario', async () => {
    await now().chooseScenario(STOLEN);
    await now().chooseScenario(WALK);
    const waits = [verbs().act(STEAL), verbs().act(REPLAY)];
    // This one is at hand, and shows at once.
    now().showRun(toPlainRun(await runScenarioById(STOLEN)), 0);
    await Promise.all(waits);
    expect(now().run).toBe(await runScenarioById(STOLEN));
  });

  it('that cannot be is told, and the next one works', async () => {
    now().last();
    await verbs().act({ type: 'request', server: 'server2' });
    expect(verbs().problem).toBe(NO_SECOND);
    expect(picture()).toMatchObject({ trace: walk.trace, original: null, cursor: 12 });
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
    expect(types()).toEqual(['login', 'steal', 'logout', 'replay', 'request', 'request', 'end']);
    expect(now().original).toBe(walk);
  });

  it('keeps what came after it, and comes out as if that had been run at once', async () => {
    now().jumpTo(5);
    await verbs().act({ type: 'restart' });
    expect(types()).toEqual(['login', 'restart', 'request', 'logout', 'request', 'end']);
    expect(now()).toMatchObject({ cursor: 6, parting: { step: 6 } });
    expect(verbs().dropped).toBe(0);
    const whole = await openRunAddress(WALK, now().runAddress ?? '', now());
    expect(framesOf(whole.run)).toEqual(frames());
  });

  it('leaves out what makes no sense any more, and says how much, until something else is done', async () => {
    now().jumpTo(5);
    await verbs().act({ type: 'logout' });
    expect(types()).toEqual(['login', 'logout', 'request', 'request', 'end']);
    expect(verbs().dropped).toBe(1);
    await verbs().undo();
    expect(verbs().dropped).toBe(0);
    expect(now().run).toBe(walk);
    await verbs().act({ type: 'logout' });
    await verbs().act(REPLAY);
    expect(verbs().dropped).toBe(0);
  });

  it('that is put in before the rest of a long run is given up for another Scenario', async () => {
    const long = Array.from({ length: 300 }, () => REQUEST);
    await verbs().openFile(JSON.stringify({ authtrace: 1, actions: [{ type: 'login' }, ...long] }));
    now().jumpTo(5);
    const asked = verbs().act(STEAL);
    await now().chooseScenario(STOLEN);
    await asked;
    expect(toScenario(now().run).id).toBe(STOLEN);
    expect(now().original).toBeNull();
  });
});

describe('what is offered', () => {
  it('is offered at the step from which it will go on', async () => {
    for (const { id } of SCENARIOS) {
      const { telling, trace } = await runScenarioById(id);
      for (const { step } of trace.frames) {
        const end = forkTrace(trace, step).frames.at(-1);
        expect(telling.at(step).possible.forkStep, `${id} at ${step}`).toBe(end?.step);
      }
    }
  });

  it('can be chosen, and opens again as it was', async () => {
    now().jumpTo(8);
    for (const action of walk.telling.at(8).possible.actions) {
      await verbs().act(action);
      expect([action, verbs().problem]).toEqual([action, null]);
      const { runAddress } = now();
      const opened = await openRunAddress(WALK, runAddress ?? '', now());
      expect(framesOf(opened.run), JSON.stringify(action)).toEqual(frames());
      await verbs().undo();
    }
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
    expect(picture()).toEqual({ ...toOwn(), cursor: 5 });
    await verbs().undo();
    expect(now().run).toBe(walk);
  });

  it('is not “previous step”, which takes nothing back', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    const { run } = now();
    now().stepBack();
    expect(now().run).toBe(run);
    expect(now().cursor).toBe(5);
    expect(verbs().past).toHaveLength(1);
  });

  it('waits its turn: it takes back what was chosen before it', async () => {
    now().jumpTo(5);
    await Promise.all([verbs().act(STEAL), verbs().act(REPLAY), verbs().undo()]);
    expect(types()).toEqual(['login', 'steal', 'request', 'logout', 'request', 'end']);
  });

  it('after any Actions, as often as there were changes, gives the same run back', async () => {
    const offered = anyAction.filter((action) => !('server' in action));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(30), offered), { maxLength: 5 }),
        async (wishes) => {
          now().showRun(toPlainRun(walk), 4);
          whatIf.setState({ past: [] });
          for (const [step, action] of wishes) {
            now().jumpTo(step);
            await verbs().act(action);
          }
          const { length } = verbs().past;
          for (let i = 0; i < length; i++) await verbs().undo();
          expect(now().run).toBe(walk);
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
    open(walk);
    await now().openRun(WALK, longer, Number.POSITIVE_INFINITY);
    await verbs().undo();
    expect(now().runAddress).toBe(address);
    const { trace, parting } = stolen;
    expect(picture()).toMatchObject({ trace, parting });
    await verbs().undo();
    expect(types()).toEqual(['login', 'steal', 'request', 'logout', 'request', 'end']);
    await verbs().undo();
    expect(picture()).toMatchObject({ original: null, runAddress: null });
    expect(now().run.trace).toEqual(walk.trace);
    await verbs().undo();
    expect(now().run.trace).toEqual(walk.trace);
  });
});

describe('taking back one difference', () => {
  const differences = () => {
    const { run, original } = now();
    return original ? listDifferences(run, original) : [];
  };
  const find = (type: string, at = 0) => {
    const found = differences().filter((one) => one.type === type)[at];
    if (!found) throw new RangeError(`no difference ${type}`);
    return found;
  };

  it('keeps the others', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().changeSettings(withToken({ lifetime: 60 }));
    await verbs().act({ type: 'restart' });
    expect(differences().map(({ type }) => type)).toEqual(['setting', 'added', 'added']);
    await verbs().takeBack(find('added'));
    expect(types()).toEqual(['login', 'restart', 'request', 'logout', 'request', 'end']);
    expect(now().cursor).toBe(6);
    await verbs().takeBack(find('setting'));
    expect(toScenario(now().run).settings).toEqual(toScenario(walk).settings);
    await verbs().takeBack(find('added'));
    expect(picture()).toEqual({ ...toOwn(), cursor: 5 });
    await verbs().undo();
    expect(types()).toContain('restart');
  });

  it('that others need is refused in a sentence, and the screen stays', async () => {
    const atSecond: Action = { type: 'login', server: 'server2' };
    const { settings } = toScenario(await runScenarioById('two-servers-shared-store'));
    await verbs().openFile(
      JSON.stringify({
        authtrace: 1,
        settings: { second: settings.second },
        actions: [atSecond, REQUEST],
      }),
    );
    const before = picture();
    await verbs().takeBack(find('setting'));
    expect(verbs().problem).toBe(NO_SECOND);
    await verbs().changeSettings(toScenario(walk).settings);
    expect(verbs().problem).toBe(NO_SECOND);
    expect(picture()).toEqual(before);
    await verbs().act(REQUEST);
    expect(verbs().problem).toBeNull();
  });

  it('puts nothing back that its own settings have no server for', async () => {
    const two = await runScenarioById('two-servers-shared-store');
    open(two);
    const { second: _, ...settings } = toScenario(two).settings;
    const own = toScenario(two).actions.filter(
      (action) => !('server' in action && action.server === 'server2'),
    );
    await verbs().openFile(
      JSON.stringify({ ...{ authtrace: 1, scenario: toScenario(two).id }, settings, actions: own }),
    );
    const before = picture();
    await verbs().takeBack(find('missing'));
    expect(verbs().problem).toBe(NO_SECOND);
    expect(picture()).toEqual(before);
  });

  it('brings back what made no sense beside it', async () => {
    now().jumpTo(5);
    await verbs().act({ type: 'logout' });
    expect(differences().map(({ type }) => type)).toEqual(['added', 'missing']);
    now().last();
    await verbs().takeBack(find('added'));
    expect(now().run).toBe(walk);
    expect(now().cursor).toBe(12);
  });

  it('leaves out what made sense only with it, and says so', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act(REPLAY);
    now().jumpTo(2);
    await verbs().takeBack(find('added'));
    expect(now().run).toBe(walk);
    expect(now().cursor).toBe(2);
    expect(verbs().dropped).toBe(1);
  });

  it('puts back what a run has not of its original, even if nothing comes of it', async () => {
    now().jumpTo(5);
    await verbs().act({ type: 'logout' });
    await verbs().takeBack(find('missing'));
    expect(types()).toEqual(['login', 'logout', 'request', 'logout', 'request', 'end']);
    const short = btoa(JSON.stringify({ authtrace: 1, actions: [{ type: 'login' }] }));
    await now().openRun(WALK, short.replaceAll('=', ''), 5);
    expect(find('missing')).toMatchObject({ actions: toScenario(walk).actions.slice(1) });
    await verbs().takeBack(find('missing'));
    expect(now().run.trace).toEqual(walk.trace);
    expect(now()).toMatchObject({ original: null, cursor: 5 });
  });

  it('one after the other, in any order, comes to the original', async () => {
    const offered = anyAction.filter((action) => !('server' in action));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(30), offered), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (wishes, choices) => {
          now().showRun(toPlainRun(walk), 4);
          for (const [step, action] of wishes) {
            now().jumpTo(step);
            await verbs().act(action);
          }
          // What another has left out may come back as it goes, and may have to be taken out again.
          for (let i = 0; i < 40 && now().original; i++) {
            const all = differences();
            const added = all.filter(({ type }) => type !== 'missing');
            const list = added.length > 0 ? added : all;
            const chosen = list[(choices.next().value ?? 0) % list.length];
            if (!chosen) throw new RangeError('a run of its own that differs in nothing');
            await verbs().takeBack(chosen);
            expect(verbs().problem).toBeNull();
          }
          expect(toScenario(now().run).actions).toEqual(toScenario(walk).actions);
          expect(now().original).toBeNull();
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('going back to the original', () => {
  it('shows it where the what-if began, and can be undone', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act(REPLAY);
    const before = picture();
    await verbs().restart();
    expect(picture()).toEqual({ ...toOwn(), cursor: 5 });
    await verbs().undo();
    expect(picture()).toEqual(before);
  });

  it('does nothing where there is no what-if', async () => {
    await verbs().restart();
    expect(verbs().past).toEqual([]);
    expect(now().run).toBe(walk);
  });
});

describe('other settings', () => {
  it('run the same Actions once more, at the same step', async () => {
    now().jumpTo(7);
    await verbs().changeSettings(withToken({ lifetime: 60 }));
    expect(now()).toMatchObject({ cursor: 7, original: walk });
    expect(actions()).toEqual(toScenario(walk).actions);
    await verbs().undo();
    expect(now().run).toBe(walk);
  });

  it('of several wishes the last one counts', async () => {
    const wishes = [60, 120, 180].map((lifetime) =>
      verbs().changeSettings(withToken({ lifetime })),
    );
    await Promise.all(wishes);
    expect(toScenario(now().run).settings.token.lifetime).toBe(180);
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
    expect(toScenario(now().run).settings.token.lifetime).toBe(60);
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
    const { runAddress, cursor, run, parting } = now();
    open(walk);
    const shown = await now().openRun(WALK, runAddress ?? '', cursor);
    expect(now()).toMatchObject({ cursor, parting, runAddress });
    expect(frames()).toEqual(framesOf(run));
    expect(framesOf(now().original)).toEqual(walk.trace.frames);
    expect(shown?.run).toBe(now().run);
  });

  it.each(['token-grows', 'clock-skew'])(
    'of a what-if of %s leaves out what that has',
    async (id) => {
      await now().chooseScenario(id);
      now().last();
      await verbs().act(REQUEST);
      const { runAddress } = now();
      expect(runAddress?.length).toBeLessThan(600);
      const opened = await openRunAddress(id, runAddress ?? '', now());
      expect(framesOf(opened.run)).toEqual(frames());
      expect(texts()).toEqual([]);
    },
  );

  it.each([['%%%'], ['eyJ9'], [''], ['A'.repeat(4001)], [btoa('{"authtrace":2}')]])(
    'with the run %s shows the Scenario and says why',
    async (text) => {
      await now().openRun(WALK, text, 4);
      expect(now()).toMatchObject({ original: null, cursor: 4 });
      expect(frames()).toEqual(walk.trace.frames);
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).toMatch(/The scenario is shown instead\.$/);
    },
  );

  it('has no room for a long run, whose file opens', async () => {
    const long = Array.from({ length: 1000 }, () => REQUEST);
    await verbs().openFile(JSON.stringify({ authtrace: 1, actions: long }));
    expect(now().runAddress).toBeNull();
    const file = await verbs().toFile();
    await verbs().undo();
    await verbs().openFile(file);
    expect(actions()).toHaveLength(1000);
  });
});

describe('a run without Actions', () => {
  const open = async (value: object) => {
    const addNotice = vi.fn(() => 0);
    const text = btoa(JSON.stringify({ authtrace: 1, ...value })).replaceAll('=', '');
    return { shown: await openRunAddress(STOLEN, text, { addNotice }), addNotice };
  };

  it('in an address is told, and its Scenario is shown', async () => {
    const { shown, addNotice } = await open({ actions: [] });
    expect(shown.original).toBeNull();
    expect(addNotice.mock.calls).toEqual([
      ['The run in the address has no Actions. The scenario is shown instead.'],
    ]);
  });

  it('is not what is left when all are taken back: the original’s run then', async () => {
    const { shown } = await open({
      settings: { session: { lifetime: 60 } },
      actions: [{ type: 'ban' }],
    });
    now().showRun(shown, 0);
    await verbs().undo();
    const original = now().original;
    expect(actions()).toEqual(original && toScenario(original).actions);
    expect(toScenario(now().run).settings.session.lifetime).toBe(60);
    expect(now().cursor).toBe(0);
  });
});

describe('a file', () => {
  it('opens as it was saved, at its start, and can be undone', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    await verbs().act({ type: 'wait', until: 'token' });
    const { run, runAddress } = now();
    const text = await verbs().toFile();
    await verbs().restart();
    await verbs().openFile(new Blob([text]));
    expect(now()).toMatchObject({ cursor: 0, runAddress, original: walk });
    expect(frames()).toEqual(framesOf(run));
    await verbs().undo();
    expect(now().run).toBe(walk);
  });

  it('comes back beside the Scenario that it began at', async () => {
    await now().chooseScenario(STOLEN);
    now().last();
    await verbs().act(REQUEST);
    const text = await verbs().toFile();
    await now().chooseScenario(WALK);
    await verbs().openFile(text);
    expect(toScenario(now().run).id).toBe(STOLEN);
    expect(now().original && toScenario(now().original as ToldRun).id).toBe(STOLEN);
    await verbs().openFile(text.replace(STOLEN, 'nowhere'));
    expect(toScenario(now().run).id).toBe(STOLEN);
    expect(texts()).toContain('The file names the scenario “nowhere”, which does not exist.');
  });

  it('has no secret in it, nor has the address; what comes back says so', async () => {
    const secret = 'my very own secret of production';
    const { settings } = toScenario(walk);
    await verbs().changeSettings({
      ...settings,
      user: { ...settings.user, password: 'hunter22' },
      token: { ...settings.token, secret },
      session: { ...settings.session, secrets: [secret] },
    });
    await verbs().act({ type: 'login', password: 'hunter23' });
    const { runAddress } = now();
    const text = await verbs().toFile();
    expect(text).not.toMatch(/production|hunter/);
    const packed = Buffer.from((runAddress ?? '').slice('z.'.length), 'base64url');
    const shared = inflateRawSync(packed).toString();
    expect(shared).toMatch(/"authtrace":1/);
    expect(shared).not.toMatch(/production|hunter/);
    await verbs().openFile(text);
    expect(texts()).toEqual([RUN_NOTICES.ownSecrets]);
    expect(JSON.stringify(now().run.trace)).not.toMatch(/production|hunter/);
  });

  it('with a secret that somebody put into it opens with the demo’s, and says so', async () => {
    const settings = { token: { secret: 'my very own secret of production' } };
    const value = JSON.stringify({ authtrace: 1, settings, actions: [{ type: 'login' }] });
    await verbs().openFile(value);
    expect(texts()).toEqual([RUN_NOTICES.ownSecrets]);
    const addNotice = vi.fn(() => 0);
    await openRunAddress(STOLEN, btoa(value).replaceAll('=', ''), { addNotice });
    expect(addNotice.mock.calls).toEqual([[RUN_NOTICES.ownSecrets]]);
    expect(JSON.stringify(now().run.trace)).not.toContain('production');
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
    [
      '{"authtrace":1,"actions":[]}',
      'The file was not opened. Its run has no Actions: there is nothing to step.',
    ],
    [
      `{"authtrace":1,"actions":[],"settings":{"${'<b>\u202eאבג '.repeat(900)}":1}}`,
      /^The file was not opened\. “settings\.(<b>אבג ){7}<b…”: There is no such member\.$/,
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

  const TEXT = '{"authtrace":1,"actions":[{"type":"login","password":"Grüße"}]}';
  const toUnits = (isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * TEXT.length + 2));
    const chars = `\ufeff${TEXT}`;
    for (let i = 0; i < chars.length; i++) view.setUint16(2 * i, chars.charCodeAt(i), isLittle);
    return view.buffer;
  };

  it.each([
    ['UTF-8', TEXT],
    ['UTF-8 with its mark', `\ufeff${TEXT}`],
    ['UTF-16, as PowerShell writes it', toUnits(true)],
    ['UTF-16, the other way round', toUnits(false)],
  ])('in %s opens', async (_, content) => {
    await verbs().openFile(new Blob([content]));
    expect(verbs().problem).toBeNull();
    expect(actions()).toEqual([{ type: 'login', password: 'Grüße' }]);
  });

  it('that is no text at all is told, and what is told can be taken away', async () => {
    await verbs().openFile(new Blob([new Uint8Array([0x7b, 0xe4, 0x7d])]));
    expect(verbs().problem).toBe('The file was not opened. It is no text in UTF-8 or UTF-16.');
    verbs().dismissProblem();
    expect(verbs().problem).toBeNull();
  });

  it('that is too large or cannot be read is told', async () => {
    const large = { size: 3 * MAX_FILE_CHARS + 1, arrayBuffer: () => expect.unreachable() };
    await verbs().openFile(large as unknown as Blob);
    expect(verbs().problem).toBe('The file was not opened. It is too large to be a run.');
    const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) };
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

describe('the walk as it ships, without its Trace', () => {
  let shipped: ToldRun;
  beforeEach(async () => {
    shipped = { telling: openWritten(await writeScenario(WALK)), trace: null };
    open(shipped);
    whatIf.setState({ past: [] });
  });

  it('goes on with an Action, and comes back as it was', async () => {
    now().jumpTo(5);
    await verbs().act(STEAL);
    expect(now()).toMatchObject({ cursor: 6, parting: { step: 6 } });
    expect(now().original).toBe(shipped);
    expect(frames().slice(0, 6)).toEqual(walk.trace.frames.slice(0, 6));
    await verbs().undo();
    expect(now().run).toBe(shipped);
    expect(now().cursor).toBe(5);
  });

  it('runs under other settings, and is the original of a file', async () => {
    await verbs().changeSettings(withToken({ lifetime: 60 }));
    expect(now().original).toBe(shipped);
    const text = await verbs().toFile();
    await verbs().restart();
    expect(now().run).toBe(shipped);
    await verbs().openFile(text);
    expect(now().original).toBe(shipped);
    expect(toScenario(now().run).settings.token.lifetime).toBe(60);
  });
});
