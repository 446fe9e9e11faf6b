import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { sayAnnouncement } from '../../../src/lesson/page/announcement.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { explainHeader } from '../../../src/lesson/texts/http/headerNotes.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyCookieRun, anyRun } from '../../sim/arbitraries.ts';
import { anyActions, anySettings } from '../../sim/properties/arbitraries.ts';
import { toScenario } from '../../sim/runs.ts';
import { findHoles, HOLE } from '../holes.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const USER = { id: 'abc123', username: 'ada', password: 'right' };

/** What the walk is made of, and everything else that a run can have. */
const anyTold = fc.oneof(
  fc.record({ settings: anySettings, actions: anyActions(10) }),
  anyRun(12),
  anyCookieRun(12),
);

test('any run finds its words, and none has a hole', async () => {
  const holds = fc.asyncProperty(anyTold, async ({ settings: given, actions }) => {
    const settings = { ...given, user: { ...given.user, ...USER } };
    const trace = await runScenario({ ...toScenario(), settings, actions });
    const { run, at } = openTelling(trace);
    expect(findHoles(run, 'run')).toEqual([]);
    for (const { step } of trace.frames) {
      const told = at(step);
      expect(sayAnnouncement(told, 99, 'both')).not.toMatch(HOLE);
      expect(findHoles(told, `${step}`)).toEqual([]);
      const said = [told.title, told.clock, told.row.action, told.row.result];
      expect([...said, ...Object.values(told.variables)]).not.toContain('');
      expect(told.transcript === null).toBe(step === 0);
      // Where the data is in the cookie, there is no record to hold.
      expect(told.holders).toHaveLength(settings.session.dataIn === 'cookie' ? 4 : 5);
      for (const lane of STRATEGIES) {
        expect(told.row[lane].text).not.toBe('');
        expect(told[lane].badge.word).not.toBe('');
        expect(told[lane].sentence).not.toEqual([]);
        for (const message of told[lane].messages) {
          const headers = message.kind === 'store' ? [] : message.headers;
          expect(headers.filter(([name]) => explainHeader(name) === null)).toEqual([]);
        }
      }
    }
  });
  await fc.assert(holds, { numRuns: 200 });
});
