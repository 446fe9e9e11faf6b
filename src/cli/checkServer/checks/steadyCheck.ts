import { ALL_KINDS, type Check, pass, say } from './check.ts';

/** Says of a login that opens the profile now and then what refused it. */
export const sayUnsteady = (refused: string) =>
  say('fail', `${refused}, and then it opened again, with the same login`);

/** Comes first: without a login that holds, no other verdict does. */
export const STEADY_CHECK: Check = {
  id: 'login.steady',
  step: 6,
  kinds: ALL_KINDS,
  worst: 'fail',
  expected: 'the login opens the profile again and again',
  why: 'Where several processes answer in turn, each has to know the login of the other: a store that they share (Redis, a database) in place of each one’s memory, and one secret from the environment in place of one made at the start.',
  async run(bench) {
    await bench.askAgain(bench.holder());
    return bench.unsteady === null ? pass('six times') : sayUnsteady(bench.unsteady);
  },
};
