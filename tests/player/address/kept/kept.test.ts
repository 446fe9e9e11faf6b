import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../../src/cli/machine/paths.mjs';
import { DECIDING_STEPS } from '../../../../src/lesson/told/decidingSteps.ts';
import { PHASES } from '../../../../src/sim/action.ts';
import type { Run } from '../../../../src/sim/runs/run.ts';
import { formatRunAddress, formatRunFile, parseRunFile } from '../../../../src/sim/runs/runFile.ts';
import {
  changeSettings,
  END,
  LOGIN,
  LOGOUT,
  REQUEST,
} from '../../../../src/sim/scenarios/toScenarios.ts';
import { SCENARIOS } from '../../../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../../../src/sim/settings.ts';
import { SETTING_PATHS } from '../../../sim/settingPaths.ts';
import { OTHER_VALUES } from './otherValues.ts';
import { type Shown, showAddress, showFile } from './showAddress.ts';

/*
 * Addresses and run files as they were when they were given away, each with what it showed then. An
 * entry is never changed and never taken out: what fails here is a link that somebody has. Once one
 * was, because what it showed was untrue: a request without a cookie asks no store, so one that is
 * down does not make it an error.
 */
interface Entry {
  /** The hash of an address, or the text of a run file. */
  readonly address?: string;
  readonly file?: string;
  /** What it shows; written once, when it is added. */
  readonly shows?: Shown;
}

/** Adds an entry for each scenario and each setting that has none, and writes what a new entry shows; changes no other. */
const ADD = process.env.ADD_KEPT === '1';
const HOW = 'npx vitest run --config src/cli/test/vitest.config.ts --project player kept';
const TO_ADD = `to keep it from now on, run: ADD_KEPT=1 ${HOW}`;

const toPath = (name: string) => join(ROOT, 'tests/player/address/kept', name);
const read = (name: string): readonly Entry[] => JSON.parse(readFileSync(toPath(name), 'utf8'));

const open = ({ address, file }: Entry) =>
  file === undefined ? showAddress(address ?? '') : showFile(file);

async function add(name: string, entries: readonly Entry[]) {
  const all: Entry[] = [];
  for (const entry of entries)
    all.push(entry.shows ? entry : { ...entry, shows: (await open(entry)).shown });
  writeFileSync(toPath(name), `${JSON.stringify(all, null, 1)}\n`);
}

const readMember = (value: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value);

/** Tells whether a run has another value for a setting than the walk. */
const changes = ({ settings }: Run, path: string) =>
  JSON.stringify(readMember(settings, path)) !== JSON.stringify(readMember(DEFAULT_SETTINGS, path));

/** A short run with another value of one setting. */
function toRun(path: string): Run {
  const [name = '', part] = path.split('.');
  const value = readMember(OTHER_VALUES, path);
  const settings = changeSettings({ [name]: part === undefined ? value : { [part]: value } });
  return { settings, actions: [LOGIN, REQUEST, LOGOUT, END] };
}
const WRITE: Readonly<Record<string, (run: Run) => Entry>> = {
  'runs.json': (run) => ({ address: `#step=2&run=${formatRunAddress(run, DEFAULT_SETTINGS)}` }),
  'files.json': (run) => ({ file: formatRunFile(run) }),
};

/** Opens what a list keeps, and tells which settings none of it changes. */
async function findUnchanged(entries: readonly Entry[]): Promise<readonly string[]> {
  const runs = await Promise.all(entries.map(async (entry) => (await open(entry)).run));
  return SETTING_PATHS.filter((path) => !runs.some((run) => changes(run, path)));
}

const isOf = (id: string) => (entry: Entry) => entry.shows?.scenario === id;
const LISTS = ['scenarios.json', 'runs.json', 'files.json'] as const;
if (ADD) {
  const [scenarios, ...others] = LISTS;
  const listed = read(scenarios);
  const missing = SCENARIOS.filter(({ id }) => !listed.some(isOf(id)));
  const added = missing.map(({ id }) => ({
    address: `#step=${DECIDING_STEPS[id]}&scenario=${id}`,
  }));
  await add(scenarios, [...listed, ...added]);
  for (const name of others) {
    const kept = read(name);
    const more = (await findUnchanged(kept)).flatMap((path) => WRITE[name]?.(toRun(path)) ?? []);
    await add(name, [...kept, ...more]);
  }
}

describe.each(LISTS)('%s, as they were given away', (name) => {
  test.each(read(name).map((entry, i) => [i, entry] as const))('entry %i', async (_i, entry) => {
    expect(entry.shows, `it does not say what it shows; ${TO_ADD}`).toBeDefined();
    expect((await open(entry)).shown).toEqual(entry.shows);
  });
});

test.each(SCENARIOS)('$id has a kept address', ({ id }) => {
  expect(read('scenarios.json').some(isOf(id)), `there is no entry for it; ${TO_ADD}`).toBe(true);
});

describe.each(['runs.json', 'files.json'])('%s', (name) => {
  const openAll = async () => Promise.all(read(name).map(async (entry) => (await open(entry)).run));

  test('has every type of Action', async () => {
    const used = new Set((await openAll()).flatMap((run) => run.actions.map(({ type }) => type)));
    expect(Object.keys(PHASES).filter((type) => !used.has(type as never))).toEqual([]);
  });

  test('has every setting that can be shared, changed', async () => {
    expect(await findUnchanged(read(name)), TO_ADD).toEqual([]);
  });
});

test.each(SETTING_PATHS)('what would be added for %s changes it', (path) => {
  const opened = parseRunFile(formatRunFile(toRun(path)));
  if ('errors' in opened) throw new TypeError(JSON.stringify(opened.errors));
  expect(changes(opened.run, path)).toBe(true);
});
