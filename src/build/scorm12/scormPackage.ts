import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { listFiles } from '../listFiles.ts';
import { writeZip } from '../zip.ts';
import { writeManifest } from './manifest.ts';
import { LMS_SCRIPT, readTitle, toPackagePage } from './packagePage.ts';

/** The package's name beside the page. */
export const SCORM_ARCHIVE = 'authtrace-scorm12.zip';

const PAGE = 'index.html';

/** What a host of the page needs, or a preview of it, and a package does not. */
const LEFT_OUT = /^(_headers|sw\.js|social\.png|screenshots\/.*|authtrace-scorm12\.zip)$|\.map$/;

/** The control documents, as IMS and ADL have published them: where the manifest points to its schemas. */
const SCHEMAS = new URL('./schemas/', import.meta.url);

async function readSchemas() {
  const names = (await readdir(SCHEMAS)).toSorted();
  return Promise.all(
    names.map(async (path) => ({ path, bytes: await readFile(new URL(path, SCHEMAS)) })),
  );
}

/**
 * Packs a built page as a SCORM 1.2 package: the page itself, the script that finds the platform, and a
 * manifest with its schemas.
 */
export async function packScorm(dist: string): Promise<Uint8Array> {
  const paths = (await listFiles(dist)).filter((path) => !LEFT_OUT.test(path));
  const html = await readFile(join(dist, PAGE), 'utf8');
  const files = await Promise.all(
    paths.map(async (path) => ({
      path,
      bytes: path === PAGE ? Buffer.from(toPackagePage(html)) : await readFile(join(dist, path)),
    })),
  );
  const script = await readFile(new URL(`./${LMS_SCRIPT}`, import.meta.url));
  const manifest = writeManifest({
    title: readTitle(html),
    start: PAGE,
    files: [...paths, LMS_SCRIPT],
  });
  return writeZip(
    [
      { path: 'imsmanifest.xml', bytes: Buffer.from(manifest) },
      ...(await readSchemas()),
      ...files,
      { path: LMS_SCRIPT, bytes: script },
    ],
    6,
  );
}

/** Leaves the package beside the built page, made of what is there; while one develops there is none. */
export function scormPackage(): Plugin {
  return {
    name: 'authtrace:scorm-package',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    configureServer({ middlewares }) {
      // Else the link in Share would save the page under the package's name.
      middlewares.use(`/${SCORM_ARCHIVE}`, (_request, response) => {
        response.writeHead(404).end();
      });
    },
    writeBundle: {
      // After all else is written.
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        const dist = dir ?? '';
        await writeFile(join(dist, SCORM_ARCHIVE), await packScorm(dist));
      },
    },
  };
}
