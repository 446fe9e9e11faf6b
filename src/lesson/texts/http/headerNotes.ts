import type { TermId } from '../terms/terms.ts';

/** One header field in a sentence, and the document that defines it. */
export interface HeaderNote {
  readonly text: string;
  readonly source: string;
  /** The word of the glossary that says more. */
  readonly term?: TermId;
}

const NOTES: Readonly<Record<string, HeaderNote>> = {
  host: {
    text: 'Names the server that is meant, since many can share an address.',
    source: 'RFC 9110 section 7.2',
  },
  origin: {
    text: 'The origin of the page that sends this. The browser sets it, and no script can forge it.',
    source: 'Fetch Standard, Origin header',
    term: 'origin',
  },
  'access-control-request-method': {
    text: 'What the browser is going to send, if it may: this is a preflight, and does nothing yet.',
    source: 'Fetch Standard, CORS protocol',
    term: 'preflight',
  },
  'access-control-request-headers': {
    text: 'The fields of that request that no form could send.',
    source: 'Fetch Standard, CORS protocol',
    term: 'preflight',
  },
  'access-control-allow-origin': {
    text: 'Whose page may read the answer: this origin’s, or anybody’s (*), which does not do for cookies.',
    source: 'Fetch Standard, CORS protocol',
    term: 'cors',
  },
  'access-control-allow-credentials': {
    text: 'The page may read it although the browser added its cookies.',
    source: 'Fetch Standard, CORS protocol',
    term: 'cors',
  },
  'access-control-allow-methods': {
    text: 'What the page may send beyond a plain GET or POST of a form.',
    source: 'Fetch Standard, CORS protocol',
    term: 'preflight',
  },
  'access-control-allow-headers': {
    text: 'The fields that the page’s code may set.',
    source: 'Fetch Standard, CORS protocol',
    term: 'preflight',
  },
  'x-forwarded-proto': {
    text: 'What the browser spoke with the proxy, which adds this. Anybody could send it, so Express believes it only with trust proxy.',
    source: 'MDN, X-Forwarded-Proto',
    term: 'reverse-proxy',
  },
  'sec-fetch-site': {
    text: 'How the page that sends this stands to the server. The browser sets it, and no script can forge it.',
    source: 'Fetch Metadata section 2.4',
    term: 'site',
  },
  vary: {
    text: 'Keeps a cache from giving this answer to a page of another origin.',
    source: 'RFC 9110 section 12.5.5',
  },
  allow: {
    text: 'Express’ own answer to OPTIONS: the methods of this route. It lets no other origin in.',
    source: 'RFC 9110 section 10.2.1',
  },
  'x-content-type-options': {
    text: 'Forbids the browser to guess another type.',
    source: 'Fetch Standard, X-Content-Type-Options',
  },
  'content-type': {
    text: 'Says how to read the body: as JSON, or as a form’s fields where a form was posted.',
    source: 'RFC 9110 section 8.3',
  },
  'content-length': {
    text: 'Counts the bytes of the body, so that its end is known.',
    source: 'RFC 9110 section 8.6',
  },
  cookie: {
    text: 'What the browser’s jar has for this server: name and value, none of the attributes. The browser sets it, not the page.',
    source: 'RFC 6265 section 4.2',
    term: 'cookie',
  },
  authorization: {
    text: 'The credential, set by the client’s code. Bearer means: whoever bears it may use it.',
    source: 'RFC 6750 section 2.1',
    term: 'authorization',
  },
  'set-cookie': {
    text: 'Asks the browser to keep a cookie, or with a date in the past to drop one.',
    source: 'RFC 6265 section 4.1',
    term: 'set-cookie',
  },
  'x-powered-by': {
    text: "Express names itself; it serves no purpose, and app.disable('x-powered-by') leaves it out.",
    source: 'Express 5, app settings',
  },
  'cache-control': {
    text: 'Forbids every cache to keep the answer: it is about one user.',
    source: 'RFC 9111 section 5.2.2.5',
    term: 'no-store',
  },
  'www-authenticate': {
    text: 'Every 401 must say what would help. Bearer is registered for that; for cookies nothing is, so the scheme Cookie is that of an expired draft.',
    source: 'RFC 9110 section 11.6.1, RFC 6750 section 3',
    term: 'www-authenticate',
  },
  etag: {
    text: 'A fingerprint of the body: its length in hex and a SHA-1, by which a client could ask whether it changed.',
    source: 'RFC 9110 section 8.8.3',
  },
  date: {
    text: 'The server’s clock when it answered; here the simulated one.',
    source: 'RFC 9110 section 6.6.1',
    term: 'clock',
  },
};

/** Returns what a header field is for; `null` for one that no message here has. */
export function explainHeader(name: string): HeaderNote | null {
  const known = name.toLowerCase();
  return Object.hasOwn(NOTES, known) ? (NOTES[known] ?? null) : null;
}

const CREDENTIAL_FIELDS: ReadonlySet<string> = new Set(['cookie', 'authorization', 'set-cookie']);

/** Tells whether a header field carries a credential. */
export const isCredentialField = (name: string) => CREDENTIAL_FIELDS.has(name.toLowerCase());
