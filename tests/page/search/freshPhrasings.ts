import type { ScenarioId } from '../../../src/sim/scenarios.ts';

/** A phrasing, and the Scenarios that answer it, the nearest first. */
type Fresh = readonly (readonly [text: string, ...ids: readonly ScenarioId[]])[];

/**
 * Written by somebody who had the list of questions, and of the names only those about other origins
 * and planted cookies, some for each of the twelve situations that people meet most. At the first try
 * 52 of these 60 were found.
 */
export const FRESH_PHRASINGS: Fresh = [
  // 1: password changed, log out everywhere.
  [
    'I reset my password but the hacker is still in my account',
    'password-changed',
    'password-changed-ends-all',
  ],
  [
    'does resetting a password kill existing logins',
    'password-changed',
    'password-changed-ends-all',
  ],
  ['kick other devices out when a user picks a new password', 'password-changed-ends-all'],
  [
    '"sign out of all other sessions" button like Google has',
    'logout-everywhere',
    'logout-everywhere-iat',
  ],
  ['signed out on the laptop, tablet is still signed in', 'two-browsers'],
  ['how to make every JWT issued before a date worthless', 'logout-everywhere-iat'],
  // 2: the front end elsewhere.
  [
    'angular on 4200 and express on 3000 does not stay logged in',
    'fetch-without-credentials',
    'fetch-with-credentials',
  ],
  [
    'OPTIONS request fails before my POST /login',
    'cors-none',
    'cors-other-origin',
    'cors-without-credentials',
    'cors-any-origin',
  ],
  ['I put a star in the cors header and it complains about credentials', 'cors-any-origin'],
  [
    'postman works but the browser does not keep me logged in',
    'fetch-without-credentials',
    'cors-none',
    'front-end-other-site',
  ],
  [
    'frontend on netlify backend on render cookie is dropped',
    'front-end-other-site',
    'front-end-other-site-none',
    'front-end-third-party',
  ],
  [
    'app.mysite.com calls api.mysite.com, cookie missing',
    'subdomain-without-credentials',
    'subdomain-with-credentials',
  ],
  // 3: a proxy that ends TLS.
  [
    'cookie disappears once I put the app behind cloudflare',
    'proxy-untrusted',
    'proxy-silent',
    'proxy-trusted',
  ],
  [
    'works on http locally, in production with https there is no Set-Cookie',
    'proxy-untrusted',
    'proxy-silent',
  ],
  [
    'req.protocol is http although the site is https',
    'proxy-untrusted',
    'proxy-silent',
    'proxy-trusted',
  ],
  [
    'aws elb terminates ssl, sessions are not saved',
    'proxy-untrusted',
    'proxy-silent',
    'proxy-trusted',
  ],
  ['should I use cookie secure auto', 'proxy-secure-auto'],
  // 4: Back after the logout.
  ['after signing out you can still go back and see the dashboard', 'back-after-logout'],
  ['prevent browser from showing cached page after logout', 'back-asks-again', 'back-after-logout'],
  ['Cache-Control header for pages behind a login', 'back-asks-again', 'back-after-logout'],
  ['bfcache shows account page of logged out user', 'back-after-logout', 'back-asks-again'],
  // 5: overlapping requests.
  [
    'race condition: logout and another ajax call at once',
    'slow-request-resave',
    'slow-request-writes',
    'slow-request-harmless',
  ],
  ['destroyed session reappears in redis', 'slow-request-resave', 'slow-request-writes'],
  ['should resave be true or false', 'slow-request-resave', 'slow-request-harmless'],
  [
    'two browser tabs refresh the token simultaneously and one gets logged out',
    'two-tabs-refresh',
    'two-tabs-grace',
  ],
  ['allow the old refresh token for a few seconds', 'two-tabs-grace'],
  [
    'refresh token used twice by parallel requests',
    'two-tabs-refresh',
    'two-tabs-grace',
    'two-tabs-reads-first',
    'refresh-reuse',
  ],
  // 6: token confusion.
  [
    'someone sends the refresh token as bearer to my api',
    'refresh-token-opens-pages',
    'refresh-token-typ',
  ],
  [
    'how to tell access tokens and refresh tokens apart',
    'refresh-token-typ',
    'refresh-token-opens-pages',
  ],
  ['staging token works in production', 'other-service-token', 'other-service-audience'],
  ['do I have to validate the audience claim', 'other-service-audience', 'other-service-token'],
  [
    'microservices with the same jwt key accept each other’s tokens',
    'other-service-token',
    'other-service-audience',
  ],
  // 7: lifetimes.
  ['token expires immediately after signing in', 'lifetime-wrong-unit'],
  ['expiresIn as a string or a number', 'lifetime-wrong-unit'],
  ['cookie expires new Date(Date.now() + 3600000) stops working after an hour', 'expires-at-boot'],
  ['jwt that never expires', 'token-without-exp'],
  ['forgot to set expiresIn, is that dangerous', 'token-without-exp'],
  // 8: Domain, name, prefix.
  ['res.clearCookie does nothing', 'cleared-without-domain'],
  [
    'connect.sid shows up twice in devtools',
    'cookie-domain-changed',
    'planted-beside-session',
    'planted-longer-path',
  ],
  ['changed the cookie domain and now users are stuck on the login page', 'cookie-domain-changed'],
  [
    'can evil.mysite.com overwrite cookies of www.mysite.com',
    'planted-beside-session',
    'planted-behind-host-prefix',
  ],
  ['what is __Host- in a cookie name for', 'planted-behind-host-prefix'],
  // 9: a role copied into the session.
  ['user lost admin rights but can still open the admin page', 'role-removed', 'role-in-record'],
  ['session stores isAdmin true, how do I update it', 'role-in-record'],
  ['permissions in the jwt are stale', 'role-removed'],
  // 10: CSRF, third party, reload, store, absolute timeout.
  [
    'do I need a csrf token when I check the Origin header',
    'csrf-origin-check',
    'csrf-token-in-form',
  ],
  ['hidden input with a random value against forged posts', 'csrf-token-in-form'],
  [
    'safari does not store my cookie in an iframe',
    'front-end-third-party',
    'csrf-third-party-blocked',
  ],
  ['F5 logs me out of my single page app', 'reload-memory', 'refresh-in-cookie'],
  ['closing the tab and opening it again, am I still logged in', 'closed-and-opened'],
  ['redis crashed and the whole site answers 500', 'store-outage'],
  ['force a new login after 8 hours even for active users', 'absolute-timeout'],
  ['where to keep the refresh token so that javascript cannot read it', 'refresh-in-cookie'],
  // 11: session data in the cookie.
  [
    'cookie-session vs express-session',
    'session-in-cookie-logout',
    'session-in-cookie-no-end',
    'session-in-cookie-servers',
  ],
  [
    'stateless sessions in a signed cookie, can I revoke one',
    'session-in-cookie-logout',
    'session-in-cookie-no-end',
    'session-in-cookie-new-key',
  ],
  [
    'copied koa session cookie is accepted after logout',
    'session-in-cookie-logout',
    'session-in-cookie-no-end',
  ],
  // 12: five questions.
  ['jwt secret was committed to github', 'leaked-secret', 'leaked-secret-replaced'],
  ['how much ram do 10000 sessions take', 'thousand-users'],
  [
    'admin wants to end one user’s sessions',
    'logout-everywhere',
    'user-banned',
    'logout-everywhere-iat',
  ],
  ['rotating a compromised signing key', 'leaked-secret-replaced', 'leaked-secret-overlap'],
];

/** Written with those, and first tried when those were mended: 36 of these 40 were found. */
export const SECOND_PHRASINGS: Fresh = [
  [
    'attacker keeps access after the victim changes the password',
    'password-changed',
    'password-changed-ends-all',
  ],
  [
    'lost my phone, log it out from the computer',
    'logout-everywhere',
    'two-browsers',
    'logout-everywhere-iat',
  ],
  ['invalidate tokens after password reset', 'password-changed-ends-all', 'password-changed'],
  [
    'delete all sessions of a user id from the store',
    'logout-everywhere',
    'password-changed-ends-all',
  ],
  [
    'axios does not send the session cookie to localhost:8000',
    'fetch-without-credentials',
    'fetch-with-credentials',
  ],
  ['127.0.0.1 versus localhost cookie problem', 'front-end-other-site'],
  ['Access-Control-Allow-Origin is there but has the wrong value', 'cors-other-origin'],
  [
    'svelte frontend on www.shop.com, api on api.shop.com, is SameSite=None needed',
    'subdomain-with-credentials',
    'subdomain-without-credentials',
  ],
  [
    'login works in curl and fails in chrome because of cors',
    'cors-none',
    'cors-other-origin',
    'cors-without-credentials',
    'cors-any-origin',
  ],
  [
    'traefik in front of node, secure cookies are not set',
    'proxy-untrusted',
    'proxy-silent',
    'proxy-trusted',
  ],
  [
    'which header must nginx send so that express knows about https',
    'proxy-silent',
    'proxy-trusted',
    'proxy-untrusted',
  ],
  [
    'sessions work only when I set secure: false in production',
    'proxy-untrusted',
    'proxy-silent',
    'proxy-secure-auto',
  ],
  ['pressing back on a shared computer shows bank details', 'back-after-logout', 'back-asks-again'],
  ['no-store or no-cache for private pages', 'back-asks-again', 'back-after-logout'],
  [
    'long running request writes the session back after I deleted it',
    'slow-request-resave',
    'slow-request-writes',
  ],
  ['zombie session', 'slow-request-resave', 'slow-request-writes'],
  [
    'several requests get 401 and all try to refresh',
    'two-tabs-refresh',
    'two-tabs-grace',
    'two-tabs-reads-first',
  ],
  ['refresh token rotation grace period', 'two-tabs-grace'],
  [
    'api accepts a refresh token in the Authorization header',
    'refresh-token-opens-pages',
    'refresh-token-typ',
  ],
  ['the typ header of a jwt', 'refresh-token-typ'],
  [
    'token from another application is accepted by mine',
    'other-service-token',
    'other-service-audience',
  ],
  ['jwt expired right after it was created', 'lifetime-wrong-unit'],
  ['maxAge in seconds or milliseconds', 'lifetime-wrong-unit'],
  ['login stops working every day at the same time until we restart node', 'expires-at-boot'],
  ['tokens without an expiry date', 'token-without-exp'],
  ['deleting a cookie that was set for .example.com', 'cleared-without-domain'],
  [
    'two cookies with the same name, which one does the server read',
    'planted-longer-path',
    'planted-beside-session',
    'cookie-domain-changed',
  ],
  ['since we moved the cookie to the parent domain nobody can sign in', 'cookie-domain-changed'],
  ['demoted user still has moderator powers', 'role-removed', 'role-in-record'],
  ['cache user object in req.session', 'role-in-record'],
  ['block cross site posts with Sec-Fetch-Site', 'csrf-fetch-site-check', 'csrf-origin-check'],
  ['does csrf token protect if there is xss', 'csrf-check-and-script', 'csrf-token-in-form'],
  [
    'third party cookie phase out breaks my login',
    'front-end-third-party',
    'csrf-third-party-blocked',
  ],
  [
    'access token in a javascript variable is lost on page refresh',
    'reload-memory',
    'refresh-in-cookie',
  ],
  ['am I logged in after I quit firefox', 'closed-browser-session-cookie', 'closed-and-opened'],
  ['what if the database for sessions is offline', 'store-outage', 'refresh-store-outage'],
  ['maximum session duration regardless of activity', 'absolute-timeout'],
  [
    'flask style client side sessions',
    'session-in-cookie-logout',
    'session-in-cookie-no-end',
    'session-in-cookie-servers',
    'session-in-cookie-new-key',
  ],
  ['do sessions scale to a million users, memory', 'thousand-users'],
  ['signing key got stolen, what now', 'leaked-secret', 'leaked-secret-replaced'],
];
