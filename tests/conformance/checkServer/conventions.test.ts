import { expect, test } from 'vitest';
import { CONVENTIONS } from './servers/conventions.ts';
import { GUARDS } from './servers/guards.ts';
import { LOGINS } from './servers/logins.ts';
import { TICKETS } from './servers/tickets.ts';
import { type Case, check, testServers } from './suite.ts';

testServers([...GUARDS, ...CONVENTIONS, ...TICKETS, ...LOGINS]);

test.each(GUARDS.filter(({ problem }) => problem))(
  'nobody is logged in, right or wrong, at $name',
  async (one) => {
    const { logins, attempts } = await check(one);
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

test.concurrent.each(
  [...GUARDS, ...CONVENTIONS, ...TICKETS, ...LOGINS].filter(({ problem }) => !problem),
)('the options that are told find the same, and ask at fewer places: $name', async (one) => {
  const first = await checkAndNote(one);
  const options = first.report.found?.options.flatMap(toArguments) ?? [];
  const again = await checkAndNote({ ...one, options });
  expect(again.report.found?.lines).toEqual(first.report.found?.lines);
  expect(again.places.size).toBeLessThanOrEqual(first.places.size);
});
