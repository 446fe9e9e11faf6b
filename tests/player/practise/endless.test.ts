import { describe, expect, it, vi } from 'vitest';
import type { Level } from '../../../src/lesson/exercises/endless.ts';
import {
  DIFFICULTIES,
  formatEndless,
  LEVELS,
  parseEndless,
} from '../../../src/lesson/exercises/endless.ts';
import { readRules } from '../../../src/lesson/exercises/rules.ts';
import { isOfSameSecond } from '../../../src/lesson/read/action/account.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { RULE_WORDS } from '../../../src/lesson/texts/practise/rules.ts';
import {
  listSettingDifferences,
  restoreSetting,
} from '../../../src/lesson/texts/settings/changedSettings.ts';
import { WHICH } from '../../../src/lesson/told/question.ts';
import { makeEndless, makeLikeIt } from '../../../src/player/practise/runs/makeEndless.ts';
import { readContext } from '../../../src/player/practise/runs/readContext.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';
import type { Frame, Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';

/** In parts, each with a time limit of its own: 2,000 seeds in all. */
const PARTS = 10;
const SEEDS = 200;
const LANES = ['session', 'token'] as const;

/** What each step of a run came to in both lanes. */
const listOutcomes = ({ frames }: Trace) =>
  frames.map(({ session, token }) => [session.outcome, token.outcome]);

/** Every so many seeds the settings of a run are taken away, which runs it again. */
const RUN_AGAIN = 5;

/** Holds that each setting of a run changes what comes out somewhere in it, by running it without. */
async function expectTelling({ scenario, frames }: Trace, name: string) {
  for (const path of listSettingDifferences(scenario.settings, DEFAULT_SETTINGS)) {
    const settings = restoreSetting(scenario.settings, DEFAULT_SETTINGS, path);
    const others = scenario.actions.some((action) => 'server' in action && action.server);
    // What is done at a second server cannot be done without it.
    if (path === 'second') expect(others, name).toBe(true);
    else {
      const without = await runScenario({ ...scenario, settings });
      expect(listOutcomes(without), `${name} ${path}`).not.toEqual(
        listOutcomes({ scenario, frames }),
      );
    }
  }
}

describe('2,000 seeds', () => {
  const answers = new Map<string, number>();
  const lengths = new Map<Level, number>();

  it.each(Array.from({ length: PARTS }, (_, part) => part))(
    'each have exactly one right answer, the engine’s, and are as hard as they say (part %i)',
    async (part) => {
      for (let seed = part * SEEDS; seed < (part + 1) * SEEDS; seed += 1) {
        const level = LEVELS[seed % LEVELS.length] ?? 1;
        const {
          exercise,
          trace,
          rules,
          times,
          settings: told,
        } = await makeEndless({ level, seed });
        const { options, right } = exercise.question;
        const [first, ...rest] = trace.scenario.actions;
        const last = trace.frames.at(-1);
        const name = formatEndless({ level, seed });

        const [session, token] = [last?.session, last?.token].map(
          (lane) => lane?.outcome.allowed === true,
        );
        const engine = session ? (token ? 'both' : 'session') : token ? 'token' : 'nobody';
        expect(right, name).toBe(engine);
        expect(options, name).toEqual(WHICH);
        answers.set(right, (answers.get(right) ?? 0) + 1);

        const { actions, kinds, settings } = DIFFICULTIES[level];
        expect(first?.type, name).toBe('login');
        expect(rest, name).toHaveLength(actions + 1);
        for (const { type } of rest.slice(0, -1)) expect(kinds, name).toContain(type);
        expect(['request', 'replay'], name).toContain(rest.at(-1)?.type);
        const changed = listSettingDifferences(trace.scenario.settings, DEFAULT_SETTINGS);
        expect(changed, name).toHaveLength(settings);
        lengths.set(level, rest.length);
        // What `user.role`, a second server and a look-up are, their own words say.
        const unexplained = told.filter(({ meaning }) => meaning === null);
        expect(
          unexplained.filter(({ said }) => !/^(Role|Two servers|User looked up) /.test(said)),
          name,
        ).toEqual([]);
        const waits = rest.some(({ type }) => type === 'wait');
        expect(
          times.some((time) => time.startsWith('passed')),
          name,
        ).toBe(waits);
        const twice = rest.filter(({ type }, i) => type === rest[i - 1]?.type);
        expect(twice, name).toEqual([]);
        // A second theft is of something new.
        const thefts = rest.flatMap(({ type }, i) => (type === 'steal' ? [i] : []));
        const [theft, again] = thefts;
        if (theft !== undefined && again !== undefined)
          expect(
            rest.slice(theft, again).map(({ type }) => type),
            name,
          ).toContain('changePassword');
        const attacks = rest.filter(({ type }) => type === 'replay').length;
        if (exercise.question.isAttack && attacks > 1) {
          const asked = PREDICT_TEXTS.sayQuestion(exercise.question);
          expect(asked, name).toBe('Who lets the last attack through?');
        }
        if (seed % RUN_AGAIN === 0) await expectTelling(trace, name);
        for (const lane of LANES) expect(rules[lane], name).not.toBeNull();
      }
    },
  );

  it('have no answer half of the time, nor one that hardly ever is; harder is longer', () => {
    const all = PARTS * SEEDS;
    for (const which of WHICH) {
      expect((answers.get(which) ?? 0) / all, which).toBeGreaterThan(0.03);
      expect((answers.get(which) ?? 0) / all, which).toBeLessThan(0.5);
    }
    const [easy = 0, medium = 0, hard = 0] = LEVELS.map((level) => lengths.get(level) ?? 0);
    expect(easy < medium && medium < hard).toBe(true);
  });
});

it('what was missed is asked once more, by the same rule in the same lane', async () => {
  for (const level of LEVELS) {
    for (let seed = 0; seed < 6; seed += 1) {
      const { rules } = await makeEndless({ level, seed });
      for (const lane of LANES) {
        const rule = rules[lane];
        const next = rule && (await makeLikeIt({ level, seed }, lane, rule));
        expect(next, `${formatEndless({ level, seed })} ${rule}`).not.toBeNull();
        if (next) expect((await makeEndless(next)).rules[lane]).toBe(rule);
      }
    }
  }
});

it('says of a record without maxAge why it is still there after years', async () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'no-max-age');
  if (!scenario) throw new RangeError('no such scenario');
  const trace = await runScenario(scenario);
  const told = trace.frames.map(
    ({ step }) => RULE_WORDS[readRules(trace, step).session ?? 'password'],
  );
  expect(told.join(' ')).toContain('in the MemoryStore: it stays until something deletes it');
});

it('says how long things last, and what has passed, where somebody waits', async () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'login-to-logout');
  if (!scenario) throw new RangeError('no such scenario');
  const [login, ...rest] = scenario.actions;
  if (!login) throw new RangeError('no login');
  const read = async (between: readonly Action[], change: SettingsChange = {}) => {
    const settings = changeSettings(change, DEFAULT_SETTINGS);
    return readContext(
      await runScenario({ ...scenario, settings, actions: [login, ...between, ...rest] }),
    );
  };
  expect((await read([])).times).toEqual([]);
  const waits: Action[] = [{ type: 'wait', seconds: 60 }];
  const lasting = ['Session lifetime: 15 min', 'Token lifetime: 15 min'];
  expect((await read(waits)).times).toEqual([...lasting, 'passed since the start: 1 min']);
  expect((await read([{ type: 'leave', how: 'browser' }])).times).toEqual(lasting);
  const short = await read(waits, { token: { lifetime: 60 } });
  expect(short.settings).toEqual([{ said: 'Token lifetime: 1 min', meaning: 'From iat to exp.' }]);
  expect(short.times).toEqual(['Session lifetime: 15 min', 'passed since the start: 1 min']);
});

it('gives the page its turn while runs are tried, and makes the same of a seed', async () => {
  const endless = { level: 3, seed: 2 } as const;
  const { trace } = await makeEndless(endless);
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10;
    return now;
  });
  const turn = vi.spyOn(globalThis, 'setTimeout');
  const again = await makeEndless(endless);
  const { length } = turn.mock.calls;
  const answered = again.exercise.question.right;
  await again.explain(answered === 'both' ? 'nobody' : 'both');
  const { length: explained } = turn.mock.calls;
  vi.restoreAllMocks();
  expect(again.trace.scenario).toEqual(trace.scenario);
  expect(length).toBeGreaterThanOrEqual(trace.scenario.actions.length - 2);
  expect(explained).toBeGreaterThan(length);
});

describe('an address', () => {
  it('gives the same run each time', async () => {
    const once = await makeEndless({ level: 3, seed: 4_294_967_295 });
    const twice = await makeEndless({ level: 3, seed: 4_294_967_295 });
    expect(twice.trace.scenario).toEqual(once.trace.scenario);
    expect(twice.exercise).toEqual(once.exercise);
  });

  it('is read as it is written, and nothing else is', () => {
    for (const level of LEVELS) {
      expect(parseEndless(formatEndless({ level, seed: 17 }))).toEqual({ level, seed: 17 });
    }
    const bad = [
      '',
      'random',
      'random.1',
      'random.0.1',
      'random.4.1',
      'random.1.01',
      'random.1.-1',
    ];
    expect(bad.map(parseEndless)).toEqual(bad.map(() => null));
    expect(parseEndless('random.1.4294967296')).toBeNull();
  });
});

it('is never decided by the one second in which a token is made and tokens are ended', async () => {
  // Drawn first, its run has nobody wait between the login and “Log out everywhere”.
  const { trace } = await makeEndless({ level: 3, seed: 3628560882 });
  const passes = ({ token }: Frame) =>
    isOfSameSecond({ lane: token, settings: trace.scenario.settings, strategy: 'token' });
  expect(trace.frames.filter(passes)).toEqual([]);
});
