// The token client once more, for the designs of tokenDesigns.js: the token may be in a cookie, and
// a refresh token beside it. client.js is the plain one to read first.

async function readJson(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.status === 204 ? null : response.json();
}

const POST = { method: 'POST' };

const toJsonPost = (value) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

/**
 * `inCookie`: the browser keeps the token and sends it by itself; no line here ever sees it.
 * `refreshInCookie`: so it does with the refresh token, to /refresh and below alone.
 */
export function createDesignedTokenClient({
  baseUrl = '',
  fetch,
  storage,
  inCookie = false,
  refreshInCookie = false,
  credentials = inCookie || refreshInCookie ? 'same-origin' : 'omit',
}) {
  const send = async (path, init) =>
    readJson(await fetch(baseUrl + path, { credentials, ...init }));
  const sendWithToken = (path, { headers, ...init } = {}) => {
    const token = storage.getItem('token');
    const authorization = token ? { Authorization: `Bearer ${token}` } : {};
    return send(path, { ...init, headers: { ...authorization, ...headers } });
  };
  const keep = (answer) => {
    for (const name of ['token', 'refreshToken']) {
      if (answer[name]) storage.setItem(name, answer[name]);
    }
  };

  return {
    async logIn(username, password) {
      keep(await send('/login', toJsonPost({ username, password })));
    },
    getProfile: () => sendWithToken('/profile'),
    async refresh(refreshToken = storage.getItem('refreshToken')) {
      // The access token has no part in it; most often it is over.
      keep(await send('/refresh', refreshInCookie ? POST : toJsonPost({ refreshToken })));
    },
    async logOut() {
      const refreshToken = storage.getItem('refreshToken');
      try {
        const post = refreshToken ? toJsonPost({ refreshToken }) : POST;
        return await sendWithToken(refreshInCookie ? '/refresh/logout' : '/logout', post);
      } finally {
        // Whatever the server says. A cookie is out of reach: only the server can delete it.
        storage.removeItem('token');
        storage.removeItem('refreshToken');
      }
    },
  };
}
