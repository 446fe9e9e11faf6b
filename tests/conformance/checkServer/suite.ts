import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { checkServer } from '../../../src/cli/checkServer/checkServer.ts';
import { parseOrder } from '../../../src/cli/checkServer/options.ts';
import type { CheckReport } from '../../../src/cli/checkServer/report/report.ts';
import { withServer } from '../harness/server.ts';

/** A server, and all that has to be said of it. */
export interface Case {
  readonly name: string;
  readonly app: () => RequestListener | Promise<RequestListener>;
  /** As `mark id`: every finding but passes and what is not applicable. Nothing of a sound one. */
  readonly says?: readonly string[];
  /** Words of what came, by the ID of a check. */
  readonly came?: Readonly<Record<string, RegExp>>;
  /** Checks of which nothing can be said. */
  readonly skips?: readonly string[];
  /** What is said only where the machine is fast enough for the credential to live until then. */
  readonly may?: readonly string[];
  /** What is said where nothing can be checked. */
  readonly problem?: RegExp;
  /** Lines of what was found out. */
  readonly finds?: RegExp;
  readonly options?: readonly string[];
  /** `ada@example.com` for a server that wants one. */
  readonly username?: string;
  /** A name of this machine, where the server's cookies ask for one. */
  readonly host?: string;
}

export const PASSWORD = 'correct horse';

/** Checks the server at an address. */
export async function checkAddress(
  address: string,
  options: readonly string[] = [],
  username = 'ada',
): Promise<CheckReport> {
  const user = ['--username', username, '--password', PASSWORD];
  // A busy machine is no fault of the server.
  const patience = options.includes('--timeout') ? [] : ['--timeout', '100000'];
  const order = parseOrder([address, ...user, ...patience, ...options], {});
  if (!order) throw new TypeError('--help asks for no check');
  return checkServer(order);
}

/** Starts a server, checks it and closes it. */
export async function check({
  app,
  options,
  username,
  host = 'localhost',
}: Omit<Case, 'name'>): Promise<CheckReport> {
  return withServer(await app(), ({ port }) =>
    checkAddress(`http://${host}:${port}`, options, username),
  );
}

/** Lists what is not right, as `mark id`. */
export const listFindings = ({ findings }: CheckReport): string[] =>
  findings
    .filter(({ mark }) => mark === 'fail' || mark === 'warn' || mark === 'note')
    .map(({ mark, id }) => `${mark} ${id}`)
    .sort();

export const findCheck = ({ findings }: CheckReport, id: string) => {
  const found = findings.find((finding) => finding.id === id);
  if (!found) throw new RangeError(`nothing was said of ${id}`);
  return found;
};

/** Milliseconds for a test: those that run beside it take their part of the time. */
const timeout = 5 * 120_000;

/**
 * Makes a test of each server; several are checked side by side, as most of a check is waiting. A
 * file that asks more of the same report gives the check.
 */
export function testServers(
  cases: readonly Case[],
  checkOne: (one: Case) => Promise<CheckReport> = check,
): void {
  test.concurrent.each(cases)('$name', { timeout }, async (one) => {
    const { says = [], may = [], came = {}, skips = [], problem, finds } = one;
    const report = await checkOne(one);
    if (!problem) expect(report.problem).toBeNull();
    else expect(report.problem).toMatch(problem);
    const said = listFindings(report).filter((line) => !may.includes(line));
    expect(said).toEqual([...says].sort());
    for (const [id, words] of Object.entries(came)) {
      expect(findCheck(report, id).came).toMatch(words);
    }
    for (const id of skips)
      expect([id, findCheck(report, id).mark]).toEqual([id, 'not applicable']);
    if (finds) expect(report.found?.lines.join('\n')).toMatch(finds);
    const hasFailed = says.some((line) => line.startsWith('fail'));
    const isCutShort = says.includes('note login.limit');
    expect(report.exitCode).toBe(problem ? 2 : hasFailed ? 1 : isCutShort ? 2 : 0);
  });
}
