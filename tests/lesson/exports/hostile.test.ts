import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS, EXPORTERS } from '../../../src/lesson/exports/exportFormats.ts';
import { formatHttpFile } from '../../../src/lesson/exports/formatHttpFile.ts';
import { formatPostman } from '../../../src/lesson/exports/formatPostman.ts';
import { isRequest, planRequests } from '../../../src/lesson/exports/plan.ts';
import { cookieName } from '../../../src/sim/check/cookie.ts';
import { formatRunFile } from '../../../src/sim/runs/runFile.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import { type OwnRun, openOwnRun } from './ownRun.ts';

/** What is code or a sign of its own to one of the tools. */
const HOSTILE = [
  '{{',
  '}}',
  '{',
  '}',
  "{{require('child_process').execSync('touch x')}}",
  '{{$randomInt}}',
  '{{base}}',
  '\\{\\{base\\}\\}',
  '\n### ',
  '\n# @name x',
  '\n@base = http://x',
  '\n> {% x %}',
  '\n< /etc/passwd',
  '\r\n\r\n',
  '$(touch x)',
  '`touch x`',
  '"',
  "'",
  '\\',
  '\u2028',
  '=1+1',
  '%%{init}%%',
  '{{token_1}}',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '' && new TextEncoder().encode(text).length <= 64);

/** Letters, digits and signs that the name of a cookie may have; the page decides. */
const anyCookieName = fc
  .string({ unit: fc.constantFrom(..."!#$%&'*+-.^_`|~0129azAZ"), minLength: 1, maxLength: 12 })
  .filter((name) => cookieName(name, '', []) !== undefined && name !== 'refreshToken');

const hostileRun = fc.record({
  user: fc.record({ id: hostile, username: hostile, password: hostile }),
  session: fc.record({ cookieName: anyCookieName }),
  token: fc.record({
    keptIn: fc.constantFrom('memory', 'cookie'),
    cookieName: anyCookieName,
    audience: hostile,
    issuer: hostile,
  }),
  payload: fc.dictionary(
    hostile.filter((key) => key !== '__proto__'),
    hostile,
    { maxKeys: 2 },
  ),
});

const listVariables = ({ telling }: OwnRun, strategy: Strategy) => [
  'base',
  ...planRequests(telling, strategy)
    .filter(isRequest)
    .flatMap(({ captures }) => captures.map(({ variable }) => variable)),
];

/** Puts into a text what each variable is worth in the run, as the tools do. */
function substitute({ telling }: OwnRun, strategy: Strategy, text: string): string {
  const captures = planRequests(telling, strategy)
    .filter(isRequest)
    .flatMap((request) => request.captures);
  return text.replace(/\{\{(.+?)\}\}/g, (found, variable) => {
    return captures.find((capture) => capture.variable === variable)?.value ?? found;
  });
}

const listBodies = ({ telling }: OwnRun, strategy: Strategy) =>
  telling.run.lastStep === 0
    ? []
    : Array.from({ length: telling.run.lastStep }, (_, i) => telling.at(i + 1)[strategy].messages)
        .flat()
        .filter((message) => message.kind === 'request')
        .flatMap(({ body }) => (body === null ? [] : [JSON.parse(body)]));

test('whatever the texts of a run are, no tool finds code or another variable in them', async () => {
  await fc.assert(
    fc.asyncProperty(hostileRun, async (settings) => {
      const run = await openOwnRun(settings);
      for (const strategy of STRATEGIES) {
        const known = listVariables(run, strategy);
        const isKnown = (text: string) =>
          [...text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)].every(([, name = '']) => known.includes(name));

        const http = formatHttpFile(run.telling, strategy);
        const lines = http.split(/\r?\n/);
        expect(lines.filter((line) => !isKnown(line))).toEqual([]);
        expect(http).not.toMatch(/\\\{/);
        const sent = lines.filter((line) => line.startsWith('{"'));
        expect(sent.map((line) => JSON.parse(substitute(run, strategy, line)))).toEqual(
          listBodies(run, strategy),
        );
        const begins =
          /^(#( |## )|@base = http|(GET|POST) \{\{base\}\}\/|[\w-]+: |\{"|\?\? status|\{\{$|\}\}$|exports\.|$)/;
        expect(lines.filter((line) => !begins.test(line))).toEqual([]);
        expect(lines.filter((line) => /^# @/.test(line)).length % 2).toBe(0);

        const { item, ...rest } = JSON.parse(formatPostman(run.telling, strategy));
        const requests = item.map(({ request }: { request: object }) => request);
        expect([isKnown(JSON.stringify(requests)), isKnown(JSON.stringify(rest))]).toEqual([
          true,
          true,
        ]);
        const raw = requests.flatMap(({ body }: { body?: { raw: string } }) => body?.raw ?? []);
        expect(raw.map((text: string) => JSON.parse(substitute(run, strategy, text)))).toEqual(
          listBodies(run, strategy),
        );
      }
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('every cookie that the page accepts has a variable that shells and JavaScript take, its own', async () => {
  await fc.assert(
    fc.asyncProperty(anyCookieName, anyCookieName, async (session, token) => {
      const run = await openOwnRun({
        session: { cookieName: session },
        token: { keptIn: 'cookie', cookieName: token },
      });
      for (const strategy of STRATEGIES) {
        const [, ...variables] = listVariables(run, strategy);
        expect(variables.length).toBeGreaterThan(0);
        expect(new Set(variables).size).toBe(variables.length);
        for (const variable of variables) expect(variable).toMatch(/^[A-Za-z]\w*_\d+b*$/);
      }
    }),
    {
      seed: 1,
      numRuns: 40,
      examples: [
        ['1sid', '2token'],
        ['a*b', '***'],
      ],
    },
  );
});

test.each(['http://{{a}}', 'http://$(id)', 'http://a`b', 'http://a"b', "http://a'b", 'http://a;b'])(
  'no run has a server whose name is code: %s',
  async (origin) => {
    await expect(openOwnRun({ origin })).rejects.toThrow(RangeError);
  },
);

test.each(['http://a-b.c_d:81', 'https://[::1]:3000', 'http://127.0.0.1:3000'])(
  'a server may have any name that is one: %s',
  async (origin) => {
    const run = await openOwnRun({ origin });
    for (const format of EXPORT_FORMATS) {
      const text = EXPORTERS[format].write(run.telling, 'session', run.trace, formatRunFile);
      expect(text.length, format).toBeGreaterThan(50);
    }
  },
);

test('the token lane asks the token server, where the servers to take home are meant', async () => {
  const { telling } = await openOwnRun({});
  const bases = STRATEGIES.map(
    (strategy) => /^@base = (.*)$/m.exec(formatHttpFile(telling, strategy))?.[1],
  );
  expect(bases).toEqual(['http://localhost:3000', 'http://localhost:3001']);
  const elsewhere = await openOwnRun({ origin: 'https://localhost:3000' });
  expect(formatHttpFile(elsewhere.telling, 'token')).toContain('@base = https://localhost:3000\n');
});
