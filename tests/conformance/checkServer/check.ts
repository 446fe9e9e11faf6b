import type { RequestListener } from 'node:http';
import { expect } from 'vitest';
import { checkServers } from '../../../src/cli/checkServer/command.ts';
import { parseOrder } from '../../../src/cli/checkServer/options.ts';
import type { CheckReport } from '../../../src/cli/checkServer/report.ts';
import type { Finding } from '../../../src/cli/checkServer/shared/recorder.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { withServer } from '../harness/server.ts';

/** Checks the server at an address, with more options of the command line. */
export async function checkAddress(
  strategy: Strategy,
  address: string,
  options: readonly string[] = [],
): Promise<CheckReport> {
  const order = parseOrder([`--${strategy}`, address, ...options]);
  if (!order) throw new TypeError('--help asks for no check');
  return checkServers(order);
}

/** Starts a server, checks it and closes it. */
export function check(strategy: Strategy, app: RequestListener, options: readonly string[] = []) {
  return withServer(app, ({ port }) => checkAddress(strategy, `http://127.0.0.1:${port}`, options));
}

export const listFindings = ({ steps }: CheckReport): Finding[] =>
  steps.flatMap(({ checks }) => checks);

/** Lists what is not right, as `mark step check`. */
export const listFlaws = (report: CheckReport): string[] =>
  listFindings(report)
    .filter(({ mark }) => mark === 'fail' || mark === 'warn')
    .map(({ mark, step, check: id }) => `${mark} ${step} ${id}`)
    .sort();

export function findCheck(report: CheckReport, id: string): Finding {
  const found = listFindings(report).find((finding) => finding.check === id);
  if (!found) throw new RangeError(`there is no check ${id}`);
  return found;
}

/** A server that is broken in one way, and what has to be said of it. */
export type Broken = readonly [
  name: string,
  makeApp: () => RequestListener,
  /** As `mark step check`, the one that matters most first. */
  flaws: readonly [string, ...string[]],
  came: RegExp,
  why: RegExp,
];

/** Checks a broken server and holds what is said against what has to be: which step, what and why. */
export async function expectFlaws(strategy: Strategy, broken: Broken): Promise<void> {
  const [, makeApp, flaws, came, why] = broken;
  const report = await check(strategy, makeApp());
  expect(listFlaws(report)).toEqual([...flaws].sort());
  expect(report.passed).toBe(flaws.every((flaw) => flaw.startsWith('warn')));
  const [, step, id = ''] = flaws[0].split(' ');
  const found = findCheck(report, id);
  expect(found.came).toMatch(came);
  expect(found.why).toMatch(why);
  expect(found.step).toBe(Number(step));
  expect(report.steps[found.step - 1]?.[strategy]).toBe(flaws[0].split(' ')[0]);
}
