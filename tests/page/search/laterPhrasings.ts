import type { ScenarioId } from '../../../src/sim/scenarios.ts';

/**
 * More of what people type, written when the search was done and without a look at its names. At the
 * first try 92 of 100 found theirs among the first three; what was missed was given names as a kind.
 */
export const LATER_PHRASINGS: Readonly<Partial<Record<ScenarioId, readonly string[]>>> = {
  'csrf-samesite-none': [
    'malicious website sends money using my logged in cookie',
    'is samesite none dangerous',
    'evil page posts to my api with my session',
    'cross site request forgery demo',
  ],
  'csrf-samesite-unset-young': [
    'chrome two minutes lax post exception new cookie',
    'lax+post mitigation',
  ],
  'csrf-samesite-unset-old': [
    'cookie without samesite attribute in chrome',
    'no samesite set what does browser do',
  ],
  'csrf-samesite-lax': [
    'does samesite lax stop csrf',
    'get links from email still send my lax cookie',
    'are top level navigations sent with lax cookies',
  ],
  'csrf-samesite-strict': [
    'clicking a link in an email shows me logged out because of samesite strict',
    'strict samesite cookie',
    'samesite strict or lax',
  ],
  'csrf-sibling-subdomain': [
    'attack from a compromised subdomain same site',
    'is sub.example.com same site as example.com',
    'user content on a subdomain can it attack the main app',
  ],
  'csrf-bearer-token': [
    'are jwts vulnerable to csrf',
    'do I need csrf protection when using authorization header',
    'csrf when token is in authorization bearer',
    'does jwt protect from csrf',
  ],
  'csrf-token-in-cookie': [
    'jwt in httponly cookie csrf',
    'storing token in cookie makes csrf possible again',
  ],
  'csrf-origin-check': [
    'verify origin header to prevent cross site post',
    'check the referer or origin',
    'reject requests whose origin is a different website',
  ],
  'csrf-fetch-site-check': [
    'sec-fetch-site header protection',
    'fetch metadata same-origin csrf',
    'fetch metadata headers',
  ],
  'csrf-token-in-form': [
    'hidden input csrf token',
    'csurf synchronizer token pattern',
    'anti-forgery token',
  ],
  'csrf-token-and-thief': [
    'does csrf token help if session is hijacked',
    'csrf token useless when cookie was stolen',
  ],
  'csrf-check-and-script': [
    'csrf protection bypassed by xss',
    'injected javascript can post from my own origin',
    'does csrf protection help against xss',
  ],
  'csrf-third-party-blocked': [
    'safari blocks third party cookies does that fix csrf',
    'third-party cookie phase out and forged requests',
    'does chrome blocking third-party cookies make csrf tokens unnecessary',
  ],
  'xss-local-storage': [
    'can javascript steal my jwt from localstorage',
    'is localstorage unsafe for tokens',
    'npm package compromised reads localStorage token',
    'xss steals token',
  ],
  'xss-http-only': [
    'can xss still do harm with httponly',
    'httponly cookie attacker script can still make requests',
    'if cookies are httpOnly am I safe from xss',
  ],
  'xss-readable-cookie': [
    'document.cookie reads my session',
    'why set httponly flag',
    'cookie readable by javascript',
  ],
  'xss-memory': [
    'keep access token in memory instead of localstorage',
    'jwt in a javascript variable secure against xss',
    'where to store jwt in a single page app',
  ],
  'fixation-without-regenerate': [
    'session fixation attack',
    'attacker gives victim a session id before login',
    'same sid before and after login',
  ],
  'fixation-with-regenerate': [
    'why call req.session.regenerate after login',
    'new session id on login',
    'prevent session fixation express',
  ],
  'fixation-invented-sid': [
    'can attacker choose his own session id value',
    'server accepts arbitrary session id',
    'server accepts made up session id',
  ],
  'planted-beside-session': [
    'cookie tossing from subdomain',
    'two cookies with the same name from subdomain',
    'subdomain sets cookie for parent domain',
  ],
  'planted-longer-path': [
    'cookie with a longer path wins',
    'force logout of a victim by setting a cookie',
  ],
  'planted-behind-host-prefix': [
    '__Host- cookie prefix',
    'protect against cookie tossing',
    'secure cookie name prefix host',
  ],
  'planted-behind-http-only': [
    'can javascript overwrite an httponly cookie',
    'script replaces session cookie',
    'overwrite httponly cookie from js',
  ],
  'stolen-other-machine': [
    'copy my cookie to another computer',
    'stolen laptop',
    'is the session tied to ip address or device',
    'export cookie and import in other browser works',
  ],
  'session-in-cookie-logout': [
    'cookie-session vs express-session',
    'client side sessions logout',
    'is a signed session cookie stateless',
  ],
  'session-in-cookie-no-end': [
    'old cookie-session cookie still works forever',
    'replay an old signed cookie',
    'cookie-session replay after logout',
  ],
  'session-in-cookie-servers': [
    'stateless sessions without redis across servers',
    'cookie-session load balancing',
    'sessions without a database',
  ],
  'session-in-cookie-new-key': [
    'invalidate all cookie-session sessions',
    'change keys of cookie-session',
  ],
  'cors-none': [
    'blocked by CORS policy no access-control-allow-origin header is present',
    'cors error on login request react express',
    'preflight request fails on login',
    'No Access-Control-Allow-Origin header',
  ],
  'cors-any-origin': [
    'wildcard origin with credentials include',
    "must not be the wildcard '*' when the request's credentials mode is 'include'",
    'allow origin star and cookies',
  ],
  'cors-other-origin': [
    'allow-origin header has a value that is not equal to the supplied origin',
    'cors header set to wrong origin',
  ],
  'cors-without-credentials': [
    'access-control-allow-credentials must be true',
    'credentials: true in cors middleware',
    'credentials flag is true but header is missing',
  ],
  'fetch-without-credentials': [
    'fetch does not store cookie from set-cookie',
    'axios withCredentials cookie not set',
    'cookie is in response header but not in application tab devtools',
  ],
  'fetch-with-credentials': [
    'vite dev server and express on different ports cookies',
    'are ports different sites for cookies',
    'localhost 3000 and 5173 cookie',
  ],
  'front-end-other-site': [
    'cookie not saved when frontend is on vercel and backend on heroku',
    'set-cookie ignored cross site although cors ok',
    'api on another domain does not keep me logged in',
  ],
  'front-end-other-site-none': [
    'samesite=none; secure needed for cross domain',
    'cross-domain login cookie',
    'cookie for different domain frontend and backend',
  ],
  'front-end-third-party': [
    'cookies blocked in safari itp',
    'incognito blocks third party cookie login',
    'login in iframe fails in safari',
  ],
  'proxy-untrusted': [
    'session cookie not set behind nginx https',
    'express secure cookie reverse proxy not sent',
    'works locally but not in production behind https proxy',
    'nginx express session cookie missing',
  ],
  'proxy-silent': [
    'x-forwarded-proto missing',
    'trust proxy does not work',
    'proxy_set_header X-Forwarded-Proto',
  ],
  'proxy-trusted': [
    "app.set('trust proxy', 1)",
    'secure cookie behind load balancer with tls termination',
    'what do I have to configure for secure cookies on heroku',
  ],
  'proxy-secure-auto': [
    'cookie secure auto express-session',
    'secure: auto behind heroku router',
    'cookie.secure auto',
  ],
  'restart-memory-store': [
    'users logged out every time I deploy',
    'nodemon restart loses sessions',
    'everybody has to log in again after each release',
    'memorystore loses sessions',
  ],
  'restart-persistent-store': [
    'connect-redis keeps sessions over restart',
    'sessions survive deployment',
    'which session store survives a restart',
  ],
  'cookie-domain-changed': [
    'after deploy login loop until cookies are cleared',
    'changed cookie domain now users stuck',
    'cannot log in after deployment because of old cookie',
  ],
  'store-outage': [
    'redis crashed and everyone is logged out',
    'session database unreachable',
    'what if the redis for sessions dies',
    'redis unavailable express-session',
  ],
  'deny-list-outage': [
    'token blacklist redis connection refused',
    'revocation check fails when cache is offline',
    'should api reject tokens if blacklist lookup errors',
    'revoked token list unreachable',
  ],
  'refresh-store-outage': [
    'refresh tokens cannot be looked up because postgres is down',
    'token refresh 500 error database offline',
    'how long are users still in if refresh database breaks',
    'refresh fails because database is offline',
  ],
  'store-slow': [
    'session lookup latency',
    'mongo session store makes my api slow',
    'extra milliseconds per request because of session store',
    'session store in another region is slow',
  ],
  'restart-fixed-secret': [
    'environment variable secret but sessions gone after restart',
    'constant secret restart',
    'does a constant secret keep sessions after restart',
  ],
  'restart-random-secret': [
    'crypto.randomBytes secret at startup',
    'all jwts invalid after reboot',
  ],
  'two-servers-no-shared-store': [
    'load balancer round robin logs me out randomly',
    'sticky sessions',
    'sometimes logged in sometimes not with two instances',
    'sticky session load balancer login lost',
  ],
  'two-servers-shared-store': [
    'share sessions between two node instances',
    'horizontal scaling with redis sessions',
    'kubernetes replicas sessions',
  ],
  'two-servers-different-secrets': [
    'instances have different secrets',
    'same redis but session invalid on other pod',
    'each pod has its own session secret',
  ],
  'thousand-users': [
    'how much ram do sessions need',
    'memory usage of 1000 sessions',
    'do sessions scale to many users memory',
    'memory per session',
  ],
  'rotation-secret-list': [
    'rotate session secret without logging out users',
    'array of secrets express-session',
    'change session secret in production safely',
    'rolling over the session secret',
  ],
  'rotation-kid-overlap': [
    'jwt key rotation kid',
    'jwks two keys during rollover',
    'two signing keys valid at the same time',
  ],
  'rotation-without-overlap': [
    'invalidate all tokens at once',
    'force logout of all users',
    'emergency: sign everyone out now',
    'log out all users at once',
  ],
  'leaked-secret': [
    'jwt secret committed to github',
    'attacker knows the signing key',
    'our .env with jwt secret was public',
  ],
  'leaked-secret-replaced': [
    'what to do after secret exposed',
    'replace compromised signing key',
    'secret compromised, next steps',
  ],
  'leaked-secret-overlap': [
    'keep old compromised key for a while during rotation',
    'grace period for leaked key',
    'keep the old leaked key valid during rotation',
  ],
  'clock-skew': [
    'server clocks out of sync jwt',
    'ntp drift token expired too early',
    'token expired on one server but valid on the other',
  ],
  'clock-skew-leeway': [
    'clockTolerance jsonwebtoken',
    'allow some seconds of difference for exp',
    'clock tolerance',
  ],
  'two-browsers': [
    'logged out on laptop still logged in on phone',
    'does logout affect other devices',
    'still signed in on tablet after signing out on pc',
  ],
  'logout-everywhere': [
    'sign out of all devices button',
    'end all sessions of a user',
    'button to terminate other sessions',
  ],
  'logout-everywhere-iat': [
    'invalidate all jwts of one user',
    'token issued before logout all timestamp',
    'tokens issued before a date are invalid',
  ],
  'tampered-sid': [
    'guess session id brute force',
    'change session id in cookie',
    'brute force session id',
  ],
  'tampered-signature': ['modify signature of the cookie', 'flip one bit in signature'],
  'tampered-payload': [
    'edit jwt payload to become admin',
    'change user id in token',
    'can user change role inside the jwt',
  ],
  'tampered-last-letter': [
    'changing last character of jwt still valid',
    'base64url padding bits last char',
    'last character of signature changed still verifies',
  ],
  'forged-secret': [
    'create my own jwt with my own key',
    'sign token with wrong secret',
    'fake jwt signed by attacker',
    'brute force hs256 secret',
  ],
  'alg-none': [
    'jwt none algorithm attack',
    'unsigned token accepted?',
    'remove signature from jwt',
  ],
  'alg-not-listed': [
    'invalid algorithm error jsonwebtoken HS512',
    'token signed with different alg',
    'HS512 token rejected',
  ],
  'alg-none-naive-verifier': [
    'old libraries trusted alg header',
    'historic jwt vulnerability none',
  ],
  'alg-not-listed-naive-verifier': [
    'why pass algorithms option to verify',
    'whitelist algorithms',
    'why must I give algorithms to jwt.verify',
  ],
  'decoded-not-verified': [
    'jwt_decode on backend',
    'jwt.decode vs jwt.verify',
    'reading jwt payload without checking signature on server',
  ],
  'stolen-then-logout': [
    'hacker has my cookie, does signing out help',
    'jwt still valid after logout',
    'does logout invalidate stolen token',
  ],
  'stolen-until-exp': [
    'how long can stolen jwt be used',
    'expiry limits damage of theft',
    'how long does a stolen token work',
  ],
  'logout-client-only': [
    'just delete token from localstorage on logout',
    'logout without calling the server',
    'frontend logout only removes token',
  ],
  'cookie-cleared-without-destroy': [
    'res.clearCookie without req.session.destroy',
    'session still in redis after logout',
    'only cookie deleted on logout, session remains on server',
  ],
  'destroyed-without-clearing': [
    'req.session.destroy cookie remains in browser',
    'connect.sid still there after destroy',
    'cookie still in browser after session destroy',
  ],
  'cleared-without-domain': [
    'clearCookie not working domain',
    'cannot delete cookie path domain mismatch',
    'logout does not remove cookie in browser with domain set',
  ],
  'slow-request-resave': [
    'resave true race condition logout',
    'parallel request restores destroyed session',
    'logout is undone by a concurrent request',
    'what does resave false do',
  ],
  'slow-request-writes': [
    'long running request brings session back after logout',
    'logged out but session reappears',
  ],
  'slow-request-harmless': [
    'resave false concurrent requests logout',
    'upload in progress while logging out',
  ],
  'back-after-logout': [
    'browser back button shows private page after logout',
    'bfcache logged out page still visible',
    'after sign out pressing back shows account page',
  ],
  'back-asks-again': [
    'cache-control no-store back button',
    'prevent caching of authenticated pages',
    'no-store header for private pages',
  ],
  'expires-unused': [
    'idle timeout 15 minutes',
    'session expires due to inactivity',
    'inactive user timeout',
  ],
  'session-slides': [
    'rolling session keeps user logged in while active',
    'sliding expiration',
    'does activity extend the session',
  ],
  'browser-cookie-does-not-slide': [
    'cookie expires although user active rolling false',
    'logged out in the middle of work',
    'users logged out exactly 15 minutes after login even when working',
  ],
  'token-does-not-slide': [
    'does jwt expiration extend on use',
    'jwt sliding expiration',
    'extend jwt expiry on each request',
  ],
  'token-not-before': [
    'jwt not active nbf error',
    'NotBeforeError jsonwebtoken',
    'token not yet valid',
  ],
  'expires-at-boot': [
    'cookie expires new Date(Date.now()+...) in config',
    'login works only right after server start',
    'cookie expires option fixed date',
  ],
  'lifetime-wrong-unit': [
    "expiresIn '3600' expires immediately",
    'maxAge milliseconds or seconds',
    'token expires after few seconds instead of an hour',
  ],
  'token-without-exp': [
    'jwt without expiration',
    'forgot expiresIn token never expires',
    'never expiring jwt',
  ],
  'absolute-timeout': [
    'maximum session length regardless of activity',
    'force re-login after 8 hours',
    'session must end after 12 hours even if used',
  ],
  'no-max-age': [
    'session cookie without expires',
    'browser session cookie lifetime',
    'how long does a session last without maxAge',
    'session cookie no expiration',
  ],
  'deny-list': ['jwt blacklist on logout', 'revoke jwt before it expires', 'how to revoke a jwt'],
  'refresh-rotation': [
    'short lived access token with refresh token',
    'how do refresh tokens work',
    'renew jwt without logging in again',
  ],
  'refresh-reuse': [
    'refresh token reuse detection',
    'stolen refresh token',
    'old refresh token used twice',
  ],
  'two-tabs-refresh': [
    'multiple tabs refresh token race condition',
    'random logouts with several tabs',
    'users get logged out when app open in two tabs',
  ],
  'two-tabs-reads-first': [
    'non atomic refresh token rotation',
    'check then update refresh token race',
    'race in refresh token store',
  ],
  'two-tabs-grace': [
    'refresh token leeway reuse interval',
    'grace period rotation concurrent refresh',
    'allow refresh token to be reused for a few seconds',
  ],
  'refresh-in-cookie': [
    'silent refresh with httponly cookie after page reload',
    'refresh token path cookie',
    'stay signed in after F5 with token in memory',
  ],
  'refresh-token-opens-pages': [
    'using refresh token as access token',
    'refresh token accepted by api',
    'api accepts refresh token in authorization header',
  ],
  'refresh-token-typ': [
    'typ at+jwt',
    'distinguish access and refresh jwt',
    'how to separate access tokens from refresh tokens',
  ],
  'other-service-token': [
    'token from another microservice accepted',
    'google sign in token used for my api',
    'shared jwt secret between services',
    'jwt of service a works on service b',
  ],
  'other-service-audience': [
    'aud claim validation',
    'jwt audience invalid',
    'what is the audience claim good for',
    'jwt aud mismatch',
  ],
  'token-grows': [
    'jwt too big overhead per request',
    'large claims in token',
    'jwt with many permissions is large',
  ],
  'token-too-large-header': [
    '431 request header fields too large',
    'max header size node jwt',
    'jwt too long for http header',
  ],
  'token-too-large-cookie': [
    'cookie larger than 4096 bytes',
    'jwt does not fit in cookie',
    'cookie size limit 4kb token',
  ],
  'user-banned': [
    'block user immediately jwt',
    'banned user still has access',
    'disable account but jwt still works',
    'ban a user with jwt',
  ],
  'password-changed': [
    'sessions stay valid after password reset',
    'change password does not log out hacker',
    'changed my password, attacker still logged in',
  ],
  'password-changed-ends-all': [
    'invalidate sessions on password change',
    'kick everyone out when password changes',
    'log out everywhere after password reset',
  ],
  'role-removed': [
    'removed admin rights still in jwt',
    'permissions changed but token old',
    'user demoted but still admin until token expires',
    'revoke admin role takes effect when',
  ],
  'role-in-record': [
    'role cached in session',
    'req.session.user.role outdated',
    'session still says admin after role change',
    'user data copied into session becomes stale',
  ],
  'mobile-app': ['sessions or jwt for ios app', 'react native authentication'],
  'password-kept': [
    'is my password stored in the session',
    'does the server store my password in plain text',
  ],
  'closed-and-opened': ['still logged in after restarting the browser'],
  'wrong-password': ['bad credentials response'],
  'reload-memory': ['reload page and I am signed out', 'token in memory lost on F5'],
  'closed-browser-session-cookie': ['closing the browser logs me out'],
  'login-to-logout': ['what is the difference between cookies sessions and tokens'],
};
