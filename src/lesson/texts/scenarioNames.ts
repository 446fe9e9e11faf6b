import type { ScenarioId } from '../../sim/scenarios.ts';

/**
 * What people call what a Scenario is about: words that its question and its note do not have, such
 * as products, error messages, attacks and the plain complaint. Only the search reads them.
 */
export const SCENARIO_NAMES: Readonly<Record<ScenarioId, readonly string[]>> = {
  'login-to-logout': [
    'session vs token',
    'sessions versus JWT: difference, comparison, pros and cons',
    'stateful or stateless authentication',
    'how authentication works, explained step by step',
    'login flow, sign in, basics, overview, tutorial, introduction',
    'which should I use for a website',
  ],
  'wrong-password': [
    'incorrect password, invalid credentials, bad login, login error',
    'failed login attempt, sign in fails',
    'is a session or cookie created for a refused login',
    '401 Unauthorized at the login',
  ],
  'reload-memory': [
    'logged out on page reload, refresh the page, F5, page refresh loses the token',
    'React state, Redux, Vuex, variable is empty after reload',
    'stay logged in after refreshing the page',
  ],
  'closed-and-opened': [
    'close the tab, close the browser, reopen, restart the browser, still logged in',
    'what survives: localStorage, sessionStorage, persistent cookie, memory',
    'remember me, stay signed in after closing the browser',
  ],
  'closed-browser-session-cookie': [
    'log out when the browser is closed, on window close, on tab close',
    'session cookie deleted when the browser closes, non-persistent cookie, Expires: Session',
    'session ends with the browser but the record stays',
  ],
  'password-kept': [
    'where the password is stored, saved, sent, plain text, hash, bcrypt, scrypt, argon2',
    'is the password in the token, in the JWT, in the cookie, in the session, in localStorage',
    'password leaked, stolen with the token, seen by the server',
  ],
  'mobile-app': [
    'mobile app, native app, iOS, Android, React Native, Flutter, Expo, Swift, Kotlin',
    'session or token for an app, cookies in a mobile app, without a browser, smartphone',
    'Keychain, Keystore, SecureStore, AsyncStorage, stay logged in for a month',
  ],
  'expires-unused': [
    'idle timeout, inactivity timeout, session timeout',
    'session expired, token expired, TokenExpiredError, jwt expired',
    'logged out after a break, away from the keyboard',
    'automatic logout, maxAge reached',
  ],
  'session-slides': [
    'sliding session, sliding expiration, rolling session, rolling: true',
    'extend, prolong, renew the session on every request',
    'keep alive while active, heartbeat',
    'stay logged in as long as I use it',
  ],
  'browser-cookie-does-not-slide': [
    'logged out while working, kicked out in the middle of something',
    'session expires although the user is active, despite activity',
    'cookie expiry is not updated, Expires stays the same, rolling: false',
  ],
  'token-does-not-slide': [
    'sliding JWT, extend or renew the exp of an access token',
    'token expired for an active user, despite activity',
    'automatically renew the token on use',
  ],
  'no-max-age': [
    'session never expires, lives forever, infinite session',
    'no expires, no expiration, maxAge not set, null, undefined',
    'until the browser is closed, ends when the browser closes',
    'browser session cookie, Expires: Session',
    'old sessions pile up, are not cleaned up, the store grows',
  ],
  'stolen-then-logout': [
    'token still valid, still works after logout, sign out',
    'JWT cannot be invalidated, logout does not end it',
    'stolen session, session hijacking, hacked account, leaked token',
    'somebody stole my session cookie',
    'does it help to log out when somebody has my cookie',
    'what survives a logout, what is left after a logout',
  ],
  'stolen-until-exp': [
    'how long a stolen, leaked or compromised token can be used',
    'short or long access token lifetime, recommended expiration time',
    'window of attack, time that a hacker has',
  ],
  'logout-client-only': [
    'client-side logout, frontend-only logout',
    'remove, delete the token from localStorage to log out',
    'localStorage.removeItem, delete the cookie in JavaScript',
    'logout without a request, without calling the API, without the server',
    'React, Angular or Vue logout button',
  ],
  'cookie-cleared-without-destroy': [
    'res.clearCookie only, session not destroyed, half a logout',
    'delete the cookie on logout, is it enough',
    'old cookie pasted back works again',
    'session stays in the store after logout',
  ],
  'destroyed-without-clearing': [
    'req.session.destroy() does not remove, delete or clear the cookie',
    'connect.sid is still there, remains, stays in the browser after logout',
    'cookie not deleted, dead cookie, logout does not work, not working',
  ],
  'cleared-without-domain': [
    'res.clearCookie() does not work, not working, has no effect, cookie Domain attribute',
    'clear, delete, remove a cookie with domain option, same options as it was set with',
    'still logged in after logout, cookie of the parent domain',
  ],
  'slow-request-resave': [
    'resave true or false, express-session deprecated undefined resave option',
    'race condition, concurrent, parallel, overlapping requests, session is restored',
    'session reappears, is recreated after destroy',
    'logout does not work while another request is running, in flight',
  ],
  'slow-request-writes': [
    'logout has no effect, logged in again by itself, session resurrected',
    'race condition with a handler that changes req.session, lost update',
    'long running request, upload, report, export during the logout',
  ],
  'slow-request-harmless': [
    'resave false, touch, session store touch method',
    'safe long running request, pending request at logout',
    'a parallel request after destroy does not recreate the session',
  ],
  'back-after-logout': [
    'Back button shows the page after logout, sign out',
    'private, protected page is still visible after logging out, cached page',
    'press back, browser history, bfcache, back forward cache',
    'no Cache-Control header, browser cache shows old data, shared computer',
  ],
  'back-asks-again': [
    'prevent the Back button after logout, no-store, no-cache, Pragma, Expires: 0',
    'Cache-Control header for private pages, disable browser caching',
    'force a reload, revalidation on Back',
  ],
  'tampered-sid': [
    'guess a session ID, brute force, enumerate, predict',
    'modify, edit, change connect.sid to become someone else, impersonate',
    'session prediction',
  ],
  'tampered-signature': [
    'invalid signature, signature verification failed, JsonWebTokenError',
    'modify, edit, change a character of the signature',
    'wrong cookie signature, cookie-signature unsign',
    'JWT verification failed',
  ],
  'tampered-payload': [
    'edit, modify, alter, change the JWT payload, claims, user ID, sub, role',
    'become admin, privilege escalation, impersonate somebody',
    'decode the token, payload is only base64, not encrypted, jwt.io',
  ],
  'tampered-last-letter': [
    'last character changed, token still valid, still verifies',
    'signature malleability, base64url padding bits, unused bits',
    'two different token strings with the same signature',
  ],
  'forged-secret': [
    'fake, forge, create, generate my own JWT or connect.sid',
    'token signed with another key, a wrong secret, without knowing the secret',
    'sign a token oneself, self-signed',
  ],
  'alg-none': [
    'alg:none attack, none algorithm vulnerability',
    'unsigned JWT, token without a signature, signature stripped, jwt signature is required',
    'bypass jsonwebtoken, jose',
  ],
  'alg-not-listed': [
    'invalid algorithm, algorithm not allowed, ERR_JOSE_ALG_NOT_ALLOWED',
    'HS256 expected, HS512 or HS384 received, wrong alg in the header',
    'algorithms option of jwt.verify',
  ],
  'alg-none-naive-verifier': [
    'how the alg none vulnerability, CVE-2015-9235, worked',
    'vulnerable library, homemade, custom JWT verification, trusts the header',
    'unsigned token accepted, logs in as admin',
  ],
  'alg-not-listed-naive-verifier': [
    'why specify algorithms in jwt.verify, verify without an algorithms list, allow-list, whitelist',
    'algorithm confusion, key confusion, RS256 to HS256',
    'attacker chooses the algorithm',
  ],
  'decoded-not-verified': [
    'jwt.decode, decodeJwt, jwt-decode in place of verify, difference of decode and verify',
    'signature is not checked, never verified, token accepted with any signature, expired token still works',
    'read the user ID from the payload on the server, atob, split by dots, base64, trust the claims',
  ],
  'csrf-samesite-none': [
    'cross-site request forgery, XSRF, CSRF attack on a session cookie',
    'SameSite=None, is it safe, risk, iframe, embedded, third party',
    'another website submits, posts a form with my cookie',
  ],
  'csrf-samesite-unset-young': [
    'Lax+POST, lax-allow-unsafe, two-minute window, exception of Chrome',
    'cookie without a SameSite attribute, missing, not specified, default, right after the login',
    'new cookie sent on a cross-site POST',
  ],
  'csrf-samesite-unset-old': [
    'missing SameSite attribute treated as Lax, not specified, browser default',
    'Lax by default, Chrome 80, older cookie, after two minutes',
  ],
  'csrf-samesite-lax': [
    'SameSite=Lax: meaning, is it enough, does it protect',
    'Lax blocks cross-site POST, allows links, top-level navigation',
    'cookie sent when clicking a link from another site',
    'do I still need CSRF tokens with SameSite cookies',
  ],
  'csrf-samesite-strict': [
    'SameSite=Strict: meaning, difference between Strict and Lax',
    'logged out when coming from an email, a search engine, an external link',
    'cookie not sent on the first visit, first page, breaks links',
  ],
  'csrf-sibling-subdomain': [
    'subdomain attack, same-site but cross-origin, same site vs same origin',
    'CSRF from blog.example.com to app.example.com, user content, shared hosting',
    'subdomain takeover',
  ],
  'csrf-bearer-token': [
    'CSRF with JWT, with an Authorization header, REST API, SPA',
    'do I need CSRF protection with a bearer token, immune, unnecessary',
  ],
  'csrf-token-in-cookie': [
    'JWT in a cookie and CSRF, access token in an HttpOnly cookie',
    'moved, storing the token from localStorage to a cookie, vulnerable, needs protection',
  ],
  'xss-local-storage': [
    'script injection, injected script, XSS steals the token',
    'is it safe, secure to store JWT in localStorage, sessionStorage',
    'where to store the token in the browser, best practice',
    'cross-site scripting, XSS steals the token, malicious npm package, browser extension, third-party script',
  ],
  'xss-http-only': [
    'HttpOnly cookie and XSS: safe, enough, protection',
    'XSS uses the cookie without reading it, session riding, makes requests as the user',
    'JWT in an HttpOnly cookie',
  ],
  'xss-readable-cookie': [
    'document.cookie, JavaScript can read, access the session cookie',
    'httpOnly: false, cookie without the HttpOnly flag, why set it, missing',
    'steal a session cookie by script, cookie theft',
    'session cookie stolen by a browser extension, a script, from the console',
  ],
  'xss-memory': [
    'where to store the token, store a JWT',
    'in-memory token, JavaScript variable, closure, React state, Redux, web worker',
    'store, keep the access token in memory instead of localStorage',
    'token lost on page reload, refresh, F5',
  ],
  'fixation-without-regenerate': [
    'session fixation attack, example',
    'session ID does not change after login, same sid before and after',
    'attacker sets, plants my session ID in advance',
    'deprecated undefined saveUninitialized option: true or false',
  ],
  'fixation-with-regenerate': [
    'prevent session fixation, protection',
    'req.session.regenerate: why, when, do I need it',
    'new session ID on login, passport, renew the ID',
  ],
  'fixation-invented-sid': [
    'made-up, arbitrary, custom, unknown session ID accepted, adopted by the server',
    'attacker chooses the session ID, client-supplied, strict mode, permissive',
    'session ID injection',
  ],
  'stolen-other-machine': [
    'copy a cookie or token to another computer, PC, device, browser',
    'bind, tie a session to an IP address, user agent, fingerprint, device',
    'used from another country, location, token binding, DPoP',
  ],
  'restart-memory-store': [
    'session lost on deploy, sessions gone, disappear after a restart, redeploy, reboot, crash',
    'MemoryStore is not designed for a production environment, memory leak warning',
    'nodemon, pm2, Heroku, Docker: logged out on every restart',
    'users logged out on each deployment, release, update',
  ],
  'restart-persistent-store': [
    'Redis, connect-redis, connect-mongo, MongoDB, PostgreSQL, connect-pg-simple, database',
    'persist sessions across restarts, keep users logged in during a deployment',
    'production session store, sessions survive',
  ],
  'cookie-domain-changed': [
    'changed, added the cookie domain, cannot log in until cookies are cleared, deleted',
    'login loop after deploy, 401 right after a successful login, old cookie shadows the new one',
    'two connect.sid cookies, with and without Domain, leading dot',
  ],
  'store-outage': [
    'Redis, MongoDB, database down, connection lost, ECONNREFUSED, unreachable',
    '500 Internal Server Error, req.session is undefined, cannot read properties of undefined',
    'session store failure, outage, single point of failure, high availability',
    'all users get errors when the session database crashes',
  ],
  'deny-list-outage': [
    'blacklist, blocklist, revocation list, revoked tokens, jti check when Redis is down',
    'JWT requests answered 500, token revocation database unavailable, ECONNREFUSED',
    'fail closed or fail open, is a revoked token accepted while the list is unreachable',
    'logout during an outage, token not revoked, stateless no more, single point of failure',
  ],
  'refresh-store-outage': [
    'refresh token database down, refresh endpoint answers 500, cannot renew the access token',
    'logged out after a few minutes when the database is down, silent refresh fails',
    'refresh token table unreachable, outage, login fails too',
    'access token still works while the auth database is down, for how long',
  ],
  'store-slow': [
    'slow Redis, slow database, latency, response time, milliseconds, TTFB, performance',
    'every request takes longer since sessions are in a database, round trips per request',
    'session lookup overhead, store far away in another region, high latency store',
    'express-session touch and get on each request, how long does a session check take',
  ],
  'restart-fixed-secret': [
    'same, constant, unchanged secret, still logged out after a restart',
    'SESSION_SECRET in the environment, .env, sessions are lost all the same',
    'JWT still works after a restart, the session does not',
  ],
  'restart-random-secret': [
    'random secret, crypto.randomBytes as the secret, generated, regenerated on startup',
    'all tokens invalid after a server restart, invalid signature after a restart',
    'everybody logged out at each start',
    'JsonWebTokenError: invalid signature after every deploy',
  ],
  'two-servers-no-shared-store': [
    'load balancer, nginx, HAProxy, sticky sessions, session affinity, round robin',
    'randomly logged out, works only every second request, intermittent 401',
    'cluster mode, pm2, several instances, replicas, pods, Kubernetes, horizontal scaling, scale out',
  ],
  'two-servers-shared-store': [
    'share sessions between servers, instances, centralized session store',
    'multiple servers, several instances with one Redis, one shared database',
    'logout on one server, on all servers',
    'scaling sessions',
  ],
  'two-servers-different-secrets': [
    'secret mismatch between servers, services, instances, environments',
    'do all instances need the same secret, different session secrets',
    'shared Redis but 401 on the other server, token not accepted by server B',
  ],
  'thousand-users': [
    'memory, RAM, storage, disk, bytes, size of a session record, footprint, cost',
    'how many users, 1000, 10000, a million concurrent users, sessions, scale, capacity',
    'Redis memory usage per session, server load',
  ],
  'rotation-secret-list': [
    'rotate, change, replace SESSION_SECRET in production gracefully',
    'array of secrets, multiple secrets, old and new cookie secret',
    'without logging users out',
  ],
  'rotation-kid-overlap': [
    'JWT key rotation, rotate signing keys without downtime',
    'kid header, key ID, JWKS, several keys, roll over',
    'old tokens stay valid after a key change',
  ],
  'rotation-without-overlap': [
    'invalidate, revoke all tokens, every session at once, immediately',
    'log out all users, kick everyone out, force a new login for everybody',
    'change JWT_SECRET, emergency, log out everywhere',
  ],
  'leaked-secret': [
    'secret leaked, exposed, stolen, published, committed to GitHub, pushed to a repository, .env file public',
    'attacker knows, has JWT_SECRET, SESSION_SECRET, signing key compromised, weak secret cracked, guessed',
    'forge tokens for any user, become anybody',
  ],
  'leaked-secret-replaced': [
    'what to do after the secret leaked, was exposed, compromised, incident response, emergency',
    'replace, change, revoke the leaked secret, force everybody to log in again',
  ],
  'leaked-secret-overlap': [
    'rotate a leaked, compromised key with overlap, keep the old key for verifying',
    'is key rotation enough after a leak, old key still trusted, old secret still accepted',
  ],
  'clock-skew': [
    'clock skew, clock drift, NTP, time synchronization, out of sync',
    'fresh token rejected as expired, expired immediately on the other server',
    'time difference between servers, wrong system time',
  ],
  'clock-skew-leeway': [
    'clockTolerance, clock tolerance, leeway, grace, jsonwebtoken, jose',
    'allow, tolerate a few seconds of clock skew, how much',
  ],
  'user-banned': [
    'block, ban, suspend, disable, deactivate, lock a user account immediately',
    'deleted user, token still valid, still logged in, can still call the API',
  ],
  'role-removed': [
    'role, permission, right in the JWT outdated, stale claims',
    'revoke admin rights, demote, downgrade, changed permissions take effect, when',
    'still admin after the change, authorization',
  ],
  'deny-list': [
    'JWT blacklist, blocklist, denylist, revocation list, Redis',
    'revoke, invalidate a JWT, a single token on logout, before it expires',
    'server-side logout with JWT',
  ],
  'refresh-rotation': [
    'refresh token flow, how refresh tokens work, rotation, POST /refresh',
    'access token and refresh token, why two tokens, difference',
    'short-lived access token, stay logged in, silent refresh, remember me, keep me signed in',
  ],
  'refresh-reuse': [
    'refresh token reuse detection, replay, used twice, token family revoked',
    'stolen refresh token, somebody else used it, invalid_grant',
  ],
  'two-tabs-refresh': [
    'several, multiple tabs, refresh token race condition, concurrent refresh',
    'randomly logged out, refresh token reuse detected although nobody stole it, false positive',
    'parallel requests get 401 and all refresh at the same time, axios interceptor',
    'invalid_grant, refresh token already used',
  ],
  'two-tabs-reads-first': [
    'race condition in refresh token rotation, not atomic, read then write, check then act',
    'slow store, slow database, refresh token used twice at once, two 200',
    'concurrent refresh requests both succeed, reuse detection does not work',
  ],
  'two-tabs-grace': [
    'grace period, reuse interval, leeway, overlap for refresh token rotation',
    'avoid logout when two tabs refresh, Auth0, Okta, Keycloak',
    'allow a refresh token to be used twice within seconds',
  ],
  'token-grows': [
    'JWT size, how big, large, too many claims, roles, permissions',
    'overhead of each request, bandwidth, traffic, performance',
    'store user data in the token or in the session',
  ],
  'token-too-large-header': [
    '431, HTTP 431, Request Header Fields Too Large, HPE_HEADER_OVERFLOW',
    'Authorization header too long, too big, max-http-header-size, header limit',
  ],
  'token-not-before': [
    'nbf, not before, jwt not active, NotBeforeError',
    'token not yet valid, new token refused, works after a few seconds',
    'notBefore option, "nbf" claim timestamp check failed',
  ],
  'refresh-in-cookie': [
    'refresh token in an HttpOnly cookie, access token in memory, silent refresh',
    'Path=/refresh, path=/auth/refresh, cookie path for the refresh token',
    'stay logged in after page reload, F5, single page application, where to store the refresh token',
  ],
  'refresh-token-opens-pages': [
    'token confusion, refresh token used as an access token',
    'refresh token as Bearer, in the Authorization header',
    'refresh token is a JWT with the same secret',
    'wrong kind of token accepted',
  ],
  'refresh-token-typ': [
    'typ header, at+jwt, RFC 9068, token type check',
    'tell access token and refresh token apart',
    'cross-JWT confusion, explicit typing',
  ],
  'other-service-token': [
    'shared secret, microservices, two APIs, two services, another app',
    'token of another service accepted, cross-service, confused deputy',
    'same JWT_SECRET in several projects',
  ],
  'other-service-audience': [
    'aud, audience, jwt audience invalid, unexpected "aud" claim value',
    'audience option of jsonwebtoken and jose, issuer, iss',
    'token meant for somebody else, wrong audience',
  ],
  'expires-at-boot': [
    'cookie.expires set once, new Date at startup, computed at boot, Expires in the past',
    'login works after a restart and fails later, all users logged out at the same time',
    'cookie is not set after a while, session cookie expires immediately',
  ],
  'lifetime-wrong-unit': [
    'seconds or milliseconds, expiresIn string, "3600", ms',
    'token expires immediately, after 3 seconds, after a few seconds, too early',
    'maxAge in seconds, wrong unit, JWT_EXPIRES_IN from the environment, .env',
  ],
  'token-without-exp': [
    'token never expires, lives forever, no expiry, expiresIn forgotten, missing exp claim',
    'permanent token, unlimited lifetime, maxTokenAge, requiredClaims',
  ],
  'password-changed': [
    'changed password, password change, new password, password reset, forgot password',
    'still logged in after the password was changed, old token works after a password change',
    'attacker stays in after I changed my password',
  ],
  'password-changed-ends-all': [
    'end, invalidate, revoke all sessions of the user when the password changes',
    'compare iat with passwordChangedAt, tokenVersion, token version',
    'kick out other devices after a new password',
  ],
  'session-in-cookie-logout': [
    'cookie-session, client-side session, stateless session, session stored in the cookie',
    'express-session or cookie-session, difference, which one, middle ground between the two designs',
    'koa-session, Rails cookie store, Flask session, iron-session',
    'req.session = null does not invalidate, logout with cookie-session',
  ],
  'session-in-cookie-no-end': [
    'cookie-session maxAge, expiration of the data, no expiry inside the value',
    'replay an old cookie-session cookie, signed cookie never expires',
    'signed cookie valid forever',
  ],
  'session-in-cookie-servers': [
    'sessions without redis, without a database, without a server-side store',
    'cookie-session on several instances, serverless, cluster',
    'stateless sessions survive a deploy',
  ],
  'session-in-cookie-new-key': [
    'revoke, end, invalidate a cookie-session, a client-side session',
    'rotate keys of cookie-session, Keygrip, key list',
    'new key logs everybody out',
  ],
  'two-browsers': [
    'two browsers, two devices, phone and laptop, multiple devices, concurrent sessions, same user twice',
    'does logout on one device log out the other',
    'several logins at once, sign out of this device only, of the other device',
  ],
  'logout-everywhere': [
    'log out everywhere, logout from all devices, sign out of all sessions, log one user out',
    'delete all sessions of one user, find sessions by user',
    'revoke all tokens of a user',
  ],
  'logout-everywhere-iat': [
    'log out everywhere with JWT, tokens valid since, not before a date per user',
    'compare iat, revoke all tokens of one user without a deny-list',
    'tokenVersion, session epoch',
  ],
  'cors-none': [
    'CORS, CORS error, blocked by CORS policy, No Access-Control-Allow-Origin header is present',
    'frontend and backend on different ports, React and Express, Vite dev server, localhost:5173',
    'Failed to fetch, TypeError, network error, preflight, OPTIONS request, app.use(cors())',
  ],
  'cors-any-origin': [
    'CORS wildcard, star, Access-Control-Allow-Origin *',
    'The value must not be the wildcard * when the request credentials mode is include',
    'cors origin: true, any origin',
    "Credential is not supported if the CORS header 'Access-Control-Allow-Origin' is '*'",
  ],
  'cors-other-origin': [
    'Access-Control-Allow-Origin has a value that is not equal to the supplied origin',
    'wrong origin in the CORS options, trailing slash, http in place of https',
    'CORS still blocked although cors is installed',
  ],
  'cors-without-credentials': [
    'CORS, Access-Control-Allow-Credentials, credentials: true in cors options',
    'The value of Access-Control-Allow-Credentials must be true',
    'axios withCredentials blocked',
  ],
  'fetch-without-credentials': [
    'credentials include, withCredentials: true, axios withCredentials',
    'cookie not set with fetch, cookie not sent with fetch, Set-Cookie ignored',
    'login succeeds but the next request is 401 in React, session is undefined on each request',
  ],
  'fetch-with-credentials': [
    'session cookie across ports, localhost, React front end on another port',
    'CORS with credentials done right, cors({ origin, credentials: true })',
    'works with fetch credentials include',
  ],
  'front-end-other-site': [
    'cross-site cookie, cross-domain cookie, frontend on vercel or netlify and backend on heroku or render',
    'cookie not set in production, works on localhost, different domains, 127.0.0.1 and localhost',
    'This Set-Cookie was blocked because it had SameSite=Lax but came from a cross-site response',
  ],
  'front-end-other-site-none': [
    'SameSite=None; Secure, cross-site cookie works, different domains',
    'sameSite none with separate frontend and API domains',
    'token across domains, Bearer across sites',
  ],
  'proxy-untrusted': [
    'nginx, reverse proxy, behind a proxy, load balancer that ends TLS, Heroku, Render, Railway, Cloudflare',
    'secure cookie not set behind proxy, trust proxy missing, req.secure is false',
    'TLS termination, SSL termination, https outside and http inside',
    'works locally and on localhost, and not in production, on a real domain: session lost, no cookie',
  ],
  'proxy-silent': [
    'X-Forwarded-Proto missing, proxy_set_header',
    'trust proxy set and still no secure cookie',
    'nginx does not send X-Forwarded-Proto',
  ],
  'proxy-trusted': [
    "app.set('trust proxy', 1), behind a proxy, nginx configuration",
    'secure cookie behind a load balancer works',
    'X-Forwarded-Proto https',
  ],
  'proxy-secure-auto': [
    "secure: 'auto', cookie.secure auto, express-session proxy option",
    'behind a proxy, cookie is not Secure, cookie without Secure over https',
    'same code for development and production',
  ],
  'planted-beside-session': [
    'cookie tossing, subdomain sets a cookie with Domain, sibling subdomain plants a cookie',
    'two cookies with the same name, duplicate connect.sid',
    '__Host- prefix, cookie prefix',
  ],
  'planted-longer-path': [
    'cookie with a longer path wins, two cookies of one name, which cookie is read first',
    'cookie shadowing, path attribute, cookie tossing by script',
    'user is logged out because of a second cookie',
  ],
  'planted-behind-host-prefix': [
    '__Host- and __Secure- cookie name prefix, prefixes, cookie integrity',
    'stop, prevent, block cookie tossing by a subdomain',
    'cookie name option, rename connect.sid',
  ],
  'planted-behind-http-only': [
    'script tries to overwrite an HttpOnly cookie, document.cookie',
    'can JavaScript replace an HttpOnly cookie',
    'cookie fixation by XSS',
  ],
  'csrf-origin-check': [
    'CSRF protection, CSRF defence, csurf, verify the Origin header, Referer check',
    'how to prevent cross-site request forgery in Express',
    'ForbiddenError: invalid csrf token',
  ],
  'csrf-fetch-site-check': [
    'Sec-Fetch-Site, Fetch Metadata, same-site or same-origin',
    'CSRF from my own subdomain, sibling subdomain',
    'resource isolation policy',
  ],
  'csrf-token-in-form': [
    'CSRF token, hidden field, _csrf, csrfmiddlewaretoken, authenticity token, anti-forgery token',
    'synchronizer token pattern, signed double submit cookie, csrf-csrf, csrf-sync, lusca',
    'invalid csrf token, EBADCSRFTOKEN, 403 on form submit',
  ],
  'csrf-token-and-thief': [
    'CSRF token and a stolen session cookie, session hijacking',
    'attacker reads the CSRF token, fetches the token first',
    'does a CSRF token protect against a stolen cookie',
  ],
  'csrf-check-and-script': [
    'CSRF token and XSS, does XSS bypass CSRF protection',
    'Origin check against an injected script',
    'cross-site scripting defeats CSRF defence',
  ],
  'csrf-third-party-blocked': [
    'third-party cookies blocked and CSRF, Safari ITP, incognito, private window',
    'block third-party cookies, tracking protection',
    'form POST with SameSite=None in a private window',
  ],
  'front-end-third-party': [
    'third-party cookies blocked, Safari, Firefox, Brave, incognito, ITP',
    'cookie works in Chrome but not in Safari',
    'SameSite=None cookie not sent in a private window, CHIPS, Partitioned',
  ],
  'absolute-timeout': [
    'absolute timeout, maximum session lifetime, hard limit',
    'idle versus absolute timeout, rolling session never expires',
    'force login after 8 hours, re-authenticate every day',
  ],
  'role-in-record': [
    'role in session, req.session.role, req.session.user stale, isAdmin in the session',
    'admin still admin after demotion, permissions not updated until the next login',
    'banned user still logged in with a session',
  ],
  'token-too-large-cookie': [
    'cookie too big, larger than 4096 bytes, 4 KB limit, cookie size limit exceeded',
    'browser silently drops, ignores, does not set my cookie',
    'JWT cookie not set, login does not work',
  ],
};
