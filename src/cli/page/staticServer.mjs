import { statSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, resolve, sep } from 'node:path';
import { Complaint } from '../machine/complaint.mjs';
import { chooseCoding, encodeBody } from './encodeBody.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.webmanifest': 'application/manifest+json',
};
/** What is not packed already. */
const TEXTS = ['.html', '.js', '.css', '.json', '.txt', '.svg', '.wasm', '.webmanifest'];

/** Says how long a file may be kept and who may read it; `path` is the file's, within the folder. */
function toFileFields(path) {
  // Their names carry a hash of their content; all else may change with the next build. A sandboxed
  // frame is another origin, and asks for its scripts as such.
  if (path.startsWith(`assets${sep}`)) {
    return {
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    };
  }
  // Browsers ask for the icon again whenever the address changes, which every step does.
  return { 'Cache-Control': path === 'favicon.svg' ? 'public, max-age=86400' : 'no-cache' };
}

/** Returns the path of a request's target, which a proxy's has its origin before. @see RFC 9112 section 3.2.2 */
const toPath = (target) => target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/)[0] || '/';

/** Returns the file under `folder` that a request's target names, or `null` when it names none there. */
export function toFile(folder, target) {
  let name;
  try {
    name = decodeURIComponent(toPath(target));
  } catch {
    return null;
  }
  if (!name.startsWith('/') || name.includes('\0')) return null;
  const file = join(folder, normalize(name.endsWith('/') ? `${name}index.html` : name));
  return file.startsWith(folder + sep) ? file : null;
}

/** Reads a file, unless it is none or a link leads out of the folder; `null` then. */
async function readInside(folder, file) {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(file)]);
    if (!real.startsWith(root + sep)) return null;
    const stats = await stat(real);
    return stats.isFile()
      ? { body: await readFile(real), version: `${stats.mtimeMs} ${stats.size}` }
      : null;
  } catch {
    return null;
  }
}

/** Encodes each version of a file once. */
function createEncoder() {
  const known = new Map();
  return (file, { body, version }, coding) => {
    const key = `${coding} ${file}`;
    const before = known.get(key);
    if (before?.version === version) return before.encoded;
    const encoded = encodeBody(body, coding);
    known.set(key, { version, encoded });
    return encoded;
  };
}

async function respond(folder, encode, request, response) {
  const end = (status, headers, body) => {
    response.writeHead(status, { 'X-Content-Type-Options': 'nosniff', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const plain = { 'Content-Type': TYPES['.txt'] };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return end(405, { ...plain, Allow: 'GET, HEAD' }, 'Only GET and HEAD.\n');
  }
  const file = toFile(folder, request.url);
  const found = file && (await readInside(folder, file));
  if (!found) return end(404, plain, 'Nothing here.\n');
  const isText = TEXTS.includes(extname(file));
  const coding = isText && chooseCoding(request.headers['accept-encoding'], found.body);
  const body = coding ? await encode(file, found, coding) : found.body;
  const headers = {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    ...(isText && { Vary: 'Accept-Encoding' }),
    ...(coding && { 'Content-Encoding': coding }),
    ...toFileFields(relative(folder, file)),
  };
  return end(200, headers, body);
}

/**
 * Makes a server for the files of a folder; it is not listening yet.
 * @throws Complaint when there is no such folder.
 */
export function createStaticServer(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Complaint(`There is no folder ${folder} that could be served.`);
  }
  const root = resolve(folder);
  const encode = createEncoder();
  return createServer((request, response) => {
    respond(root, encode, request, response).catch(() => response.destroy());
  });
}
