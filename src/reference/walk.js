// npm run walk: plays client.js against the two running servers, from the login to the logout.
import { createSessionClient, createTokenClient } from './client.js';

const { SESSION_PORT = 3000, TOKEN_PORT = 3001 } = process.env;

/** Stands in for the browser: keeps the cookie that Node's fetch ignores, and prints what goes by. */
function createBrowserFetch() {
  let cookie = '';
  return async (url, init = {}) => {
    const headers = { ...init.headers, ...(cookie ? { Cookie: cookie } : {}) };
    const response = await fetch(url, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      cookie = pair.endsWith('=') ? '' : pair; // an empty value comes from clearCookie()
    }
    console.log(`  ${init.method ?? 'GET'} ${new URL(url).pathname} -> ${response.status}`);
    return response;
  };
}

/** Stands in for the browser's localStorage. */
function createStorage() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
}

async function walk(client) {
  await client.logIn('ada', 'correct horse');
  console.log('  hello', (await client.getProfile()).userId);
  await client.logOut();
  const after = await client.getProfile().catch((error) => error);
  if (!(after instanceof Error)) throw new Error('still logged in after the logout');
}

console.log('session:');
await walk(
  createSessionClient({ baseUrl: `http://localhost:${SESSION_PORT}`, fetch: createBrowserFetch() }),
);
console.log('token:');
await walk(
  createTokenClient({
    baseUrl: `http://localhost:${TOKEN_PORT}`,
    fetch: createBrowserFetch(),
    storage: createStorage(),
  }),
);
