import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeLine, type LineVerdict } from '../../../src/lesson/inspect/cookie/judgeLine.ts';
import type { Refusal } from '../../../src/lesson/inspect/cookie/refusals.ts';
import { lets, STARTERS, tellSent } from '../../../src/lesson/inspect/cookie/sentTable.ts';
import { listSituations } from '../../../src/lesson/inspect/cookie/situations.ts';
import { ASKED_BY, type LineSource, readUrl } from '../../../src/lesson/inspect/cookie/source.ts';
import { sayRefusal } from '../../../src/lesson/texts/inspect/refusals.ts';
import { sayRemark } from '../../../src/lesson/texts/inspect/remarks.ts';
import { toSourceAddress } from '../../../src/lesson/texts/terms/sources.ts';
import { includesCookies } from '../../../src/sim/client/client.ts';
import { parseCookie, storeCookie } from '../../../src/sim/client/jar.ts';
import { isWithinReach } from '../../../src/sim/client/site.ts';
import { CREDENTIALS_MODES } from '../../../src/sim/settings.ts';
import { type RequestAct, VEHICLES } from '../../e2e/browserRules/acts.ts';
import { GROUPS } from '../../e2e/browserRules/cases.ts';
import { toUrl } from '../../e2e/browserRules/play.ts';

const NOW = 1_767_225_600;

const SOURCE: LineSource = {
  url: 'https://api.example.com/auth/login',
  page: 'https://api.example.com',
  by: 'fetch',
  credentials: 'same-origin',
  thirdPartyCookies: 'allowed',
  date: null,
  cors: null,
};

const judge = (line: string, source: Partial<LineSource> = {}) =>
  judgeLine(line, { ...SOURCE, ...source }, NOW);
const listWhy = (verdict: LineVerdict): readonly string[] =>
  verdict.outcome === 'refused' ? verdict.refusals.map(({ why }) => why) : [verdict.outcome];
const listAbout = (verdict: LineVerdict): readonly string[] =>
  verdict.outcome === 'kept' ? verdict.remarks.map(({ about }) => about) : [];

const OTHER_PORT = { url: 'http://localhost:3000/login', page: 'http://localhost:5173' };
const TWO_HOSTS = { url: 'https://shop-api.onrender.com/', page: 'https://shop.vercel.app' };

describe('why a cookie is not kept', () => {
  const cases: readonly (readonly [
    line: string,
    source: Partial<LineSource>,
    ...why: Refusal['why'][],
  ])[] = [
    ['a=\x001', {}, 'controlCharacter'],
    ['a=1\t2', {}, 'controlCharacter'],
    ['', {}, 'empty'],
    ['=; Path=/', {}, 'empty'],
    ['=a=b', {}, 'posesAsPair'],
    [`a=${'x'.repeat(4096)}`, {}, 'tooLong'],
    ['a=1; Domain=bänk.test', {}, 'domainNotAscii'],
    ['a=1; Domain=com', {}, 'domainIsSuffix'],
    [
      'a=1; Domain=vercel.app',
      { url: 'https://x.vercel.app/', page: 'https://x.vercel.app' },
      'domainIsSuffix',
    ],
    ['a=1; Domain=example.org', {}, 'domainForeign'],
    ['a=1; Secure', { url: 'http://example.com/', page: 'http://example.com' }, 'secureOverHttp'],
    ['a=1; SameSite=None', {}, 'noneWithoutSecure'],
    ['a=1; Partitioned', {}, 'partitionedWithoutSecure'],
    ['__Host-a=1; Secure', {}, 'prefixBroken'],
    ['a=1; Secure', OTHER_PORT, 'credentialsLeftOut'],
    ['a=1', { ...OTHER_PORT, credentials: 'omit' }, 'credentialsLeftOut'],
    ['a=1', { credentials: 'omit' }, 'credentialsLeftOut'],
    ['a=1', { ...TWO_HOSTS, credentials: 'include' }, 'otherSite'],
    ['a=1', { ...TWO_HOSTS, by: 'embedded' }, 'otherSite'],
    [
      'a=1; SameSite=None; Secure',
      { ...TWO_HOSTS, credentials: 'include', thirdPartyCookies: 'blocked' },
      'thirdPartyBlocked',
    ],
    ['a=1; SameSite=None', TWO_HOSTS, 'credentialsLeftOut', 'noneWithoutSecure'],
  ];
  test.each(cases.map(([line, source, ...why]) => ({ line, source, why })))(
    '$line from $source: $why',
    ({ line, source, why }) => {
      expect(listWhy(judge(line, source))).toEqual(why);
    },
  );

  test.each([
    ['a=1', {}],
    ['a=1; Secure', { url: 'http://localhost:3000/', page: 'http://localhost:3000' }],
    ['a=1', { ...OTHER_PORT, credentials: 'include' }],
    ['a=1; SameSite=None; Secure', { ...TWO_HOSTS, credentials: 'include' }],
    ['a=1; SameSite=Strict', { ...TWO_HOSTS, by: 'navigation' }],
    ['__Host-a=1; Secure; Path=/', {}],
  ] as const)('%j from %j is kept', (line, source) => {
    expect(listWhy(judge(line, source))).toEqual(['kept']);
  });

  test('what is over deletes, where the page may', () => {
    expect(judge('a=; Max-Age=0; Path=/')).toMatchObject({
      outcome: 'deletes',
      cookie: { domain: 'api.example.com', path: '/' },
    });
    expect(listWhy(judge('a=; Max-Age=0', TWO_HOSTS))).toContain('credentialsLeftOut');
  });

  test('the slip in a Domain is named, and what a prefix lacks', () => {
    const readSlip = (line: string, url: string) => {
      const verdict = judge(line, { url, page: new URL(url).origin });
      const [first] = verdict.outcome === 'refused' ? verdict.refusals : [];
      return first?.why === 'domainForeign' ? first.slip : first?.why;
    };
    expect(readSlip('a=1; Domain=localhost:3000', 'http://localhost:3000/')).toBe('port');
    expect(readSlip('a=1; Domain=https://example.com', 'https://example.com/')).toBe('scheme');
    expect(readSlip('a=1; Domain=api.example.com', 'https://example.com/')).toBe('below');
    expect(readSlip('a=1; Domain=other.com', 'https://example.com/')).toBe(null);
    expect(judge('__Host-a=1; Domain=example.com')).toMatchObject({
      refusals: [{ lacks: ['secure', 'noDomain', 'rootPath'] }],
    });
  });

  test('http and https of one host are told to be two sites', () => {
    const source = { page: 'http://api.example.com', credentials: 'include' } as const;
    expect(judge('a=1', source)).toMatchObject({ refusals: [{ bySchemeAlone: true }] });
  });
});

test.each<readonly [line: string, source: Partial<LineSource>, about: string]>([
  ['a=1', {}, 'pathNarrow'],
  ['a=1; Path=auth', {}, 'pathIgnored'],
  ['a=1; Path=/', { page: 'https://www.example.com', by: 'navigation' }, 'pageHost'],
  ['a=1; Path=/, b=2; HttpOnly', {}, 'folded'],
  ['a=1; Http-Only', {}, 'unknownAttribute'],
  ['a=1; SameSite=false', {}, 'sameSiteUnknown'],
  ['a=1', {}, 'sameSiteUnset'],
  ['a=1; HttpOnly=false', {}, 'flagValue'],
  ['a=1', {}, 'noHttpOnly'],
  ['a=1', {}, 'noSecure'],
  ['a=1', { url: 'http://example.com/', page: 'http://example.com' }, 'secureTwin'],
  ['abc', {}, 'nameless'],
  ['a=1; Max-Age=34560001', {}, 'capped'],
  ['a=1; Max-Age=86400000', {}, 'milliseconds'],
  ['a=1; Expires=tomorrow', {}, 'expiresUnread'],
  ['a=1; Max-Age=15m', {}, 'maxAgeUnread'],
  ['a=1', { ...OTHER_PORT, credentials: 'include' }, 'cors'],
])('%j from %j is kept, with a remark: %s', (line, source, about) => {
  expect(listAbout(judge(line, source))).toContain(about);
});

test('a line that has all it needs is told nothing', () => {
  expect(listAbout(judge('a=1; Path=/; HttpOnly; Secure; SameSite=Lax'))).toEqual([]);
});

test('whether the page’s code gets the answer is said beside the cookie', () => {
  const ask = (allowOrigin: string | null, allowCredentials: string | null) => {
    const source = { ...OTHER_PORT, credentials: 'include' } as const;
    const verdict = judge('a=1', { ...source, cors: { allowOrigin, allowCredentials } });
    const remarks = verdict.outcome === 'kept' ? verdict.remarks : [];
    return remarks.flatMap((one) => (one.about === 'cors' ? [one.reason] : []));
  };
  expect(ask('*', 'true')).toEqual(['allowOriginAny']);
  expect(ask('http://localhost:3000', 'true')).toEqual(['allowOriginOther']);
  expect(ask('http://localhost:5173', null)).toEqual(['allowCredentialsMissing']);
  expect(ask(null, 'true')).toEqual(['allowOriginMissing']);
  expect(ask('http://localhost:5173', 'true')).toEqual([]);
});

test('until when: Max-Age goes before Expires, and 400 days are the most', () => {
  const read = (line: string) => {
    const verdict = judge(line);
    return verdict.outcome === 'kept' ? verdict.lifetime : verdict.outcome;
  };
  const date = 'Expires=Fri, 02 Jan 2026 00:00:00 GMT';
  const day = { expires: NOW + 86_400, isCapped: false };
  expect(read('a=1')).toEqual({ expires: null, by: 'session', isCapped: false });
  expect(read(`a=1; ${date}`)).toEqual({ ...day, by: 'expires' });
  expect(read(`a=1; Max-Age=60; ${date}`)).toEqual({ ...day, expires: NOW + 60, by: 'maxAge' });
  expect(read('a=1; Max-Age=99999999')).toMatchObject({ isCapped: true });
  expect(judgeLine(`a=1; ${date}`, { ...SOURCE, date: NOW - 3600 }, NOW)).toMatchObject({
    lifetime: { expires: NOW + 86_400 + 3600 },
  });
});

const urls = fc.constantFrom(
  ...['https://api.example.com/auth/login', 'http://example.com/', 'http://localhost:3000/a/b'],
  ...['https://shop.vercel.app/', 'http://127.0.0.1:8080/x', 'https://a.co.uk/'],
);
const sources: fc.Arbitrary<LineSource> = fc.record({
  url: urls,
  page: urls.map((url) => new URL(url).origin),
  by: fc.constantFrom(...ASKED_BY),
  credentials: fc.constantFrom(...CREDENTIALS_MODES),
  thirdPartyCookies: fc.constantFrom('allowed', 'blocked'),
  date: fc.constantFrom(null, NOW - 100, NOW + 100),
  cors: fc.constant(null),
});
const lines = fc
  .tuple(
    fc.constantFrom(
      'a=1',
      '__Host-a=1',
      '__Secure-a=1',
      '__Http-a=1',
      'a',
      '=b',
      '=a=b',
      '',
      'a=\x01',
    ),
    fc.array(
      fc.constantFrom(
        ...['Secure', 'HttpOnly', 'SameSite=None', 'SameSite=Lax', 'SameSite=Strict', 'SameSite=x'],
        ...['Path=/', 'Path=/auth', 'Path=x', 'Domain=example.com', 'Domain=.vercel.app'],
        ...['Domain=localhost', 'Domain=127.0.0.1', 'Domain=uk', 'Domain=', 'Max-Age=0'],
        ...['Max-Age=60', 'Max-Age=-1', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'Partitioned'],
      ),
      { maxLength: 6 },
    ),
  )
  .map(([pair, attributes]) => [pair, ...attributes].join('; '));

/** What the engine's browser does, told without a reason. */
function askEngine(line: string, source: LineSource): LineVerdict['outcome'] {
  const { url, page, by, credentials, thirdPartyCookies, date } = source;
  const vehicle = by === 'fetch' || by === 'embedded' ? 'subresource' : 'navigation';
  const initiator = by === 'addressBar' ? null : page;
  const mode = by === 'fetch' ? { credentials } : {};
  if (!includesCookies({ initiator, vehicle, ...mode }, new URL(url).origin)) return 'refused';
  const clock = { request: { initiator, vehicle, thirdPartyCookies }, date: date ?? NOW } as const;
  if (storeCookie([], line, url, NOW, clock).length > 0) return 'kept';
  const kept = parseCookie(line, url, NOW, date ?? NOW);
  // A line that would be kept if it lasted deletes; whatever else is not kept is refused.
  const lasting = storeCookie([], `${line}; Max-Age=60`, url, NOW, clock);
  return kept && lasting.length > 0 ? 'deletes' : 'refused';
}

test('there is a reason for each cookie that the engine’s jar refuses, and for no other', () => {
  fc.assert(
    fc.property(lines, sources, (line, source) => {
      const verdict = judgeLine(line, source, NOW);
      expect(verdict.outcome).toBe(askEngine(line, source));
      if (verdict.outcome === 'refused') expect(verdict.refusals.length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

test('so it is with every line that the browser rules are proved by in Chromium', () => {
  const acts = Object.values(GROUPS).flatMap((cases) => cases.flatMap(({ acts: all }) => all));
  const answered = acts.filter((act): act is RequestAct => 'to' in act && 'answers' in act);
  const judged = answered.flatMap(({ to, from, by, answers = [], ahead = 0 }) => {
    const url = toUrl(to, 8080);
    const page = new URL(toUrl(from ?? to, 8080)).origin;
    const { vehicle } = VEHICLES[by];
    const how = from === undefined ? 'addressBar' : vehicle === 'navigation' ? vehicle : 'embedded';
    const source = { ...SOURCE, url, page, by: how, date: NOW + ahead } as const;
    return answers.map((line) => [
      line,
      judgeLine(line, source, NOW).outcome,
      askEngine(line, source),
    ]);
  });
  expect(judged.length).toBeGreaterThan(200);
  expect(judged.filter(([, said, done]) => said !== done)).toEqual([]);
});

test('all that is said has a title, a reason, and a source that can be opened', () => {
  fc.assert(
    fc.property(lines, sources, (line, source) => {
      for (const { verdict } of listSituations(line, source, NOW)) {
        const findings =
          verdict.outcome === 'refused'
            ? verdict.refusals.map(sayRefusal)
            : verdict.outcome === 'kept'
              ? verdict.remarks.map(sayRemark)
              : [];
        for (const { title, why, source: name } of findings) {
          expect(title).toMatch(/^\S.*\S$/);
          expect(why).toMatch(/[.?)]$/);
          expect(toSourceAddress(name), name).toMatch(/^https:/);
        }
        expect(new Set(findings.map(({ title }) => title)).size).toBe(findings.length);
      }
    }),
    { numRuns: 200 },
  );
});

describe('who sends it when', () => {
  test('is what the engine’s jar sends, by the rule that is named', () => {
    fc.assert(
      fc.property(lines, sources, (line, source) => {
        const verdict = judgeLine(line, source, NOW);
        if (verdict.outcome !== 'kept') return;
        for (const { cells } of verdict.sent)
          for (const { sent, rule } of cells) expect(lets(rule), rule).toBe(sent);
      }),
      { numRuns: 500 },
    );
  });

  test('depends on the age of a cookie without SameSite alone, and there on the form of another site', () => {
    const verdict = judge('a=1; Path=/');
    if (verdict.outcome !== 'kept') throw new Error('it is kept');
    const rows = tellSent(verdict.cookie, SOURCE.url, 'allowed');
    expect(rows.map(({ starter }) => starter)).toEqual(STARTERS);
    const aged = rows.flatMap(({ starter, cells }) =>
      cells.filter(({ age }) => age !== null).map(({ by, age, sent }) => [starter, by, age, sent]),
    );
    expect(aged).toEqual([
      ['other', 'form', 'young', true],
      ['other', 'form', 'old', false],
    ]);
  });

  test.each([
    ['https://api.example.com/', 'https://sub.api.example.com'],
    ['http://localhost:3000/', 'http://localhost:5173'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:5173'],
  ])('for %s the sibling is %s', (url, origin) => {
    const verdict = judge('a=1; Path=/', { url, page: new URL(url).origin });
    expect(verdict).toMatchObject({ sent: [{}, { starter: 'sibling', origin }, {}] });
  });
});

test.each([
  ['example.com', 'https://example.com/'],
  ['localhost:3000/login', 'http://localhost:3000/login'],
  ['127.0.0.1', 'http://127.0.0.1/'],
  [' HTTP://Example.com ', 'http://example.com/'],
  ['ftp://example.com', null],
  ['', null],
  ['a b', null],
])('%j is read as %s', (text, href) => {
  expect(readUrl(text)?.href ?? null).toBe(href);
});

test.each([
  ['a=1\x01', false],
  ['a=1\x01\t2', false],
  ['a=1\t2', true],
  ['a\tb=1', true],
  ['a=1; Path=/\tx', true],
])('%j has a tab alone in it: %s', (line, isTab) => {
  const verdict = judge(line);
  if (verdict.outcome !== 'refused') throw new Error(verdict.outcome);
  expect(verdict.refusals).toEqual([{ why: 'controlCharacter', isTab }]);
  const { title, why } = sayRefusal({ why: 'controlCharacter', isTab });
  expect(/\btab\b/.test(title + why)).toBe(isTab);
});

test.each(['\ta=1\t', 'a\t=\t1; Path=/\t'])('%j is kept: a tab at an end is cut off', (line) => {
  expect(judge(line).outcome).toBe('kept');
});

test.each(['/api/login', '/profile/login', '/auth/login', '/a/b/c', '/api/x/y', '/profile2/x'])(
  'the path that goes without a cookie of %s is not below its own',
  (path) => {
    const verdict = judge('a=1', {
      url: `https://example.com${path}`,
      page: 'https://example.com',
    });
    if (verdict.outcome !== 'kept') throw new Error(verdict.outcome);
    const narrow = verdict.remarks.find(({ about }) => about === 'pathNarrow');
    if (narrow?.about !== 'pathNarrow') throw new Error('no remark');
    const [, named] = /any other path, as (\/\w*)/.exec(sayRemark(narrow).why) ?? [];
    expect(named).toBeDefined();
    const url = new URL(named ?? '', 'https://example.com');
    expect(isWithinReach(verdict.cookie, url)).toBe(false);
  },
);
