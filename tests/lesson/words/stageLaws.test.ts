import { describe, expect, test } from 'vitest';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { StageTelling } from '../../../src/lesson/telling.ts';
import { labelCredential } from '../../../src/lesson/words/credential/credentialLabel.ts';
import { listPairs } from '../../../src/sim/cookieSession/held.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { ClientState, State } from '../../../src/sim/state.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import type { LaneFrame } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';

/** Names of cookies and of keys in storage that are no credential of a lane. */
const OTHERS: ReadonlySet<string> = new Set(['csrfToken', 'session', 'session.sig']);

/** All that a client holds by the bytes of its State, as it is labelled. */
function listHeldBytes({ jar, storage }: ClientState, lane: Strategy): string[] {
  const cookies = jar.flatMap(({ name, value }) => (OTHERS.has(name) ? [] : [value]));
  const kept = [storage.memory, storage.localStorage].flatMap((items) =>
    Object.entries(items).flatMap(([name, value]) => (OTHERS.has(name) ? [] : [value])),
  );
  return [...cookies, ...listPairs(jar), ...kept].map((value) => labelCredential(value, lane));
}

const isTaken = (state: State, browser: string): boolean => {
  const stolen = state.clients.attacker?.stolen ?? [];
  const dropped = state.clients[browser]?.discarded ?? null;
  return dropped === null ? stolen.length > 0 : stolen.includes(dropped);
};

/** What a ghost must be, by what the engine has tried. */
function toGhost({ outcome: { copy }, state }: LaneFrame, browser: string) {
  if (!copy || isTaken(state, browser)) return 'none';
  return copy.accepted ? 'opens' : 'refused';
}

const readGhost = ({ ghost }: StageTelling) =>
  ghost === null ? 'none' : ghost.refused ? 'refused' : 'opens';

const measured = { ghosts: 0, several: 0, missing: 0, gone: 0, ended: 0, thrown: 0 };

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_, scenario) => {
    test('the stage draws what is held, once, and what survives, and how it was judged', async () => {
      const trace = await runScenario(scenario);
      const telling = openTelling(trace);
      for (const frame of trace.frames) {
        for (const strategy of STRATEGIES) {
          const where = `step ${frame.step} (${frame.kind}), ${strategy}`;
          const lane = frame[strategy];
          const { stage } = telling.at(frame.step)[strategy];
          const { client, browsers, outsider, wire, server } = stage;

          // Each credential of a client once, and no two that look alike.
          for (const { id, kept } of [{ id: 'client', kept: client.kept }, ...browsers]) {
            const state = lane.state.clients[id];
            const drawn = kept.map(({ label }) => label);
            expect(drawn.toSorted(), where).toEqual(
              state ? listHeldBytes(state, strategy).toSorted() : [],
            );
            const alike = kept.map(({ label, note }) => label + note);
            expect(new Set(alike).size, where).toBe(alike.length);
            if (kept.length > 1) measured.several++;
          }
          // What a browser throws away it held until it acted itself.
          if (stage.credential?.gone) {
            const moment = readStep(trace, frame)[strategy];
            const start = trace.frames[frame.step - moment.earlier.length - 1];
            const had = start?.[strategy].state.clients.client;
            expect(moment.browser, where).toBe('client');
            expect(had && listHeldBytes(had, strategy), where).toContain(stage.credential.label);
            measured.thrown++;
          }
          const stolen = new Set(
            (lane.state.clients.attacker?.stolen ?? []).map((one) =>
              labelCredential(one, strategy),
            ),
          );
          const things = outsider?.things.map(({ label }) => label) ?? [];
          expect(new Set(things).size, where).toBe(things.length);
          if (outsider && outsider.place === null) {
            const made = things.filter((label) => !stolen.has(label)).length;
            expect(things.length + outsider.more - made, where).toBe(stolen.size);
          }

          // What survives: drawn exactly where a copy was tried that nobody is known to have.
          const { browser } = readStep(trace, frame)[strategy];
          expect(readGhost(stage), where).toBe(toGhost(lane, browser));
          if (stage.ghost) measured.ghosts++;

          // Who sends to whom is said exactly where there is a message.
          for (const track of [wire.request, wire.response]) {
            expect(track.route !== '', where).toBe(track.state !== 'quiet');
          }

          // The look-up: to a record that there is, or to nothing.
          const asked = lane.messages.find(
            ({ kind, method, to }) => kind === 'store' && method === 'get' && to === 'sessionStore',
          );
          if (server.link === 'missing') {
            measured.missing++;
            expect(asked?.body, where).toBe(null);
          }
          const marks = server.lines.map(({ mark }) => mark);
          if (server.link === 'found') expect(marks, where).toContain('found');
          if (marks.includes('gone')) measured.gone++;
          expect(marks.includes('gone'), where).toBe(server.link === 'gone');

          // The bar is empty exactly where the exp is over by the clock that decides.
          const time = server.check?.time ?? null;
          if (time && lane.outcome.failure === 'tokenExpired') {
            measured.ended++;
            expect(time.left, where).toBe(0);
          }
          if (time && lane.outcome.allowed && !time.text.includes('leeway'))
            expect(time.left, where).toBeGreaterThan(0);
        }
      }
    });
  },
);

test('there was something to measure', () => {
  for (const [name, count] of Object.entries(measured)) expect(count, name).toBeGreaterThan(0);
});
