import { describe, expect, test } from 'vitest';
import { sayAnnouncement } from '../../../src/lesson/page/announcement.ts';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runWalk } from '../../sim/runs.ts';
import { OTHER_FACTS } from '../otherFacts.ts';
import { NARRATED } from './sentenceFacts.ts';

const walk = await runWalk();
const lastStep = walk.frames.length - 1;
const toStep = (trace: Trace, step: number) => openTelling(trace).at(step);
const toRich = (trace: Trace, step: number, lane: Strategy) => toStep(trace, step)[lane].sentence;
const toText = (trace: Trace, step: number, lane: Strategy) =>
  toPlainText(toRich(trace, step, lane));

const STEPS = walk.frames.flatMap(({ step, kind }) =>
  STRATEGIES.map((lane) => ({ step, kind, lane, facts: NARRATED[step]?.[lane] ?? [] })),
);

describe.each(STEPS)('step $step, $lane', ({ step, lane, facts }) => {
  const sentence = toText(walk, step, lane);

  test.each(facts)('“%s” is with %s “%s”', (was, otherwise, is) => {
    const trace: Trace = OTHER_FACTS[otherwise];
    const other = toText(trace, step, lane);
    expect(sentence).toContain(was);
    expect(other).toContain(is);
    if (!is.includes(was)) expect(other).not.toContain(was);
    for (const columns of ['both', lane] as const) {
      expect(sayAnnouncement(toStep(walk, step), lastStep, columns)).toContain(sentence);
      expect(sayAnnouncement(toStep(trace, step), lastStep, columns)).toContain(other);
    }
    const [own, others] = lane === 'session' ? ['Session', 'token'] : ['Token', 'session'];
    const announced = sayAnnouncement(toStep(trace, step), lastStep, others as Strategy);
    expect(announced).not.toContain(`${own}: ${other}`);
  });

  test('every value that is set in code type is one of these facts', () => {
    const codes = toRich(walk, step, lane).flatMap((part) =>
      typeof part === 'object' && 'code' in part ? [part.code] : [],
    );
    for (const code of codes) {
      const known = facts.some(([was]) => was.includes(code) || code.includes(was));
      expect(known, `${code} may be typed in`).toBe(true);
    }
    expect(facts.length).toBeGreaterThan(0);
  });
});

test('an announcement begins with where it is', () => {
  const { scenario, frames } = walk;
  expect(sayAnnouncement(toStep(walk, 0), lastStep, 'both')).toMatch(/^Start\. Session: /);
  expect(sayAnnouncement(toStep(walk, 3), lastStep, 'token')).toMatch(
    /^Step 3 of 12: Create auth data\. Token: /,
  );
  expect(sayAnnouncement(toStep(walk, 3), 40, 'token')).toMatch(/^Step 3 of 40: /);
  expect([scenario.actions.length, frames.length]).toEqual([5, 13]);
});
