import { describe, expect, test } from 'vitest';
import { judgeLine } from '../../../src/lesson/inspect/cookie/judgeLine.ts';
import { readPasted } from '../../../src/lesson/inspect/cookie/pasted.ts';
import { type LineSource, readUrl } from '../../../src/lesson/inspect/cookie/source.ts';
import { listCurlLines } from '../../../src/lesson/inspect/log/curlMeter.ts';
import { judgeUrl } from '../../../src/lesson/inspect/log/judgeUrl.ts';
import { findTokens, isOpaque, replaceTokens } from '../../../src/lesson/inspect/log/mask/looks.ts';
import { createMask } from '../../../src/lesson/inspect/log/mask/mask.ts';
import { maskBody, maskField } from '../../../src/lesson/inspect/log/mask/maskMessage.ts';
import { maskPairs, maskUrl } from '../../../src/lesson/inspect/log/mask/maskUrl.ts';
import { isHarmlessName, isSecretName } from '../../../src/lesson/inspect/log/mask/names.ts';
import { readCurl } from '../../../src/lesson/inspect/log/readCurl.ts';
import { readLog } from '../../../src/lesson/inspect/log/readLog.ts';
import { readToken } from '../../../src/lesson/inspect/token/readToken.ts';
import { parseSetCookie } from '../../../src/sim/client/setCookie.ts';

const SOURCE: LineSource = {
  url: 'https://a.test/',
  page: 'https://a.test',
  by: 'addressBar',
  credentials: 'include',
  thirdPartyCookies: 'allowed',
  date: null,
  cors: null,
};
const EXCHANGE = {
  ...{ method: 'GET', requestHeaders: [], requestBody: null, status: 200, responseHeaders: [] },
  ...{ responseBody: null, by: null, at: null },
};

/** What reads what somebody has pasted; each gets the whole of it, though some are called with less. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  findTokens,
  isOpaque,
  replaceTokens: (text) => replaceTokens(text, () => ''),
  isSecretName,
  isHarmlessName,
  maskUrl: (text) => maskUrl(text, createMask()),
  maskPairs: (text) => maskPairs(text, createMask()),
  maskBody: (text) => maskBody(text, createMask()),
  maskCookie: (text) => maskField(['Cookie', text], createMask()),
  maskSetCookie: (text) => maskField(['Set-Cookie', text], createMask()),
  maskAuthorization: (text) => maskField(['Authorization', text], createMask()),
  maskLocation: (text) => maskField(['Location', text], createMask()),
  judgeUrl: (text) => judgeUrl({ ...EXCHANGE, url: `https://a.test/${text}` }),
  readCurl,
  listCurlLines,
  readCurlField: (text) => readCurl(`> GET / HTTP/1.1\n> Host: a\n> X: ${text}`),
  readCurlBody: (text) => readCurl(`> GET / HTTP/1.1\n> Host: a\n< HTTP/1.1 200 OK\n<\n${text}`),
  readLog,
  readToken,
  readPasted,
  readUrl,
  parseSetCookie,
  judgeLine: (text) => judgeLine(text, SOURCE, 0),
};

const PIECES = [
  ...[
    's%3AeyJ',
    'a=,',
    ';a=,',
    'eyJ',
    'eyJaaaaaaaaa.',
    'eyJ-',
    'a',
    'aA',
    '9',
    '.',
    '-',
    '/',
    '%',
    '%41',
    ' ',
    '\t',
    '\r',
    '\n',
  ],
  ...[
    '\r\n',
    '=',
    '&',
    ';',
    ',',
    ', a',
    ':',
    '?',
    '#',
    '@',
    '"',
    '{',
    '[',
    '<',
    '> ',
    '* ',
    'a=',
    '; a',
  ],
  ...[
    'date:\n',
    'Set-Cookie: a\n',
    '  0     0',
    '0 ',
    'pass',
    '_',
    '\u{1F600}',
    'document.cookie ',
  ],
];
const LENGTH = 200_000;
/** A reader looks at each letter a few times; one that begins again at each takes thousands of times as long. */
const MOST = 300;

const repeat = (piece: string) => `a${piece.repeat(Math.ceil(LENGTH / piece.length))}!\n!`;

function measure(read: (text: string) => unknown, text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

/** Looks at each letter once: what this machine takes at least, now. */
const pass = (text: string) => [...text].filter((letter) => letter === '\0').length;

describe('the time that a reader takes grows with the length of the text, and no faster', () => {
  const texts = PIECES.map(repeat);
  for (const text of texts.slice(0, 3)) pass(text);
  const passes = texts.map((text) => measure(pass, text));

  test.each(Object.entries(READERS))('%s', { timeout: 600_000 }, (_, read) => {
    for (const [i, text] of texts.entries()) {
      // Another process may come in between: what is slow by itself is slow each time.
      const measureRatio = () => measure(read, text) / measure(pass, text);
      const ratio = [1, 2, 3].reduce(
        (least) => (least < MOST ? least : Math.min(least, measureRatio())),
        measure(read, text) / (passes[i] ?? 0),
      );
      expect(ratio, JSON.stringify(PIECES[i])).toBeLessThan(MOST);
    }
  });
});
