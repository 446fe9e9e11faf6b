import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Action } from '../../src/sim/action.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { extendTrace, runScenario, startTrace } from '../../src/sim/trace.ts';
import { print } from './measure.ts';
import { benchPanels } from './panels.ts';

// Prints and asserts nothing: a time in a test fails on the slowest machine of all.

const WARM_UP = 200;
const ROUNDS = 500;
const LONG_RUN = 10_000;
const SESSIONS = 1000;

/** What every append is timed over: a login, eight requests, a logout. */
const MIX: readonly Action[] = [
  { type: 'login' },
  ...Array.from({ length: 8 }, (): Action => ({ type: 'request' })),
  { type: 'logout' },
];

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function readHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function extendBy(trace: Trace, actions: readonly Action[]): Promise<Trace> {
  let longer = trace;
  for (const action of actions) longer = await extendTrace(longer, action);
  return longer;
}

async function benchWalk(): Promise<void> {
  const walk = () => time(() => runScenario(LOGIN_TO_LOGOUT));
  for (let i = 0; i < WARM_UP; i++) await walk();
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await walk());
  console.log(`Trace of the walk, ${ROUNDS} runs (target: under 10 ms)`);
  print('12 steps', times);
}

async function benchLongRun(): Promise<void> {
  const tenth = await extendBy(startTrace(LOGIN_TO_LOGOUT), MIX);
  const before = readHeap();
  let long = tenth;
  while (long.scenario.actions.length < LONG_RUN) long = await extendBy(long, MIX);
  const frames = long.frames.length - tenth.frames.length;
  const bytes = (readHeap() - before) / frames;

  // Interleaved, so that a machine that slows down slows both.
  const early: number[] = [];
  const late: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    early.push((await time(() => extendBy(tenth, MIX))) / MIX.length);
    late.push((await time(() => extendBy(long, MIX))) / MIX.length);
  }
  console.log(`Appending an Action: login, eight requests, logout, ${ROUNDS} times`);
  const ratio = 1 / (print('after the 10th', early) / print(`after the ${LONG_RUN}th`, late));
  console.log(`  ratio of the medians   ${ratio.toFixed(2)} (target: at most 1.5)`);
  console.log(`Memory of a run of ${LONG_RUN} Actions`);
  console.log(`  per frame              ${Math.round(bytes)} bytes, ${frames} frames`);
  benchPanels(tenth, long);
}

/** Logs in and forgets the cookie, so that the record stays and the next login makes another one. */
async function fillStore(sessions: number): Promise<Trace> {
  let trace = startTrace(LOGIN_TO_LOGOUT);
  for (let i = 0; i < sessions; i++) {
    trace = await extendBy(trace, [{ type: 'login', fold: true }, { type: 'forget' }]);
  }
  return trace;
}

async function benchSessions(): Promise<void> {
  const [few, many] = [await fillStore(1), await fillStore(SESSIONS)];
  const [small, large]: [number[], number[]] = [[], []];
  for (let i = 0; i < ROUNDS; i++) {
    small.push((await time(() => extendBy(few, MIX))) / MIX.length);
    large.push((await time(() => extendBy(many, MIX))) / MIX.length);
  }
  console.log(`An Action of the same mix with sessions alive, ${ROUNDS} times`);
  const ratio = 1 / (print('1 session', small) / print(`${SESSIONS} sessions`, large));
  console.log(`  ratio of the medians   ${ratio.toFixed(2)}`);
}

await benchWalk();
await benchLongRun();
await benchSessions();
