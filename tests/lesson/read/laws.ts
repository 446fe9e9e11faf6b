import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Moment, Step } from '../../../src/lesson/read/moment.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { Message } from '../../../src/sim/message.ts';
import type { ServerState, State } from '../../../src/sim/state.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { anyTold, RARE } from '../../sim/properties/stories.ts';
import { runOnce, toScenario } from '../../sim/runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

/** A moment, and what a law looks at beside it: the messages of its Action and the State around it. */
export interface Evidence {
  readonly moment: Moment;
  readonly step: Step;
  readonly action: Action | null;
  /** ID of the browser that acts. */
  readonly who: string;
  readonly state: State;
  readonly before: State;
  /** The messages of the step. */
  readonly messages: readonly Message[];
  /** The request and the response of the Action up to the step. */
  readonly asked: Message | undefined;
  readonly answer: Message | undefined;
  /** The server that the request goes to, after the step; the first one without a request. */
  readonly server: ServerState;
  /** The time by that server's clock. */
  readonly now: number;
}

/** What must be so: `null` where there is nothing to measure. */
export type Law = readonly [name: string, measure: (evidence: Evidence) => boolean | null];

/** What a browser asks before it sends a page’s request is none of the page’s, nor is what it is answered. */
const isPages = ({ method }: Message) => method !== 'OPTIONS';

/** The request of a page among messages, or of whoever sends one. */
export const findRequest = (messages: readonly Message[]): Message | undefined =>
  messages.find((message) => message.kind === 'request' && isPages(message));

/** The answer to it. */
export const findResponse = (messages: readonly Message[]): Message | undefined =>
  messages.find((message) => message.kind === 'response' && isPages(message));

function collect(step: Step, moment: Moment): Evidence {
  const { lane, before, earlier, action } = moment;
  const sent = [...earlier, lane].flatMap(({ messages }) => messages);
  const asked = findRequest(sent);
  const server = lane.state.servers[asked?.to ?? 'server'];
  if (!server) throw new RangeError(`no server ${asked?.to}`);
  return {
    ...{ moment, step, action, messages: lane.messages, asked, server },
    who: (action && 'client' in action && action.client) || 'client',
    state: lane.state,
    before: (before ?? lane).state,
    answer: findResponse(sent),
    now: lane.state.clock + server.clockOffset,
  };
}

interface Runs {
  readonly anyOf?: typeof anyTold;
  readonly examples?: typeof RARE;
}

/** Tests that laws hold at every step of random runs, and that each of them had something to measure. */
export function testLaws(
  name: string,
  laws: readonly Law[],
  { anyOf = anyTold, examples = RARE }: Runs = {},
): void {
  test(`${name}: what is read of a step is so`, async () => {
    const measured = new Map<string, number>();
    const holds = fc.asyncProperty(anyOf, async ({ settings, actions }) => {
      const trace = await runOnce({ ...toScenario(), settings, actions });
      for (const frame of trace.frames) {
        const step = readStep(trace, frame);
        for (const strategy of STRATEGIES) {
          const evidence = collect(step, step[strategy]);
          for (const [law, measure] of laws) {
            const isSo = measure(evidence);
            if (isSo === null) continue;
            measured.set(law, (measured.get(law) ?? 0) + 1);
            // Some hundred thousand of them: what holds is told to nobody.
            if (!isSo) expect.fail(`${law}: ${strategy}, step ${frame.step} (${frame.kind})`);
          }
        }
      }
    });
    await fc.assert(holds, { numRuns: 300, examples: examples.map((one) => [one]) });
    for (const [law] of laws) expect(measured.get(law) ?? 0, law).toBeGreaterThan(0);
  });
}

/** A kind's first word: whose Action it is. */
export const isPhaseOf = ({ moment: { kind } }: Evidence, ...names: readonly string[]): boolean =>
  names.includes(kind.split('.')[0] ?? '');

/** A kind's second word: a phase, or all of them. */
export const isPhase = ({ moment: { kind } }: Evidence, ...phases: readonly string[]): boolean =>
  phases.includes(kind.split('.')[1] ?? '');

/** A request for a page, whoever sends it. */
export const isVisit = (evidence: Evidence): boolean =>
  isPhaseOf(evidence, 'request', 'replay', 'tamper', 'forge', 'crossSite', 'ride');
