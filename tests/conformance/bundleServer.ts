import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { CACHE, ROOT } from '../../src/cli/machine/paths.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The script of a server's process. */
    readonly serverScript: string;
  }
}

/**
 * Makes one file of all that a server's process loads, before the first test: the runs start more
 * than a hundred of them, and to load file by file takes each twice as long.
 */
export default async function bundleServer(project: TestProject): Promise<() => Promise<void>> {
  const outDir = join(CACHE, 'server', String(process.pid));
  await mkdir(outDir, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['redis', 'connect-redis'] },
    build: {
      ...{ outDir, target: 'node20', minify: false, copyPublicDir: false },
      ssr: join(ROOT, 'tests/conformance/harness/serverProcess.ts'),
      rolldownOptions: { output: { entryFileNames: 'serverProcess.mjs' } },
    },
  });
  // A file of its own starts it, because a reference server starts by itself where its file is the
  // script: in a bundle that would be all of them.
  const script = join(outDir, 'start.mjs');
  await writeFile(script, "import './serverProcess.mjs';\n");
  project.provide('serverScript', script);
  return () => rm(outDir, { recursive: true, force: true });
}
