// The client's side of both: what the browser does by itself, and what the code must do.

async function readJson(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.status === 204 ? null : response.json();
}

const toJsonPost = (value) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

/**
 * Session-based. No line here touches the cookie: the browser takes it from Set-Cookie, keeps it
 * out of the reach of scripts (HttpOnly) and sends it along by itself.
 */
export function createSessionClient({
  baseUrl = '',
  fetch = globalThis.fetch,
  // This is fetch's default. An API on another origin needs 'include', and the server's
  // Access-Control-Allow-Credentials.
  credentials = 'same-origin',
} = {}) {
  const send = (path, init) => fetch(baseUrl + path, { credentials, ...init });

  return {
    async logIn(username, password) {
      return readJson(await send('/login', toJsonPost({ username, password })));
    },
    async getProfile() {
      return readJson(await send('/profile'));
    },
    async logOut() {
      // Only the server can end a session, and delete a cookie that no script can reach.
      return readJson(await send('/logout', { method: 'POST' }));
    },
  };
}

/**
 * Token-based. The browser does nothing by itself: this code keeps the token, sends it with each
 * request, and forgets it.
 */
export function createTokenClient({
  baseUrl = '',
  fetch = globalThis.fetch,
  storage = globalThis.localStorage, // every script of the page can read it
} = {}) {
  const send = (path, init) => fetch(baseUrl + path, { credentials: 'omit', ...init });

  return {
    async logIn(username, password) {
      const { token } = await readJson(await send('/login', toJsonPost({ username, password })));
      storage.setItem('token', token);
    },
    async getProfile() {
      const token = storage.getItem('token');
      const headers = token ? { Authorization: `Bearer ${token}` } : {};
      return readJson(await send('/profile', { headers }));
    },
    async logOut() {
      // The server is not asked and learns nothing: a copy of the token works until it expires.
      storage.removeItem('token');
    },
  };
}
