import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer as createViteServer, type Rolldown } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { packTakeHome, takeHome } from '../../src/build/takeHome.ts';
import { writeZip } from '../../src/build/zip.ts';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import {
  TAKE_HOME_ARCHIVE,
  TAKE_HOME_FILES,
  TAKE_HOME_FOLDER,
} from '../../src/reference/takeHome.ts';
import { withServer } from './harness/server.ts';
import { unzip } from './harness/unzip.ts';

const readSource = (source: string) => readFile(join(ROOT, 'src/reference', source));

async function inTemporaryFolder(use: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'authtrace-zip-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds a page of nothing with the plugin alone. */
async function buildBare(outDir: string) {
  const entry = 'virtual:nothing';
  const nothing = {
    name: 'nothing',
    resolveId: (id: string) => (id === entry ? `\0${entry}` : undefined),
    load: (id: string) => (id === `\0${entry}` ? 'export {};' : undefined),
  };
  return (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [nothing, takeHome()],
    build: { outDir, copyPublicDir: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
}

test('the archive holds the files of the page, byte for byte, in one folder', async () => {
  const files = unzip(await packTakeHome(ROOT));
  expect(files.map(({ path }) => path)).toEqual(
    TAKE_HOME_FILES.map(({ path }) => `${TAKE_HOME_FOLDER}/${path}`),
  );
  for (const [i, { source }] of TAKE_HOME_FILES.entries()) {
    expect(files[i]?.bytes.equals(await readSource(source)), source).toBe(true);
    expect(files[i]?.mode).toBe(0o100644);
  }
});

test('it lists every module that a file of the folder imports', async () => {
  const paths = TAKE_HOME_FILES.map(({ path }) => path);
  for (const { path, source } of TAKE_HOME_FILES.filter((file) => file.path.endsWith('.js'))) {
    const text = await readSource(source);
    const local = [...text.toString().matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => name);
    for (const name of local) expect(paths, `${path} imports ${name}`).toContain(name);
  }
});

test('the same files make the same bytes', async () => {
  const [one, other] = await Promise.all([packTakeHome(ROOT), packTakeHome(ROOT)]);
  expect(Buffer.from(one).equals(other)).toBe(true);
});

test('they do so in every time zone', () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  const zones = ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'];
  const offsets = new Set<number>();
  const archives = new Set<string>();
  for (const zone of zones) {
    vi.stubEnv('TZ', zone);
    offsets.add(new Date(0).getTimezoneOffset());
    archives.add(Buffer.from(writeZip([{ path: 'a', bytes: Buffer.from('b') }])).toString('hex'));
  }
  expect(offsets.size).toBe(zones.length);
  expect(archives.size).toBe(1);
  // Its date is 1980-01-01, its time midnight.
  expect([...archives][0]?.slice(20, 28)).toBe('00002100');
});

test('a build puts it beside the page', () =>
  inTemporaryFolder(async (folder) => {
    await buildBare(folder);
    const built = await readFile(join(folder, TAKE_HOME_ARCHIVE));
    expect(built.equals(await packTakeHome(ROOT))).toBe(true);
  }));

test('the development server has it too', async () => {
  const vite = await createViteServer({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [takeHome()],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    await withServer(vite.middlewares, async ({ port }) => {
      const response = await fetch(`http://127.0.0.1:${port}/${TAKE_HOME_ARCHIVE}`);
      expect(response.headers.get('Content-Type')).toBe('application/zip');
      expect(unzip(new Uint8Array(await response.arrayBuffer()))).toHaveLength(
        TAKE_HOME_FILES.length,
      );
    });
  } finally {
    await vite.close();
  }
});

const HAS_UNZIP = spawnSync('unzip', ['-v']).status === 0;

test.skipIf(!HAS_UNZIP)('the unzip program finds nothing wrong with it', () =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, TAKE_HOME_ARCHIVE);
    await writeFile(path, await packTakeHome(ROOT));
    const { status, stdout } = spawnSync('unzip', ['-t', path], { encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('No errors detected');
  }),
);

test.each([
  ['nothing at all', []],
  ['an empty file', [['empty', '']]],
  ['names beyond ASCII', [['büro/clé 鍵.txt', 'ключ']]],
  ['a file larger than 64 KiB', [['large', 'x'.repeat(70_000)]]],
] as const)('an archive of %s comes back as it was', (_name, given) => {
  const entries = given.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  expect(unzip(writeZip(entries)).map(({ path, bytes }) => [path, bytes.toString()])).toEqual(
    given.map(([path, text]) => [path, text]),
  );
});
