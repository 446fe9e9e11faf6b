import { createRequire } from 'node:module';
import { Ajv, type AnySchema } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { listExchanges } from '../../../src/lesson/exports/exchanges.ts';
import { EXPORT_FORMATS, EXPORTERS } from '../../../src/lesson/exports/exportFormats.ts';
import { formatHar } from '../../../src/lesson/exports/formatHar.ts';
import { formatMermaid } from '../../../src/lesson/exports/formatMermaid.ts';
import { formatCsv, formatMarkdown, listCells } from '../../../src/lesson/exports/formatTable.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Telling } from '../../../src/lesson/telling.ts';
import { formatRunFile } from '../../../src/sim/runs/runFile.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { tell } from './runs.ts';

const IDS = SCENARIOS.map(({ id }) => id);

/** Reads comma-separated values by RFC 4180, as a spreadsheet does. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

const readMarkdown = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.replace(/\\(.)/g, '$1')),
    );

test('the table read back is the table, from both formats', async () => {
  for (const id of IDS) {
    const telling = await tell(id);
    const cells = listCells(telling).map((row) => [...row]);
    expect(readCsv(formatCsv(telling)), id).toEqual(cells);
    expect(readMarkdown(formatMarkdown(telling)), id).toEqual(cells);
  }
});

/** A run whose cells hold what a spreadsheet or a Markdown reader would take for its own. */
const hostile = async (text: string): Promise<Telling> => {
  const { run, at } = await tell('login-to-logout');
  const cell = { text, detail: null };
  const row = { action: text, session: cell, token: cell, result: text };
  return {
    run: { ...run, lastStep: 1, scenario: { ...run.scenario, title: text } },
    at: () => ({ ...at(1), title: text, row }),
  };
};

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'no spreadsheet runs the cell %j',
  async (text) => {
    const [, row = []] = readCsv(formatCsv(await hostile(text)));
    expect(row.slice(1)).toEqual(Array(4).fill(`'${text}`));
  },
);

test.each(['a | b', '<script>alert(1)</script>', '[a](javascript:b)', '`code`', '*bold*', 'a\\'])(
  'Markdown shows %j as it is',
  async (text) => {
    const markdown = formatMarkdown(await hostile(text));
    expect(readMarkdown(markdown)[1]?.slice(1)).toEqual(Array(4).fill(text));
    expect(markdown).not.toMatch(/(?<!\\)</);
  },
);

test('an HTTP archive has every exchange of both lanes, with what a reader of HAR 1.2 demands', async () => {
  for (const id of IDS) {
    const telling = await tell(id);
    const { log } = JSON.parse(formatHar(telling));
    expect([log.version, log.pages.map((page: { id: string }) => page.id)]).toEqual([
      '1.2',
      [...STRATEGIES],
    ]);
    const exchanges = STRATEGIES.flatMap((strategy) => listExchanges(telling, strategy));
    expect(log.entries.length, id).toBe(exchanges.length);
    exchanges.forEach(({ request, response }, i) => {
      const entry = log.entries[i];
      expect(Object.keys(entry)).toEqual(
        expect.arrayContaining([
          'startedDateTime',
          'time',
          'request',
          'response',
          'cache',
          'timings',
        ]),
      );
      expect(Number.isNaN(Date.parse(entry.startedDateTime))).toBe(false);
      expect([entry.request.method, entry.request.url]).toEqual([
        request.method,
        new URL(request.target, request.origin).href,
      ]);
      const fields = (pairs: { name: string; value: string }[]) =>
        pairs.map(({ name, value }) => [name, value]);
      expect(fields(entry.request.headers)).toEqual(request.headers);
      expect(fields(entry.response.headers)).toEqual(response?.headers ?? []);
      expect(entry.response.content.text ?? null).toBe(response?.body ?? null);
      expect(entry.request.postData?.text ?? null).toBe(request.body);
    });
  }
});

test('an HTTP archive is one by its schema', async () => {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  ajv.addMetaSchema(draft06);
  const { har = false, ...parts }: Readonly<Record<string, AnySchema>> = createRequire(
    import.meta.url,
  )('har-schema');
  for (const part of Object.values(parts)) ajv.addSchema(part);
  const isArchive = ajv.compile(har);
  for (const id of IDS) {
    const archive = JSON.parse(formatHar(await tell(id)));
    expect([id, isArchive(archive) || isArchive.errors]).toEqual([id, true]);
  }
  expect(isArchive({ log: { version: '1.2' } })).toBe(false);
});

test('a cookie of an archive says of itself what its field said', async () => {
  const { log } = JSON.parse(formatHar(await tell('login-to-logout')));
  const [cookie] = log.entries[0].response.cookies;
  expect(cookie).toEqual({
    name: 'connect.sid',
    value: expect.stringMatching(/^s%3A/),
    path: '/',
    expires: '2026-01-01T12:15:00.000Z',
    httpOnly: true,
    secure: false,
  });
  expect(log.entries[1].request.cookies).toEqual([{ name: 'connect.sid', value: cookie.value }]);
});

test('a diagram has an arrow for each message, between the two that it is between', async () => {
  for (const id of IDS) {
    const telling = await tell(id);
    for (const strategy of STRATEGIES) {
      const text = formatMermaid(telling, strategy);
      const messages = Array.from(
        { length: telling.run.lastStep },
        (_, i) => telling.at(i + 1)[strategy].messages,
      ).flat();
      const names = new Map(
        [...text.matchAll(/^ {2}participant (p\d+) as (.+)$/gm)].map(([, key, name]) => [
          key,
          name,
        ]),
      );
      const arrows = [...text.matchAll(/^ {2}(p\d+)-{1,2}>>(p\d+): /gm)];
      expect(
        arrows.map(([, from, to]) => [names.get(from), names.get(to)]),
        id,
      ).toEqual(messages.map(({ ends }) => [...ends]));
    }
  }
});

test('no file for others has a secret in it', async () => {
  const { session, token } = DEFAULT_SETTINGS;
  const formats = EXPORT_FORMATS.filter((format) => format !== 'trace');
  for (const scenario of SCENARIOS) {
    const trace = await runScenario(scenario);
    const telling = openTelling(trace);
    for (const format of formats) {
      for (const strategy of STRATEGIES) {
        const text = EXPORTERS[format].write(telling, strategy, trace, formatRunFile);
        expect(text.length, `${scenario.id} ${format}`).toBeGreaterThan(50);
        for (const secret of [...session.secrets, token.secret]) expect(text).not.toContain(secret);
      }
    }
  }
});
