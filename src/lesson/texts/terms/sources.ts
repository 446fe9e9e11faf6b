/** Where the documents are that are not RFCs. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'express-session, README: Session Store Implementation':
    'https://github.com/expressjs/session#session-store-implementation',
  'express-session, README: options': 'https://github.com/expressjs/session#options',
  'express-session, README: genid': 'https://github.com/expressjs/session#genid',
  'express-session, README: resave': 'https://github.com/expressjs/session#resave',
  'express-session, README: rolling': 'https://github.com/expressjs/session#rolling',
  'express-session, README: saveUninitialized':
    'https://github.com/expressjs/session#saveuninitialized',
  'express-session, README: store.set':
    'https://github.com/expressjs/session#storesetsid-session-callback',
  'express-session, README: Session.regenerate':
    'https://github.com/expressjs/session#sessionregeneratecallback',
  'express-session, README: Session.destroy':
    'https://github.com/expressjs/session#sessiondestroycallback',
  'express-session, README: Session.touch': 'https://github.com/expressjs/session#sessiontouch',
  'cookie-session, README': 'https://github.com/expressjs/cookie-session#readme',
  'node-redis, FAQ: disableOfflineQueue':
    'https://github.com/redis/node-redis/blob/master/docs/FAQ.md',
  'jose, JWTVerifyOptions':
    'https://github.com/panva/jose/blob/main/docs/jwt/verify/interfaces/JWTVerifyOptions.md#clocktolerance',
  'jsonwebtoken, README: expiresIn': 'https://github.com/auth0/node-jsonwebtoken#usage',
  'jsonwebtoken, README: jwt.decode':
    'https://github.com/auth0/node-jsonwebtoken#jwtdecodetoken--options',
  'keygrip, README': 'https://github.com/crypto-utils/keygrip#readme',
  'cookie-signature': 'https://github.com/tj/node-cookie-signature',
  'Express 5 API, res.clearCookie': 'https://expressjs.com/en/5x/api.html#res.clearCookie',
  'Node.js documentation, --max-http-header-size':
    'https://nodejs.org/api/cli.html#--max-http-header-sizesize',
  'OWASP Session Management Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  'OWASP Password Storage Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  'OWASP Secrets Management Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  'OWASP MASVS-STORAGE': 'https://mas.owasp.org/MASVS/05-MASVS-STORAGE/',
  'OWASP Cross-Site Request Forgery Prevention Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  'OWASP Cross Site Scripting Prevention Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  'OWASP HTML5 Security Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html',
  'OWASP Session Fixation': 'https://owasp.org/www-community/attacks/Session_fixation',
  'OWASP JSON Web Token Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  'OWASP ASVS 5.0, V7':
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
  'MDN, Origin': 'https://developer.mozilla.org/en-US/docs/Glossary/Origin',
  'MDN, Site': 'https://developer.mozilla.org/en-US/docs/Glossary/Site',
  'MDN, Set-Cookie':
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value',
  'MDN, Preflight request': 'https://developer.mozilla.org/en-US/docs/Glossary/Preflight_request',
  'MDN, Third-party cookies':
    'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies',
  'MDN, Partitioned cookies':
    'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies',
  'Web Locks API': 'https://www.w3.org/TR/web-locks/',
  'Auth0, Refresh Token Rotation':
    'https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation',
  'Fetch Standard, Origin header': 'https://fetch.spec.whatwg.org/#origin-header',
  'Fetch Metadata Request Headers': 'https://www.w3.org/TR/fetch-metadata/',
  'Express, behind proxies': 'https://expressjs.com/en/guide/behind-proxies.html',
  'Fetch Standard, CORS check': 'https://fetch.spec.whatwg.org/#cors-check',
  'Public Suffix List': 'https://publicsuffix.org/list/',
  'Fetch Standard, CORS protocol': 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  'Fetch Standard, credentials mode':
    'https://fetch.spec.whatwg.org/#concept-request-credentials-mode',
};

const COOKIE_DRAFT = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis';

/** Returns the address of a source by its name, of an RFC down to its section; `null` for one without. */
export function toSourceAddress(name: string): string | null {
  const [, part] = /^(?:draft-ietf-httpbis-rfc)?6265bis,? section ([\d.]+)$/.exec(name) ?? [];
  if (part !== undefined) return `${COOKIE_DRAFT}#section-${part}`;
  const [, number, section] = /^RFC (\d+)(?: section ([\d.]+))?$/.exec(name) ?? [];
  if (number === undefined) return ADDRESSES[name] ?? null;
  const rfc = `https://www.rfc-editor.org/rfc/rfc${number}`;
  return section === undefined ? rfc : `${rfc}#section-${section}`;
}

/** The RFCs that the page names, each with its title. */
const RFC_TITLES: Readonly<Record<number, string>> = {
  2104: 'HMAC: Keyed-Hashing for Message Authentication',
  4648: 'The Base16, Base32, and Base64 Data Encodings',
  6265: 'HTTP State Management Mechanism',
  6454: 'The Web Origin Concept',
  6585: 'Additional HTTP Status Codes',
  6749: 'The OAuth 2.0 Authorization Framework',
  6750: 'The OAuth 2.0 Authorization Framework: Bearer Token Usage',
  7515: 'JSON Web Signature (JWS)',
  7517: 'JSON Web Key (JWK)',
  7518: 'JSON Web Algorithms (JWA)',
  7519: 'JSON Web Token (JWT)',
  8252: 'OAuth 2.0 for Native Apps',
  8259: 'The JavaScript Object Notation (JSON) Data Interchange Format',
  8725: 'JSON Web Token Best Current Practices',
  9068: 'JSON Web Token (JWT) Profile for OAuth 2.0 Access Tokens',
  9110: 'HTTP Semantics',
  9111: 'HTTP Caching',
  9112: 'HTTP/1.1',
  9562: 'Universally Unique IDentifiers (UUIDs)',
  9700: 'Best Current Practice for OAuth 2.0 Security',
  10017: 'OAuth 2.0 for Browser-Based Applications',
};

/** A document that something on the page is said by. */
export interface Source {
  readonly name: string;
  readonly address: string;
}

/** Lists the documents that the page goes by, each once and whole: the RFCs by number, then the others by name. */
export function listSources(): readonly Source[] {
  const rfcs = Object.entries(RFC_TITLES).map(([number, title]) => {
    const name = `RFC ${number}`;
    return { name: `${name}: ${title}`, address: toSourceAddress(name) ?? '' };
  });
  const others = new Map<string, string>();
  for (const [name, address] of Object.entries(ADDRESSES)) {
    const whole = address.replace(/#.*/, '');
    if (!others.has(whole)) others.set(whole, name.replace(/(?:: |, section ).*/, ''));
  }
  others.set(COOKIE_DRAFT, 'draft-ietf-httpbis-rfc6265bis');
  const named = [...others].map(([address, name]) => ({ name, address }));
  return [...rfcs, ...named.toSorted((a, b) => (a.name < b.name ? -1 : 1))];
}
