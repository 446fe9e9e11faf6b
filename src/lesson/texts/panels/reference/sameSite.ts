/** What the cookie says, by the table's rows. */
const ROWS = {
  strict: 'SameSite=Strict',
  lax: 'SameSite=Lax',
  unsetYoung: 'not set, Chromium, first two minutes',
  unsetOld: 'not set, Chromium, older',
  none: 'SameSite=None',
  noneBlocked: 'SameSite=None, third-party cookies blocked',
} as const;

/** What another site does, by the table's columns. */
const REQUESTS = {
  link: 'Link (GET)',
  form: 'Form (POST)',
  fetch: 'fetch (POST)',
  image: 'Image or iframe (GET)',
} as const;

export const SAME_SITE_TEXTS = {
  title: 'SameSite in one table',
  gist: 'Another site makes the browser ask: does the session’s cookie go along? A bearer token never does. Where SameSite is not set, Chromium (Chrome, Edge) decides by age; Firefox and Safari take the cookie for None.',
  attribute: 'Cookie',
  rows: ROWS,
  requests: REQUESTS,
  sent: 'Sent',
  left: 'Left out',
  /** Names what opens the step that shows it. */
  sayShow: (sent: boolean, request: keyof typeof REQUESTS, row: keyof typeof ROWS) =>
    `${sent ? 'Sent' : 'Left out'}: ${REQUESTS[request]}, ${ROWS[row]}`,
} as const;
