import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../../src/build/offline/writeWorker.ts';
import { listenFrom } from '../../../src/cli/machine/listen.mjs';
import { DIST } from '../../../src/cli/machine/paths.mjs';
import { createStaticServer } from '../../../src/cli/page/staticServer.mjs';
import { type HeaderRule, parseHeaders, toFields } from './headerRules.ts';

const BUILT = process.env.E2E_DIST ?? DIST;

/** A host whose folders can be changed while it runs, and which can go for ever. */
export interface Host {
  readonly origin: string;
  /** Serves files under a folder's name, `/` or `/course/`, from now on. */
  serve(folder: string, dir: string): void;
  /** Finds nothing any more where a path ends so. */
  lose(end: string): void;
  /** Tells whether such a path has been asked for. */
  hasLost(end: string): boolean;
  /** Ends it: nobody answers any more. */
  close(): void;
}

export interface HostOptions {
  /** Sends the header fields that `_headers` asks for. */
  readonly honoursHeaders?: boolean;
}

/** Starts a static host for built pages. */
export async function startHost({ honoursHeaders = false }: HostOptions = {}): Promise<Host> {
  const rules: readonly HeaderRule[] = honoursHeaders
    ? parseHeaders(await readFile(join(BUILT, '_headers'), 'utf8'))
    : [];
  const folders = new Map<string, Server>();
  const lost = new Map<string, { asked: boolean }>();
  const answer = () =>
    createServer((request, response) => {
      const path = (request.url ?? '').replace(/[?#].*$/, '');
      const names = [...folders.keys()].sort((a, b) => b.length - a.length);
      const folder = names.find((name) => path.startsWith(name));
      const found = [...lost].find(([end]) => path.endsWith(end))?.[1];
      if (found) found.asked = true;
      if (folder === undefined || found) {
        response.writeHead(404).end();
        return;
      }
      request.url = path.slice(folder.length - 1);
      for (const [name, value] of toFields(rules, request.url)) response.setHeader(name, value);
      folders.get(folder)?.emit('request', request, response);
    });
  const { port, close } = await listenFrom(answer, 0);
  return {
    origin: `http://localhost:${port}`,
    serve: (folder, dir) => void folders.set(folder, createStaticServer(dir)),
    lose: (end) => void lost.set(end, { asked: false }),
    hasLost: (end) => lost.get(end)?.asked === true,
    close,
  };
}

/** The built page, as it is. */
export const BUILT_PAGE = BUILT;

/** Makes another version of the built page, with its worker; the root says which. Returns its folder and what throws it away. */
export async function makeVersion(version: string) {
  const dir = await mkdtemp(join(tmpdir(), 'authtrace-version-'));
  await cp(BUILT, dir, { recursive: true });
  const page = join(dir, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<html ', `<html data-version="${version}" `));
  await writeWorker(dir);
  return { dir, remove: () => rm(dir, { recursive: true }) };
}
