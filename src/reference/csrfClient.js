// The page's side of csrfToken.js.

const toForm = (body, token) =>
  new URLSearchParams([...new URLSearchParams(body), ['_csrf', token]]);

/** Adds the token to a body: of JSON, of a form, or none. */
function addToken({ headers = {}, body, ...init }, token) {
  if (headers['Content-Type'] === 'application/json') {
    return { ...init, headers, body: JSON.stringify({ ...JSON.parse(body), _csrf: token }) };
  }
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return { ...init, headers: { ...headers, ...type }, body: String(toForm(body ?? '', token)) };
}

/**
 * Makes a `fetch` that keeps the token which the server tells, and adds it to what is posted to
 * `paths`. `variables` has a `get` and a `set`: whoever reloads the page loses it, and the next answer
 * of /profile has it again.
 */
export const withCsrfToken =
  (fetch, variables, paths) =>
  async (url, init = {}) => {
    const token = variables.get('csrfToken');
    const isAsked = init.method === 'POST' && paths.includes(new URL(url).pathname);
    const response = await fetch(url, token && isAsked ? addToken(init, token) : init);
    const told = await response
      .clone()
      .json()
      .catch(() => null);
    if (told?.csrfToken) variables.set('csrfToken', told.csrfToken);
    return response;
  };
