import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

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

/** Names under assets/ carry a hash of their content; all else may change with the next build. */
function toCacheControl(url) {
  if (url.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  // Browsers ask for the icon again whenever the address changes, which every step does.
  return url === '/favicon.svg' ? 'public, max-age=86400' : 'no-cache';
}

/** Returns the file under `folder` that a URL path names, or `null` when it names none there. */
export function toFile(folder, target) {
  let name;
  try {
    name = decodeURIComponent(target.split(/[?#]/)[0]);
  } catch {
    return null;
  }
  if (!name.startsWith('/') || name.includes('\0')) return null;
  const file = join(folder, normalize(name.endsWith('/') ? `${name}index.html` : name));
  return file.startsWith(folder + sep) ? file : null;
}

async function respond(folder, request, response) {
  const end = (status, headers, body) => {
    response.writeHead(status, { 'X-Content-Type-Options': 'nosniff', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const plain = { 'Content-Type': TYPES['.txt'] };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return end(405, { ...plain, Allow: 'GET, HEAD' }, 'Only GET and HEAD.\n');
  }
  const file = toFile(folder, request.url);
  const body = file && (await readFile(file).catch(() => null));
  if (!body) return end(404, plain, 'Nothing here.\n');
  const headers = {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    'Cache-Control': toCacheControl(request.url),
  };
  return end(200, headers, body);
}

/** Makes a server for the files of a folder; it is not listening yet. */
export function createStaticServer(folder) {
  return createServer((request, response) => {
    respond(folder, request, response).catch(() => response.destroy());
  });
}
