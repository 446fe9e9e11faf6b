import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  keepsCredential,
  readLeftCookie,
  readLeftToken,
} from '../../../src/lesson/read/action/leave.ts';
import { readSlowEnd } from '../../../src/lesson/read/action/slow.ts';
import { forbidsStoring, isFromCache, readShownPage } from '../../../src/lesson/read/held/cache.ts';
import type { Moment } from '../../../src/lesson/read/moment.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import type { Action } from '../../../src/sim/action.ts';
import { LEAVINGS } from '../../../src/sim/action.ts';
import { readSid } from '../../../src/sim/session/cookieSignature.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { State } from '../../../src/sim/state.ts';
import type { SettingsPatch } from '../../sim/runs.ts';
import { getFrame, run } from '../../sim/runs.ts';

const design = fc.record({
  resave: fc.boolean(),
  countsVisits: fc.boolean(),
  rolling: fc.boolean(),
  regenerate: fc.boolean(),
  destroyAtLogout: fc.boolean(),
  clearCookieAtLogout: fc.boolean(),
  sameSite: fc.constantFrom('lax' as const, 'none' as const),
});

const between = fc.array(
  fc.constantFrom<Action[]>(
    { type: 'logout', fold: true },
    { type: 'login', fold: true },
    { type: 'forget' },
    { type: 'request', fold: true },
    { type: 'wait', seconds: 900 },
  ),
  { maxLength: 3 },
);

const listSids = ({ stores }: State) =>
  Object.values(stores).flatMap((store) => listRecords(store).map(([sid]) => sid));
const listHeld = ({ clients }: State) =>
  (clients.client?.jar ?? []).map(({ value }) => readSid(value));

async function tell(actions: readonly Action[], patch: SettingsPatch) {
  const trace = await run(actions, patch);
  return readStep(trace, getFrame(trace, -1));
}
const isBefore = ({ before }: Moment): State => before?.state ?? ({} as State);

test('the end of a slow request is read as it was', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(design, between, async (session, meanwhile) => {
      const actions: readonly Action[] = [
        ...[{ type: 'login', fold: true } as const, { type: 'startSlow' } as const],
        ...[...meanwhile, { type: 'finishSlow' } as const],
      ];
      const { session: moment } = await tell(actions, { session });
      const end = readSlowEnd(moment);
      // A browser that refused the login's cookie is let in nowhere, and nothing is under way.
      expect(end === null).toBe(moment.lane.outcome.idle === 'nothingSlow');
      if (end === null) return;
      const call = moment.lane.messages.find(({ kind }) => kind === 'store');
      const sid = call?.target ?? '';
      const [was, is] = [isBefore(moment), moment.lane.state].map((state) =>
        listSids(state).includes(sid),
      );
      expect(end.record).toBe(
        call?.method === 'set' ? (was ? 'written' : 'revived') : is ? 'moved' : 'gone',
      );
      const sets = moment.lane.messages.some(({ headers }) =>
        headers.some(([name]) => name === 'Set-Cookie'),
      );
      expect(end.cookie !== 'none').toBe(sets);
      const [had, has] = [listHeld(isBefore(moment)), listHeld(moment.lane.state)];
      if (end.cookie === 'back') expect([had, has]).toEqual([[], [sid]]);
      if (end.cookie === 'same') expect([had, has]).toEqual([[sid], [sid]]);
      if (end.cookie === 'replaced') expect([had.length, has]).toEqual([1, [sid]]);
      seen.add(end.record).add(end.cookie);
    }),
    { numRuns: 300, seed: 5 },
  );
  expect([...seen].sort()).toEqual(
    ['back', 'gone', 'moved', 'none', 'replaced', 'revived', 'same', 'written'].sort(),
  );
});

test('what is left of a page is read as it is', async () => {
  for (const how of LEAVINGS)
    for (const keptIn of ['memory', 'localStorage', 'cookie'] as const)
      for (const lifetime of [900, null]) {
        const token = { keptIn, refreshLifetime: 600 };
        const { session: cookie, token: held } = await tell(
          [
            { type: 'login', fold: true },
            { type: 'leave', how },
          ],
          { session: { lifetime }, token },
        );
        const isGone = how === 'browser' && lifetime === null;
        expect(readLeftCookie(cookie).type).toBe(isGone ? 'gone' : 'kept');
        expect(keepsCredential(cookie)).toBe(!isGone);
        const place = keptIn === 'memory' ? null : keptIn;
        expect(readLeftToken(held)).toEqual({ place, lostRefresh: keptIn !== 'localStorage' });
      }
});

test('a page is read as shown from the cache exactly where nobody was asked', async () => {
  for (const noStore of [true, false])
    for (const asks of [true, false]) {
      const request: readonly Action[] = asks ? [{ type: 'request', fold: true }] : [];
      const actions: readonly Action[] = [
        { type: 'login', fold: true },
        ...request,
        { type: 'back' },
      ];
      const { session, token } = await tell(actions, { noStore });
      for (const moment of [session, token]) {
        const isAsked = moment.lane.messages.some(({ kind }) => kind === 'request');
        expect(isFromCache(moment)).toBe(!isAsked);
        expect(isAsked).toBe(noStore || !asks);
        expect(readShownPage(moment)).toBe(isAsked ? null : '{"userId":"abc123"}');
        expect(forbidsStoring(moment)).toBe(isAsked && noStore);
      }
    }
});
