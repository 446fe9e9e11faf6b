import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { sayAnnouncement } from '../../../src/lesson/page/announcement.ts';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { readActor } from '../../../src/lesson/read/actor.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { StepTelling, Telling } from '../../../src/lesson/telling.ts';
import type { Action } from '../../../src/sim/action.ts';
import { parseRunFile } from '../../../src/sim/runs/runFile.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Frame } from '../../../src/sim/trace.ts';
import { anyTold } from '../../sim/properties/stories.ts';
import { run, runOnce, toScenario } from '../../sim/runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

const AS = { client: 'attacker' } as const;
const STORY: readonly Action[] = [
  { type: 'login' },
  { type: 'login', ...AS },
  { type: 'logout' },
  { type: 'request', ...AS },
];
const FOLDED = STORY.map((action): Action => ({ ...action, fold: true }));

/** The attacker does it, in a browser like anybody's. */
function isAttackers({ action }: Pick<Frame, 'action'>): boolean {
  const actor = readActor(action);
  return actor.who === 'attacker' && actor.means === 'browser';
}

/** The step in which an Action begins: its title says who does it. */
const isOpening = ({ kind }: StepTelling) => /\.(request|send|whole)$/.test(kind);

const readSentence = (told: StepTelling, lane: Strategy) => toPlainText(told[lane].sentence);

function readNode({ flow, actionIndex }: StepTelling): string {
  return flow?.nodes.find(({ index }) => index === actionIndex)?.label ?? '';
}

/** Everything about an attacker's step that is the same for all such steps. */
function expectAttackers(told: StepTelling, { run: { around, lastStep } }: Telling): void {
  const where = `step ${told.step} (${told.kind})`;
  const { row, title } = told;
  const sentences = STRATEGIES.map((lane) => readSentence(told, lane));
  const badges = STRATEGIES.map((lane) => told[lane].badge.word);
  const announced = sayAnnouncement(told, lastStep, 'both');
  for (const text of [title, row.action, row.result, ...badges, ...sentences, announced])
    expect(text, where).not.toMatch(/Still logged in|\bThe user\b|\bUser\b|\boutside\b/);
  if (isOpening(told)) {
    for (const text of [title, row.action, announced]) expect(text, where).toMatch(/attacker/i);
  }
  expect(readNode(told), where).toMatch(/as the attacker/);
  expect(around, where).toContain('outsider');
  for (const lane of STRATEGIES) {
    const { outsider } = told[lane].stage;
    expect([outsider?.name, outsider?.acts], where).toEqual(['Attacker', true]);
    expect(outsider?.note, where).toBe('own browser');
    const { decided, done } = readBadge(told, lane);
    if (decided) expect(done, where).toMatch(/^(Breach|Held|Verified)/);
    expect(told[lane].badge.tone, where).not.toMatch(/allowed|denied/);
  }
}

/** A badge, and whether it says a decision on a request. */
function readBadge(told: StepTelling, lane: Strategy) {
  const { word } = told[lane].badge;
  return { done: word, decided: /Breach|Held|Allowed|Denied|Verified|Rejected/.test(word) };
}

test('every step of the attacker’s own browser is told as the attacker’s', async () => {
  let steps = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const trace = await runOnce({ ...toScenario(), settings, actions });
    const telling = openTelling(trace);
    for (const frame of trace.frames.filter(isAttackers)) {
      // The settings' own texts may hold any word.
      if (settings.user.username !== 'ada') continue;
      steps += 1;
      expectAttackers(telling.at(frame.step), telling);
    }
  });
  await fc.assert(holds, { numRuns: 300 });
  expect(steps).toBeGreaterThan(100);
});

/** The same run as it comes out of a file. */
function openFile(actions: readonly Action[]): readonly Action[] {
  const read = parseRunFile(JSON.stringify({ authtrace: 1, settings: {}, actions }));
  if ('errors' in read) throw new TypeError(JSON.stringify(read.errors));
  return read.run.actions;
}

describe.each([
  ['in phases', STORY, 8],
  ['in one step each', FOLDED, 2],
  ['in phases, from a file', openFile(STORY), 8],
  ['in one step each, from a file', openFile(FOLDED), 2],
] as const)('the attacker logs in and asks, %s', (_name, actions, steps) => {
  test('and each panel says so', async () => {
    const trace = await run(actions);
    const telling = openTelling(trace);
    const own = trace.frames.filter(isAttackers);
    expect(own).toHaveLength(steps);
    for (const { step } of own) expectAttackers(telling.at(step), telling);
    const away = trace.frames.filter(({ action }) => action?.type === 'logout');
    const notes = away.flatMap(({ step }) =>
      STRATEGIES.map((lane) => telling.at(step)[lane].stage.outsider?.note),
    );
    expect([...new Set(notes)]).toEqual([
      'its browser keeps a cookie',
      'its browser keeps a token',
    ]);
    const last = telling.at(telling.run.lastStep);
    const cells = STRATEGIES.map((lane) => last.row[lane].text);
    expect(cells).toEqual(['Breach', 'Breach']);
    expect(last.row.result).toBe('Attacker gets in');
    expect(last.session.badge.word).toBe('Breach 200');
    expect(telling.run.end).toEqual({
      session: 'Breach 200',
      token: 'Breach 200',
    });
  });
});
