import type { RichText } from '../../telling.ts';
import type { TermId } from './terms.ts';

/** One word: what it means in one or two sentences, and the document that says so. */
export interface Term {
  readonly name: string;
  readonly meaning: RichText;
  readonly source: string;
}

/** A word of a meaning that has a meaning of its own. */
const see = (term: TermId, text: string) => ({ term, text });

const code = (text: string) => ({ code: text });

export const GLOSSARY: Readonly<Record<TermId, Term>> = {
  'session-based': {
    name: 'Session-based authentication',
    meaning: [
      'The server writes down who has logged in, and the browser brings only a ',
      see('session-id', 'random ID'),
      ' that finds the note. Deleting the note ends the login at once.',
    ],
    source: 'OWASP Session Management Cheat Sheet',
  },
  'token-based': {
    name: 'Token-based authentication',
    meaning: [
      'The server hands out a signed statement of who has logged in, and keeps nothing. Whoever brings it back with a fitting ',
      see('signature', 'signature'),
      ' is believed until it expires.',
    ],
    source: 'RFC 6750 section 1.2',
  },
  credential: {
    name: 'Credential',
    meaning: [
      'What a request carries to show whose it is: a password at the login, afterwards a ',
      see('session-id', 'session ID'),
      ' or a ',
      see('token', 'token'),
      '.',
    ],
    source: 'RFC 9110 section 11.4',
  },
  'look-up': {
    name: 'Look-up',
    meaning: [
      'The server asks its ',
      see('session-store', 'store'),
      ' for the record of the session ID in the request. It costs one read for every request, and notices at once that a record is gone.',
    ],
    source: 'express-session, README: Session Store Implementation',
  },
  stateless: {
    name: 'Stateless',
    meaning: [
      'The server remembers nothing between two requests: all that it needs to know is in the request itself. A ',
      see('deny-list', 'deny-list'),
      ' or a store of refresh tokens is state again.',
    ],
    source: 'RFC 9110 section 3.3',
  },
  secret: {
    name: 'Secret',
    meaning: [
      'A long random text that only the server knows, with which it signs and checks. Whoever has it can sign tokens for any user.',
    ],
    source: 'OWASP Secrets Management Cheat Sheet',
  },
  signature: {
    name: 'Signature',
    meaning: [
      'Some bytes computed from a text and a ',
      see('secret', 'secret'),
      ': whoever does not have the secret cannot make them, nor change the text unnoticed. It hides nothing, and anybody can read the text.',
    ],
    source: 'RFC 7515 section 2',
  },
  hmac: {
    name: 'HMAC',
    meaning: [
      'The way in which cookie and token are signed here: a hash over the text, mixed with the ',
      see('secret', 'secret'),
      '. The same secret makes it and checks it.',
    ],
    source: 'RFC 2104',
  },
  'session-id': {
    name: 'Session ID',
    meaning: [
      'A long random text that names one login and says nothing else. It is what the cookie carries; what it stands for is in the ',
      see('record', 'record'),
      ' on the server.',
    ],
    source: 'express-session, README: genid',
  },
  record: {
    name: 'Session record',
    meaning: [
      'What the server keeps for one ',
      see('session-id', 'session ID'),
      ': who has logged in, and until when. It never leaves the server.',
    ],
    source: 'express-session, README: store.set',
  },
  'session-store': {
    name: 'Session store',
    meaning: [
      'Where the server keeps its ',
      see('record', 'session records'),
      ', found by their IDs: in memory, or in a database such as Redis. Several servers need a store that they share.',
    ],
    source: 'express-session, README: Session Store Implementation',
  },
  regenerate: {
    name: 'regenerate()',
    meaning: [
      'Throws the present session away and begins another one, under a new ID. Called at login, it ends ',
      see('session-fixation', 'session fixation'),
      '.',
    ],
    source: 'express-session, README: Session.regenerate',
  },
  destroy: {
    name: 'destroy()',
    meaning: [
      'Deletes the session’s ',
      see('record', 'record'),
      ' from the store, so that every copy of its ID is refused from then on. The browser keeps its cookie until the server clears that too.',
    ],
    source: 'express-session, README: Session.destroy',
  },
  touch: {
    name: 'touch()',
    meaning: [
      'Tells the store that a session was used just now, and so moves its end. The data in it stay as they are.',
    ],
    source: 'express-session, README: Session.touch',
  },
  'sliding-expiration': {
    name: 'Sliding expiration',
    meaning: [
      'The end moves with each use, so that only staying away ends it. express-session slides the record on the server; the cookie’s date moves when the session changed, or always with ',
      see('rolling', 'rolling'),
      '.',
    ],
    source: 'OWASP Session Management Cheat Sheet',
  },
  'absolute-timeout': {
    name: 'Absolute timeout',
    meaning: [
      'An end that counts from the login and does not move, however much the session is used. It limits what a thief gets who keeps a stolen session busy.',
    ],
    source: 'OWASP Session Management Cheat Sheet',
  },
  rolling: {
    name: 'rolling',
    meaning: [
      'An option of express-session: every answer sets the cookie anew, with a later date. Without it an answer to a request that changed nothing in the session brings none, and the browser drops the cookie at the date that it was given last.',
    ],
    source: 'express-session, README: rolling',
  },
  resave: {
    name: 'resave',
    meaning: [
      'An option of express-session: the session is written back at the end of every request, also when nothing has changed. A slow request can so bring back a session that was destroyed meanwhile.',
    ],
    source: 'express-session, README: resave',
  },
  'save-uninitialized': {
    name: 'saveUninitialized',
    meaning: [
      'An option of express-session: every visitor gets a cookie and a ',
      see('record', 'record'),
      ', before anybody has logged in. Switched off, both begin at the login.',
    ],
    source: 'express-session, README: saveUninitialized',
  },
  'cookie-session': {
    name: 'cookie-session',
    meaning: [
      'A session that is all in the cookie, signed, with no ',
      see('record', 'record'),
      ' on the server. A copy of it still opens after the logout, as a copy of a token does.',
    ],
    source: 'cookie-session, README',
  },
  cookie: {
    name: 'Cookie',
    meaning: [
      'A small text that a server gives a browser, and that the browser adds by itself to each later request to that server. No code on the page has to send it.',
    ],
    source: 'RFC 6265 section 3',
  },
  'cookie-jar': {
    name: 'Cookie jar',
    meaning: [
      'Where the browser keeps its ',
      see('cookie', 'cookies'),
      ', each with where it may go and until when. The RFC calls it the cookie store.',
    ],
    source: 'RFC 6265 section 5.3',
  },
  'set-cookie': {
    name: 'Set-Cookie',
    meaning: [
      'The header field with which a server gives the browser a cookie: its name, its value, and attributes for the browser. With a date in the past it takes the cookie away.',
    ],
    source: 'RFC 6265 section 4.1',
  },
  expires: {
    name: 'Expires, Max-Age',
    meaning: [
      'When the browser drops the cookie: at a date, or after so many seconds. With neither, it goes when the browser is closed, unless that restores its tabs.',
    ],
    source: 'RFC 6265 section 4.1.2.2',
  },
  path: {
    name: 'Path',
    meaning: [
      'An attribute of a cookie: below which path of the server the browser sends it. It keeps order and protects nothing.',
    ],
    source: 'RFC 6265 section 4.1.2.4',
  },
  domain: {
    name: 'Domain',
    meaning: [
      'An attribute of a cookie: with it, all subdomains of that name get the cookie too. Without it, only the host that set it does.',
    ],
    source: 'RFC 6265 section 4.1.2.3',
  },
  secure: {
    name: 'Secure',
    meaning: [
      'An attribute of a cookie: it travels over ',
      see('https', 'https'),
      ' alone, in Chromium and Firefox to localhost as well. A server that does not know that it is behind https does not set it.',
    ],
    source: 'draft-ietf-httpbis-rfc6265bis, section 5.8.3',
  },
  'http-only': {
    name: 'HttpOnly',
    meaning: [
      'An attribute of a cookie: no script on the page can read it. A script that got in can still send requests that carry it.',
    ],
    source: 'RFC 6265 section 4.1.2.6',
  },
  'same-site': {
    name: 'SameSite',
    meaning: [
      'An attribute of a cookie: whether it goes along when another ',
      see('site', 'site'),
      ' makes the browser send. ',
      code('Strict'),
      ' keeps it back, ',
      code('Lax'),
      ' lets it go with links, ',
      code('None'),
      ' lets it go; without it Chromium goes by Lax, Firefox and Safari by None.',
    ],
    source: 'draft-ietf-httpbis-rfc6265bis, section 4.1.2.7',
  },
  'host-prefix': {
    name: '__Host- prefix',
    meaning: [
      'A cookie whose name begins with ',
      code('__Host-'),
      ' is kept only with ',
      see('secure', 'Secure'),
      ', with ',
      code('Path=/'),
      ' and without ',
      see('domain', 'Domain'),
      '. So no subdomain can plant one of that name.',
    ],
    source: 'draft-ietf-httpbis-rfc6265bis, section 4.1.3.2',
  },
  'third-party-cookie': {
    name: 'Third-party cookie',
    meaning: [
      'A cookie of a server of another ',
      see('site', 'site'),
      ' than the page that one is looking at. Many browsers block them, whatever ',
      see('same-site', 'SameSite'),
      ' says.',
    ],
    source: 'MDN, Third-party cookies',
  },
  storage: {
    name: 'localStorage, sessionStorage',
    meaning: [
      'Room in the browser in which a page’s code keeps texts for its own ',
      see('origin', 'origin'),
      '. Nothing is sent from there by itself, and any script on the page can read it.',
    ],
    source: 'OWASP HTML5 Security Cheat Sheet',
  },
  token: {
    name: 'Token',
    meaning: [
      'A text that the client keeps and sends to show that it may. Here it is a ',
      see('jwt', 'JWT'),
      ', which says for itself whose it is and until when.',
    ],
    source: 'RFC 6749 section 1.4',
  },
  jwt: {
    name: 'JWT (JSON Web Token)',
    meaning: [
      'A token in three parts with dots between: header, payload and ',
      see('signature', 'signature'),
      '. The first two are JSON that anybody can read.',
    ],
    source: 'RFC 7519 section 3',
  },
  claim: {
    name: 'Claim',
    meaning: [
      'One statement in the payload of a ',
      see('jwt', 'JWT'),
      ', by a name, such as the user or the end. It is believed because the ',
      see('signature', 'signature'),
      ' fits.',
    ],
    source: 'RFC 7519 section 4',
  },
  alg: {
    name: 'alg',
    meaning: [
      'A field of the token’s header: how it was signed. The server must have a list of its own of what it accepts, since whoever forges a token writes this field too.',
    ],
    source: 'RFC 7515 section 4.1.1',
  },
  typ: {
    name: 'typ',
    meaning: [
      'A field of the token’s header: what kind of token it is. A server that checks it cannot take one kind for another.',
    ],
    source: 'RFC 7515 section 4.1.9',
  },
  kid: {
    name: 'kid',
    meaning: [
      'A field of the token’s header, the key ID: with which of the server’s keys it was signed. It lets an old and a new key be used at the same time.',
    ],
    source: 'RFC 7515 section 4.1.4',
  },
  sub: {
    name: 'sub',
    meaning: ['The subject: the user whom the token is about.'],
    source: 'RFC 7519 section 4.1.2',
  },
  iat: {
    name: 'iat',
    meaning: [
      'Issued at: when the token was made, in seconds since 1970. A server can refuse all that were made before a certain moment.',
    ],
    source: 'RFC 7519 section 4.1.6',
  },
  exp: {
    name: 'exp',
    meaning: [
      'Expires at: from this second on, the token is refused. Without it a token has no end.',
    ],
    source: 'RFC 7519 section 4.1.4',
  },
  nbf: {
    name: 'nbf',
    meaning: ['Not before: until this second, the token is refused.'],
    source: 'RFC 7519 section 4.1.5',
  },
  jti: {
    name: 'jti',
    meaning: [
      'The token’s own ID, different for each. A ',
      see('deny-list', 'deny-list'),
      ' names tokens by it.',
    ],
    source: 'RFC 7519 section 4.1.7',
  },
  iss: {
    name: 'iss',
    meaning: ['The issuer: who made the token. A server that trusts one issuer compares it.'],
    source: 'RFC 7519 section 4.1.1',
  },
  aud: {
    name: 'aud',
    meaning: ['The audience: for which server the token is meant. Any other one should refuse it.'],
    source: 'RFC 7519 section 4.1.3',
  },
  base64url: {
    name: 'base64url',
    meaning: [
      'A way to write any bytes with letters, digits, ',
      code('-'),
      ' and ',
      code('_'),
      '. It is no encryption: anybody can turn it back.',
    ],
    source: 'RFC 7515 section 2',
  },
  bearer: {
    name: 'Bearer',
    meaning: [
      'Whoever bears the token may use it, as with cash: the server asks for no further proof. So a stolen copy works like the original.',
    ],
    source: 'RFC 6750 section 1.2',
  },
  'opaque-token': {
    name: 'Opaque token',
    meaning: [
      'A token that is only a random text, as a ',
      see('session-id', 'session ID'),
      ' is. What it stands for must be looked up by the server.',
    ],
    source: 'RFC 6749 section 1.4',
  },
  'refresh-token': {
    name: 'Refresh token',
    meaning: [
      'A second token that lives long and is used for one thing only: to get a new access token when that has expired. The server keeps track of it, so it can be taken back.',
    ],
    source: 'RFC 6749 section 1.5',
  },
  rotation: {
    name: 'Rotation (of refresh tokens)',
    meaning: [
      'Each ',
      see('refresh-token', 'refresh token'),
      ' is good for one use, which brings the next one. A thief and the user cannot both go on for long.',
    ],
    source: 'RFC 9700 section 4.14.2',
  },
  'reuse-detection': {
    name: 'Reuse detection',
    meaning: [
      'A ',
      see('refresh-token', 'refresh token'),
      ' that comes a second time may have been copied. The server cannot tell, and revokes every refresh token of that login; access tokens that are out hold until exp.',
    ],
    source: 'Auth0, Refresh Token Rotation',
  },
  'deny-list': {
    name: 'Deny-list',
    meaning: [
      'A list of tokens that are refused although they have not expired, named by their ',
      see('jti', 'jti'),
      '. The server has to ask it on every request, so it is a look-up again.',
    ],
    source: 'OWASP JSON Web Token Cheat Sheet',
  },
  replay: {
    name: 'Replay',
    meaning: [
      'Sending again what was copied earlier: a cookie, a token or a whole request. It works for as long as the server still accepts the original.',
    ],
    source: 'RFC 6750 section 5.1',
  },
  'session-fixation': {
    name: 'Session fixation',
    meaning: [
      'The attacker makes a browser use a ',
      see('session-id', 'session ID'),
      ' that the attacker knows, and waits until its user logs in under it. A new ID at login ends it.',
    ],
    source: 'OWASP Session Fixation',
  },
  csrf: {
    name: 'CSRF (cross-site request forgery)',
    meaning: [
      'A page of somebody else makes the browser send a request to a server at which its user is logged in, and the ',
      see('cookie', 'cookie'),
      ' goes along. The attacker sees no answer, but the deed is done.',
    ],
    source: 'OWASP Cross-Site Request Forgery Prevention Cheat Sheet',
  },
  'csrf-token': {
    name: 'CSRF token',
    meaning: [
      'A random text that the server puts into its own forms and asks back with each of them. A page of another ',
      see('origin', 'origin'),
      ' cannot read it, so it cannot send it.',
    ],
    source: 'OWASP Cross-Site Request Forgery Prevention Cheat Sheet',
  },
  xss: {
    name: 'XSS (cross-site scripting)',
    meaning: [
      'Somebody else’s script runs in the page. It can do all that the page’s own code can: read ',
      see('storage', 'storage'),
      ', and send requests as the user.',
    ],
    source: 'OWASP Cross Site Scripting Prevention Cheat Sheet',
  },
  'alg-none': {
    name: 'alg none',
    meaning: [
      'A token that says of itself that it is not signed. A server that believes the field ',
      see('alg', 'alg'),
      ' would take any payload.',
    ],
    source: 'RFC 8725 section 2.1',
  },
  'password-hash': {
    name: 'Password hash',
    meaning: [
      'What a server should keep in place of a password: it can be compared with a password and not turned back into one. It is made slow on purpose, so that guessing is.',
    ],
    source: 'OWASP Password Storage Cheat Sheet',
  },
  'key-rotation': {
    name: 'Key rotation',
    meaning: [
      'Replacing the ',
      see('secret', 'secret'),
      ' by a new one. For a while both are accepted, or everybody is logged out at once.',
    ],
    source: 'OWASP Secrets Management Cheat Sheet',
  },
  origin: {
    name: 'Origin',
    meaning: [
      'Scheme, host and port of an address, such as ',
      code('https://shop.example:443'),
      '. A page may read only what comes from its own, unless the other side allows it.',
    ],
    source: 'MDN, Origin',
  },
  site: {
    name: 'Site',
    meaning: [
      'Scheme and registered name of an address: all subdomains and ports of ',
      code('https://example.com'),
      ' are one site. It is wider than an ',
      see('origin', 'origin'),
      '.',
    ],
    source: 'MDN, Site',
  },
  cors: {
    name: 'CORS (cross-origin resource sharing)',
    meaning: [
      'Header fields with which a server lets pages of another ',
      see('origin', 'origin'),
      ' read its answers. The browser enforces it; a request without a preflight has been carried out all the same.',
    ],
    source: 'Fetch Standard, CORS protocol',
  },
  preflight: {
    name: 'Preflight',
    meaning: [
      'A question that the browser asks before a request that no form could send: an ',
      code('OPTIONS'),
      ' request, without credentials. Only when the server agrees is the real one sent.',
    ],
    source: 'MDN, Preflight request',
  },
  authorization: {
    name: 'Authorization',
    meaning: [
      'The header field in which a client sends its ',
      see('token', 'token'),
      ': the word ',
      see('bearer', 'Bearer'),
      ', then the token. The page’s code sets it: no browser sends a token in it by itself.',
    ],
    source: 'RFC 6750 section 2.1',
  },
  'www-authenticate': {
    name: 'WWW-Authenticate',
    meaning: ['The header field in which a server that answers 401 says what it would accept.'],
    source: 'RFC 9110 section 11.6.1',
  },
  unauthorized: {
    name: '401 Unauthorized, 403 Forbidden',
    meaning: [
      'With 401 the server does not know who is asking: the ',
      see('credential', 'credential'),
      ' is missing or not valid. With 403 it knows, and says no.',
    ],
    source: 'RFC 9110 section 15.5.2',
  },
  'no-store': {
    name: 'no-store',
    meaning: [
      'An answer with ',
      code('Cache-Control: no-store'),
      ' may be kept by no cache. Without it, the Back button can show a private page after the logout.',
    ],
    source: 'RFC 9111 section 5.2.2.5',
  },
  https: {
    name: 'https, TLS',
    meaning: [
      'HTTP over an encrypted connection: nobody on the way can read or change what is sent. It protects the way, not what lies at its ends.',
    ],
    source: 'RFC 9110 section 4.2.2',
  },
  'reverse-proxy': {
    name: 'Reverse proxy',
    meaning: [
      'A server in front of the server, which takes all requests and passes them on, often from ',
      see('https', 'https'),
      ' to plain http. RFC 9110 calls it a gateway.',
    ],
    source: 'RFC 9110 section 3.7',
  },
  'trust-proxy': {
    name: 'trust proxy',
    meaning: [
      'A setting of Express: it believes what the ',
      see('reverse-proxy', 'proxy'),
      ' says about the browser’s connection. Without it, ',
      see('secure', 'Secure'),
      ' cookies are not set behind a proxy.',
    ],
    source: 'Express, behind proxies',
  },
  clock: {
    name: 'Clock',
    meaning: [
      'By its own clock a server tells whether something has expired. On this page the clock is simulated: it stands still until a step moves it.',
    ],
    source: 'RFC 9110 section 6.6.1',
  },
  'clock-skew': {
    name: 'Clock skew',
    meaning: [
      'Two machines whose clocks do not agree. A token can then be expired for one server and still good for another.',
    ],
    source: 'RFC 7519 section 4.1.4',
  },
  leeway: {
    name: 'Leeway',
    meaning: [
      'A few seconds by which a server forgives a token that it is too early or too late, because ',
      see('clock-skew', 'clocks differ'),
      '. In jose it is called ',
      code('clockTolerance'),
      '.',
    ],
    source: 'jose, JWTVerifyOptions',
  },
};
