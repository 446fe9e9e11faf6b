import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toAnnouncement } from '../../../src/lesson/announcement.ts';
import { toCells } from '../../../src/lesson/cells.ts';
import { toDetail } from '../../../src/lesson/details.ts';
import { explainHeader } from '../../../src/lesson/headerNotes.ts';
import { toHoldings } from '../../../src/lesson/holders.ts';
import { toScene } from '../../../src/lesson/scene.ts';
import { toTranscript } from '../../../src/lesson/transcript.ts';
import { toVariableText, VARIABLES } from '../../../src/lesson/variables.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Frame } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyRunOfOneBrowser } from '../arbitraries.ts';
import { toScenario } from '../runs.ts';
import { anyActions, anySettings } from './arbitraries.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** What a forgotten case leaves in a sentence. */
const HOLE = /undefined|null|NaN|\[object|Invalid Date| {2}/;
const USER = { id: 'abc123', username: 'ada', password: 'right' };

/** What the walk is made of, and everything else that a run can have. */
const anyTold = fc.oneof(
  fc.record({ settings: anySettings, actions: anyActions(10) }),
  anyRunOfOneBrowser(12),
);

const listTexts = (frame: Frame): string[] => [
  ...Object.values(toCells(frame)),
  toAnnouncement(frame, 99, 'both'),
  ...STRATEGIES.map((lane) => toDetail(frame.kind, frame[lane], lane) ?? ''),
  ...STRATEGIES.map((lane) => JSON.stringify(toScene(frame, lane).verdict)),
];

test('any run finds its words, and none has a hole', async () => {
  const holds = fc.asyncProperty(anyTold, async ({ settings: given, actions }) => {
    const settings = { ...given, user: { ...given.user, ...USER } };
    const trace = await runScenario({ ...toScenario(), settings, actions });
    for (const frame of trace.frames) {
      for (const text of listTexts(frame)) expect(text).not.toMatch(HOLE);
      expect(toHoldings(frame)).toHaveLength(5);
      for (const { messages } of [frame.session, frame.token]) {
        for (const [name] of messages.flatMap(({ headers }) => headers)) {
          expect(explainHeader(name), name).not.toBe(null);
        }
      }
    }
    for (const { text } of toTranscript(trace)) expect(text).not.toMatch(HOLE);
    for (const variable of VARIABLES) {
      for (const { step } of trace.frames) {
        expect(toVariableText(trace, variable, step)).not.toMatch(HOLE);
      }
    }
  });
  await fc.assert(holds, { numRuns: 200 });
});
