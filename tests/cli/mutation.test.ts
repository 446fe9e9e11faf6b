import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { Collector } from '../../src/cli/mutation/collector.mjs';
import { listParts } from '../../src/cli/mutation/parts.mjs';
import { toScoreLine, toSurvivorLines } from '../../src/cli/mutation/scoreText.mjs';

const toMutant = (status: string, line = 1) => ({
  ...{ file: 'src/sim/bytes/hmac.ts', line, column: 3, mutatorName: 'BlockStatement', status },
  replacement: '{\n  }',
});

describe('the score', () => {
  test('is the share of those that were caught, of those that count', () => {
    const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'];
    expect(
      toScoreLine(
        'client',
        statuses.map((status) => toMutant(status)),
      ),
    ).toBe('client            60.0 %  3 of 5, without 1 static ones and 0 that do not run');
  });

  test('is none where nothing counts', () => {
    expect(toScoreLine('all', [toMutant('CompileError')])).toMatch(
      / - % {2}0 of 0, without 0 static ones and 1 that do not run$/,
    );
  });

  test('says where those are that nobody caught, and no other', () => {
    const mutants = [toMutant('Killed'), toMutant('Survived', 7), toMutant('NoCoverage', 9)];
    expect(toSurvivorLines(mutants)).toEqual([
      'src/sim/bytes/hmac.ts:7:3 Survived BlockStatement: { }',
      'src/sim/bytes/hmac.ts:9:3 NoCoverage BlockStatement: { }',
    ]);
  });
});

test('every folder of the engine is a part but the Scenarios, and the files beside them are one', () => {
  const folders = readdirSync(join(ROOT, 'src/sim'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'scenarios')
    .map(({ name }) => name);
  expect([...listParts().keys()].sort()).toEqual([...folders, 'top'].sort());
  expect(listParts().get('top')).toEqual(['src/sim/*.ts']);
});

test('tests are collected by name and group, each once', () => {
  const collector = new Collector();
  const body = () => {};
  collector.addTest('first', body);
  collector.addGroup('group', () => collector.addTest('second', body));
  const breakDown = () => {
    throw new RangeError('broken');
  };
  expect(() => collector.addGroup('broken group', breakDown)).toThrow('broken');
  collector.addTest('third', body);
  collector.addAfterEach(body);
  const { tests, afterEach } = collector.take();
  expect(tests.map(({ id }: { id: string }) => id)).toEqual([
    '#0 first',
    '#1 group second',
    '#2 third',
  ]);
  expect(afterEach).toEqual([body]);
  expect(collector.take()).toEqual({ tests: [], afterEach: [] });
});
