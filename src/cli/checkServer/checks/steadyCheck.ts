import type { Bench } from '../control/bench.ts';
import { describeReply } from '../wire/reply.ts';
import { ALL_KINDS, type Check, pass, say } from './check.ts';

const ROUNDS = 6;

/** Asks again and again, as a browser does, and notes what opened. */
async function askOn(bench: Bench) {
  const opened: boolean[] = [];
  let refused = '';
  for (let i = 0; i < ROUNDS || (opened.at(-1) === false && i < 2 * ROUNDS); i++) {
    const reply = await bench.ask(bench.holder());
    const outcome = bench.access.judge(reply);
    // A limit says nothing of the login.
    if (outcome === 'limited') break;
    opened.push(outcome === 'opened');
    if (outcome !== 'opened') refused = describeReply(reply);
    // Who is let in again was not logged out.
    if (refused !== '' && opened.at(-1)) break;
  }
  return { opened, refused };
}

/** Comes first: without a login that holds, no other verdict does. */
export const STEADY_CHECK: Check = {
  id: 'login.steady',
  step: 6,
  kinds: ALL_KINDS,
  worst: 'fail',
  isRoot: true,
  expected: 'the login opens the profile again and again',
  why: 'Where several processes answer in turn, each has to know the login of the other: a store that they share (Redis, a database) in place of each one’s memory, and one secret from the environment in place of one made at the start.',
  async run(bench) {
    const { opened, refused } = await askOn(bench);
    const back = opened.lastIndexOf(true);
    const isFlickering = opened.indexOf(false) !== -1 && opened.indexOf(false) < back;
    return isFlickering
      ? say('fail', `opened, then ${refused}, and then opened again, with the same login`)
      : pass(`${opened.length} times`);
  },
};
