import { expect, test } from 'vitest';
import { CONVENTIONS } from './servers/conventions.ts';
import { GUARDS } from './servers/guards.ts';
import { LOGINS } from './servers/logins.ts';
import { TICKETS } from './servers/tickets.ts';
import { type Case, check, testServers } from './suite.ts';

/** Checks a server, and notes where it was asked: how often, hangs on how busy the machine is. */
async function checkAndNote({ app, ...one }: Case) {
  const places = new Set<string>();
  const answer = await app();
  const noting: Case['app'] = () => (request, response) => {
    places.add(`${request.method} ${request.url}`);
    answer(request, response);
  };
  return { report: await check({ ...one, app: noting }), places };
}

const firsts = new Map<Case, ReturnType<typeof checkAndNote>>();

/** Checks a server that nothing is told of, once for all that is held of that. */
function checkFirst(one: Case) {
  const first = firsts.get(one) ?? checkAndNote(one);
  firsts.set(one, first);
  return first;
}

const SERVERS = [...GUARDS, ...CONVENTIONS, ...TICKETS, ...LOGINS];

testServers(SERVERS, async (one) => (await checkFirst(one)).report);

test.each(GUARDS.filter(({ problem }) => problem))(
  'nobody is logged in, right or wrong, at $name',
  async (one) => {
    const { logins, attempts } = (await checkFirst(one)).report;
    expect([logins, attempts]).toEqual([0, 0]);
  },
);

test.each([
  // One as JSON tells that there is a guard, and one that the token is read in a form.
  ['NextAuth', 3],
  ['Laravel', 2],
  ['Rails', 1],
  ['Django', 1],
])('%s is found with %i wrong logins', async (name, wrong) => {
  const one = CONVENTIONS.find((each) => each.name.includes(name));
  if (!one) throw new RangeError(name);
  const report = await check({ ...one, options: ['--profile-path', '/nothing/is/here'] });
  expect([report.logins, report.attempts]).toEqual([1, wrong]);
});

/** Takes an option apart as a shell does. */
const toArguments = (option: string): string[] => {
  const [name = '', ...rest] = option.split(' ');
  const value = rest.join(' ').replace(/^'(.*)'$/, '$1');
  return value === '' ? [name] : [name, value];
};

test.concurrent.each(SERVERS.filter(({ problem }) => !problem))(
  'the options that are told find the same, and ask at fewer places: $name',
  async (one) => {
    const first = await checkFirst(one);
    const options = first.report.found?.options.flatMap(toArguments) ?? [];
    const again = await checkAndNote({ ...one, options });
    expect(again.report.found?.lines).toEqual(first.report.found?.lines);
    expect(again.places.size).toBeLessThanOrEqual(first.places.size);
  },
);
