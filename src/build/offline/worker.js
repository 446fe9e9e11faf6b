// The worker that keeps this version of the page, for whoever has no network the next time. In place
// of BUILT the build writes the version, and of each file its path, the page's own being '', and hash.
// The usual plugin (vite-plugin-pwa) registers its worker by a plain string, which the page's trusted
// types refuse; that is why this one is our own.

const [VERSION, FILES] = BUILT;
const { scope } = self.registration;
/** How this page's caches begin. Another copy of the page on the same host has another scope. */
const OURS = `authtrace ${scope} `;
const NAME = OURS + VERSION;

const toAddress = (path) => new URL(path, scope).href;
const KEPT = new Set(FILES.map(([path]) => toAddress(path)));

/** Asks for a file as this version has it; while a newer one is put in its place, nothing comes. */
const toRequest = ([path, integrity]) =>
  new Request(toAddress(path), {
    integrity,
    redirect: 'error',
    // Assets have a hash in their names; the page has fetched them a moment ago.
    cache: path.startsWith('assets/') ? 'default' : 'no-cache',
  });

/** Fills the cache whole, or leaves none: then this worker is given up, and the one before stays. */
async function fill() {
  const cache = await caches.open(NAME);
  try {
    await cache.addAll(FILES.map(toRequest));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** Begins when no page of an older version is open any more. */
async function begin() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Returns under which address a request's answer is kept; `null`: it is the network's. */
function toKept({ method, mode, url }) {
  if (method !== 'GET') return null;
  // The page has any query, and is a file too. Whoever asks with one for anything else wants the server.
  const address =
    mode === 'navigate' ? url.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/') : url;
  return KEPT.has(address) ? address : null;
}

async function answer(address, request) {
  // The browser may have thrown the cache away, or refuse it.
  const kept = await caches
    .match(address, { cacheName: NAME, ignoreVary: true })
    .catch(() => undefined);
  return kept ?? fetch(request);
}

// No `skipWaiting`: pages that are open go on with the version that they began with.
self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', (event) => {
  const address = toKept(event.request);
  if (address !== null) event.respondWith(answer(address, event.request));
});
