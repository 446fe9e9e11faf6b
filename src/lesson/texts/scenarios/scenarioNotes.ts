import type { ScenarioId } from '../../../sim/scenarios.ts';

/** Why a Scenario comes out as it does, and where that is written down. */
export interface ScenarioNote {
  /** The outcome in both lanes, in a sentence. */
  readonly short: string;
  /** The rest of it: how that comes about. */
  readonly text: string;
  readonly sources: readonly string[];
}

const note = (short: string, text: string, ...sources: string[]): ScenarioNote => ({
  short,
  text,
  sources,
});

const STORE = 'express-session, README: Session Store Implementation';
const TOUCH = 'express-session, README: Session.touch';
const MIDDLEWARE = 'express-session, README: options';
const COOKIE_SESSION = 'cookie-session, README';
const KEYGRIP = 'keygrip, README';
const COOKIES = 'RFC 6265';
const SAME_SITE = 'draft-ietf-httpbis-rfc6265bis, section 5.8.3';
const SAME_SITE_DEFAULT = 'MDN, Set-Cookie';
const FETCH_ORIGIN = 'Fetch Standard, Origin header';
const FETCH_METADATA = 'Fetch Metadata Request Headers';
const CORS = 'Fetch Standard, CORS protocol';
const CREDENTIALS = 'Fetch Standard, credentials mode';
const PROXIES = 'Express, behind proxies';
const JWT = 'RFC 7519';
const JWS = 'RFC 7515';
const JWT_PRACTICE = 'RFC 8725';
const JWT_DECODE = 'jsonwebtoken, README: jwt.decode';
const BEARER = 'RFC 6750';
const OAUTH = 'RFC 9700';
const BASE64 = 'RFC 4648';
const OWASP_SESSION = 'OWASP Session Management Cheat Sheet';
const OWASP_CSRF = 'OWASP Cross-Site Request Forgery Prevention Cheat Sheet';
const OWASP_XSS = 'OWASP Cross Site Scripting Prevention Cheat Sheet';

/** The explanation of each Scenario; what it says is held against the engine's outcomes by a test. */
export const SCENARIO_NOTES: Readonly<Record<ScenarioId, ScenarioNote>> = {
  'login-to-logout': note(
    'Both next requests get 401; the record is destroyed, and a copied token would still be good.',
    'The sunny day. One server remembers who is logged in and gives the browser a signed ID; the other signs who is logged in and remembers nothing. At logout the record is destroyed, while the token is only dropped by its holder: a copy of it would be accepted until it expires.',
    STORE,
    JWT,
  ),
  'wrong-password': note(
    'Both servers answer the login 401; neither hands out a credential.',
    'Up to the password check both servers do the same. A refused login makes nothing: no record, no cookie, no token, so the next request is anonymous in both lanes.',
    'RFC 9110 section 15.5.2',
  ),
  'reload-memory': note(
    'The session gets 200 after a reload; the token gets 401, its variable went with the page.',
    'A variable lives as long as the page that holds it. After a reload the page’s code starts anew and has no token, though the token is as good as before: no server was told. The cookie is in the browser and outlives the page. Pages that keep a token in memory get a new one after a reload, by a refresh token in an HttpOnly cookie.',
    'RFC 10017',
    COOKIES,
  ),
  'closed-and-opened': note(
    'Both get 200 to the end; a cookie with a date and localStorage are kept on the disk.',
    'A reload and a closed tab take only the page’s own variables (and, with the tab, sessionStorage). A closed browser takes also the cookies that have no date. This cookie has one, for express-session writes Expires where there is a maxAge, and localStorage has no end at all: both are there again until their time is over.',
    'RFC 6265 section 5.3',
    'OWASP HTML5 Security Cheat Sheet',
  ),
  'closed-browser-session-cookie': note(
    'The session gets 401, its cookie ended with the browser; the token in localStorage gets 200.',
    'A cookie without a date ends with the browser (unless that opens its last tabs again). It is no logout: no server is told, the record stays in the store, without maxAge for ever, and a copy of the cookie still opens it. localStorage does not care whether the browser was closed.',
    'RFC 6265 section 5.3',
    MIDDLEWARE,
  ),
  'password-kept': note(
    'Both get 200; the password travels once, in the login, and nobody keeps it.',
    'The password is in the body of POST /login and nowhere else. The server compares it with the salted, slow hash in its users’ database and forgets it. What it hands out says who logged in, not with what: no record, no cookie and no token has the password in it, and every later request does without. So whoever steals the credential has not got the password: what was stolen here opens pages until it ends, and no longer.',
    'OWASP Password Storage Cheat Sheet',
    STORE,
    JWT,
  ),
  'mobile-app': note(
    'Both get 200; an app can keep a cookie as well as a token.',
    'The HTTP libraries of apps have cookie jars too, so both work. What decides in a browser does not decide here: a form on another site is sent by the browser, which has nothing of the app’s, and no script of a page runs in an app, as long as it shows none. So choose by the rest: a session ends when the server says so, a token when it expires; a token is taken by other services, too; and whoever stays logged in for months needs a session that slides or a refresh token. Over a restart of the app either is kept in the system’s key store. To log in by another service is a matter of its own, OAuth for native apps.',
    'RFC 8252',
    'OWASP MASVS-STORAGE',
  ),
  'expires-unused': note(
    'Both get 401 after 15 minutes; the browser dropped the cookie, the token’s exp has passed.',
    'Both credentials were given 15 minutes. One second before the end both are accepted. The session’s request moved the record’s end on, yet the browser drops the cookie at the date of its Set-Cookie, and the token’s exp has passed.',
    'RFC 6265 section 5.3',
    'RFC 7519 section 4.1.4',
  ),
  'session-slides': note(
    'The busy user’s session gets 200; the token gets 401 once its exp has passed.',
    'With rolling every response sets the cookie anew, so that browser and store both slide, and whoever works stays logged in. The token’s end was written into it at the login, and nothing that the client does moves it.',
    MIDDLEWARE,
    'RFC 7519 section 4.1.4',
  ),
  'browser-cookie-does-not-slide': note(
    'Both get 401; the browser drops its cookie on the date set at login, and the token is over.',
    'Without rolling a request that changes nothing in the session moves the record’s end in the store, but sends no Set-Cookie. The browser drops its cookie 15 minutes after the login however busy the user was, while the record lives on: a copy of the cookie, which knows no date, still opens it.',
    MIDDLEWARE,
    'RFC 6265 section 5.3',
  ),
  'token-does-not-slide': note(
    'The token gets 401 once its exp has passed, however busy it was; the session gets 200.',
    'Using a token does not prolong it. Its exp is under the signature, so a later one needs a new token: another login, or a refresh token.',
    'RFC 7519 section 4.1.4',
  ),
  'token-not-before': note(
    'The new token gets 401 as long as its nbf is to come; the session gets 200 at once.',
    'A token may say from when on it is valid (nbf). Until then every server refuses it, as it does one whose exp has passed. The same comes without anybody’s intention where the clock of the server that signs is ahead of the one that checks, and iat is written into nbf; a leeway of a few seconds forgives that.',
    'RFC 7519 section 4.1.5',
  ),
  'expires-at-boot': note(
    'The new session gets 401, as its cookie comes expired; the token gets 200.',
    'expires: new Date(Date.now() + 900000) among the options is worked out once, as the process starts. It looks right for fifteen minutes; from then on every login is answered 200 with a cookie that is over as it comes, until somebody restarts the server. maxAge is worked out for each cookie.',
    'express-session, README: options',
  ),
  'lifetime-wrong-unit': note(
    'Both get 401: an hour was meant, and both ended within four seconds.',
    'maxAge of express-session is milliseconds: 3600 is 3.6 seconds. expiresIn of jsonwebtoken is seconds as a number, and as a text without a unit milliseconds: "3600", as it comes from an environment variable, is 3 seconds; "1h" says what is meant.',
    'express-session, README: options',
    'jsonwebtoken, README: expiresIn',
  ),
  'token-without-exp': note(
    'The stolen cookie gets 401; the token gets 200, a year after the logout.',
    'exp is optional, and neither jsonwebtoken nor jose misses it unless it is told to. Such a token is good until the secret changes, for everybody at once. Verifiers can demand it (requiredClaims, maxTokenAge; maxAge).',
    'RFC 7519 section 4.1.4',
    'jsonwebtoken, README: expiresIn',
  ),
  'absolute-timeout': note(
    'Both get 401 in the end: the session, though in use, is 30 minutes old; the token is over.',
    'Each request moves the record’s end and, with rolling, the cookie’s date, so a session that slides lives for as long as somebody uses it, a thief included. An absolute timeout is a second date, which the login writes into the record and no use moves; express-session has none, so the application checks it, destroys the session and asks for a new login. A token’s exp is such a date from the beginning.',
    OWASP_SESSION,
    MIDDLEWARE,
    'RFC 7519 section 4.1.4',
  ),
  'no-max-age': note(
    'The session without an end gets 200; the token gets 401 once its exp has passed.',
    'Without maxAge the cookie ends with the browser and the record has no end at all: the MemoryStore would hold it for ten years, if the process lived that long. A token without exp would be the same, with nobody to delete it.',
    STORE,
  ),
  'stolen-then-logout': note(
    'The stolen cookie gets 401; the stolen token gets 200 until it expires.',
    'A cookie and a bearer token are good for whoever holds them, so the thief gets in with either. The logout destroys the record, and the stolen cookie opens nothing from then on. The token’s server was never told of the logout and could not act on it: the thief gets 200 until exp.',
    BEARER,
    OWASP_SESSION,
  ),
  'stolen-until-exp': note(
    'The stolen cookie gets 401 after the logout; the stolen token gets 200 until it expires.',
    'After the logout the stolen token is accepted until the second of its exp, and never after. That time is what a short lifetime buys.',
    'RFC 7519 section 4.1.4',
    BEARER,
  ),
  'logout-client-only': note(
    'Both copies get 200; no server was told of the logout.',
    'When only the client forgets, no server knows: the record is still in the store and the signature still fits. Both copies are accepted. For a plain token this is all that a logout ever is.',
    OWASP_SESSION,
  ),
  'cookie-cleared-without-destroy': note(
    'Both copies get 200; clearing the cookie leaves the record, and the token has none to destroy.',
    'clearCookie() asks the browser to drop its cookie and does nothing to the record. The honest user looks logged out; whoever has a copy is not. A logout must destroy the record.',
    'Express 5 API, res.clearCookie',
    STORE,
  ),
  'destroyed-without-clearing': note(
    'Both get 401; the browser sends a dead cookie, and the client has no token to send.',
    'destroy() removes the record and sends no Set-Cookie. The browser keeps a dead cookie and goes on sending it: it opens nothing, for the user or for a thief, so this is untidy and safe.',
    STORE,
  ),
  'cleared-without-domain': note(
    'The session’s cookie stays and gets 401; that with the token stays, too, and gets 200.',
    'A browser knows a cookie by name, Domain and Path. res.clearCookie() with the name alone clears the one without Domain, which is not there, and nobody says so: the answer is 204. The session is over all the same, since its record is destroyed; whoever is in by a token in a cookie is still in. Give clearCookie() the Domain that the cookie was set with.',
    'Express 5 API, res.clearCookie',
    'RFC 6265 section 5.3',
  ),
  'slow-request-resave': note(
    'Both copies get 200; the slow request wrote the destroyed session back, the token never ended.',
    'express-session reads the session as a request begins and works on that copy. With resave: true it writes the copy back as the answer ends, whether anything was changed or not. A logout in between has destroyed the record, and the slow request puts it back: for a moment a copy of the cookie got 401, and now it gets 200 again. With resave: false, which express-session asks for, it would only touch, and touch makes nothing anew. To the token’s server the logout was nothing from the start.',
    MIDDLEWARE,
    STORE,
  ),
  'slow-request-writes': note(
    'The session gets 200 again after the logout, cookie and all; the token gets 401, it is dropped.',
    'A page that writes into the session changes it, so it is written back when its answer ends, with resave: false too. Ended after the logout, it brings the record back; and because the session has changed, its answer sets the cookie anew. The browser is logged in again, and nobody has logged in. Write into the session shortly before the answer (req.session.reload() and save()), or keep such things out of it.',
    MIDDLEWARE,
    STORE,
  ),
  'slow-request-harmless': note(
    'The copied cookie gets 401: the slow request wrote nothing back; the copied token gets 200.',
    'With resave: false and a page that writes nothing, the end of the slow request only calls touch(), which moves the end of a record that is there. There is none any more, and none is made.',
    MIDDLEWARE,
    STORE,
  ),
  'back-after-logout': note(
    'Both pages are shown from the browser’s cache; no server is asked, so no logout can help.',
    'A page without Cache-Control may be kept by the browser, and Back shows it as it was: no request, no cookie, no token, no check. Whoever comes to the machine after the user reads it. Measured in Chromium, as a document and as an answer to the page’s own fetch, from the memory of the page as well as from the cache. A reload asks the server and gets 401, and Back has the old page again all the same. Private pages say no-store.',
    'RFC 9111 section 6',
    'RFC 9111 section 5.2.2.5',
    OWASP_SESSION,
  ),
  'back-asks-again': note(
    'Both get 401; with no-store the browser kept no copy, so Back has to ask the server.',
    'Cache-Control: no-store forbids every cache to keep the answer, the browser’s own included. Back then asks again, with what the client still holds, and after the logout that is nothing.',
    'RFC 9111 section 5.2.2.5',
    OWASP_SESSION,
  ),
  'session-in-cookie-logout': note(
    'Both copies get 200 after the logout: no server can take back what it does not keep.',
    'cookie-session writes the session’s data into one cookie and an HMAC over it into another, as a token has both in one. The browser sends and guards them as it does any session cookie, HttpOnly and SameSite; the server believes them as it does a token, and keeps nothing. So the logout can do no more than ask one browser to drop them.',
    COOKIE_SESSION,
    KEYGRIP,
    OWASP_SESSION,
  ),
  'session-in-cookie-no-end': note(
    'After 30 days the copied cookies get 200; the copied token gets 401 from its exp on.',
    'maxAge is the date on which the browser drops its cookies, and is nowhere in the data nor in the signature. A token has exp inside, where the signature guards it. Whoever wants an end here writes a time of the login into the data and compares it at each request, or puts a new key in place of the old one now and then.',
    COOKIE_SESSION,
    'RFC 7519 section 4.1.4',
  ),
  'session-in-cookie-servers': note(
    'Both get 200 at the second server, and the first began anew: the key is all they need.',
    'A store outside of the processes is what sessions usually need to outlive one, or to be shared. Here the data comes with each request, and any server with the key can check it. What a store would have given is gone, too: a list of who is logged in, and a way to end it.',
    COOKIE_SESSION,
    KEYGRIP,
  ),
  'session-in-cookie-new-key': note(
    'With the new key both copies get 401, and so does everybody who was logged in.',
    'Nothing but the key decides whether data is believed, so a new key ends all sessions there are, and no single one. With the old key kept behind the new one in the list, all of them go on, and each is signed anew at its next request. To end one user’s sessions, the server has to look up something about that user at each request, which is a store again.',
    KEYGRIP,
    COOKIE_SESSION,
  ),
  'two-browsers': note(
    'Both get 200 on the phone: a logout ends one login, that of the browser that asks.',
    'Each login makes a credential of its own, a record or a token, and the two of one user know nothing of each other. The logout destroys the record that the cookie names, or drops the token that the client holds; the phone has another one.',
    STORE,
    OWASP_SESSION,
  ),
  'logout-everywhere': note(
    'On other devices the session gets 401; the token gets 200 until it expires.',
    'The sessions are all in the store: the server lists them and destroys those of the user, whichever browsers have the cookies. It wrote no token down, so it knows of none and can call none back; the client drops its own, and that is all. With the MemoryStore and most others a list of all records is the only way to find a user’s, so a site with many users keeps an index beside it.',
    STORE,
    OWASP_SESSION,
    JWT,
  ),
  'logout-everywhere-iat': note(
    'Both get 401 on the phone: the records are gone, the token’s iat is before the logout.',
    'One second in the user’s row stands for all tokens at once: whichever was made before it is refused, on whichever device, without a list of them. The price is a look-up of the row at every request. A login afterwards makes a token with a later iat, which holds.',
    'RFC 7519 section 4.1.6',
    STORE,
  ),
  'tampered-sid': note(
    'The altered cookie gets 401; a token has no session ID to alter.',
    'The session ID stands in the cookie in clear, but under an HMAC: one bit changed and the signature no longer fits, so the store is not even asked. A token has no session ID.',
    'cookie-signature',
    'RFC 2104',
  ),
  'tampered-signature': note(
    'Both get 401; neither the cookie nor the token holds with an altered signature.',
    'One bit of the signature changed, and both servers refuse. Neither library says more than that to the client, nor should it.',
    'cookie-signature',
    JWS,
  ),
  'tampered-payload': note(
    'The altered token gets 401; a session cookie has no payload to alter.',
    'Anybody can read the payload and write another user into it; the signature was made over the old one, and does not fit. A cookie has no payload to change: the data is in the store.',
    'RFC 7515 section 5.2',
  ),
  'tampered-last-letter': note(
    'The altered cookie gets 401; the token gets 200, since jose decodes it to the same bytes.',
    'A 32-byte signature is 43 letters of base64, which could carry two bits more. Letters that differ in those two bits alone decode to the same bytes, so to jose, which verifies here, the token with another last letter is still the same token. cookie-signature compares the text and refuses, and so would jsonwebtoken. To show that a signature protects, change any other letter.',
    'RFC 4648 section 3.5',
    BASE64,
  ),
  'forged-secret': note(
    'Both forgeries get 401; neither is signed with the server’s own secret.',
    'Whoever does not have the secret can sign with another one, and that is not the one the server verifies with. All rests on the secret: whoever has it can make any session cookie for a known ID, and any token for anybody.',
    JWS,
    'cookie-signature',
  ),
  'alg-none': note(
    'Both get 401; neither an unsigned token nor an unsigned session ID is believed.',
    'The token says of itself that it is unsigned. Today’s libraries refuse that, with a list of algorithms and without one; the attack is history. In the other lane the same idea is a session ID without a signature, refused as well.',
    'RFC 8725 section 3.1',
    JWT_PRACTICE,
  ),
  'alg-not-listed': note(
    'The token signed by HS512 gets 401; a session cookie names no algorithm to choose.',
    'The signature is right and was made with the server’s own secret, but by HS512, and the verifier’s list holds HS256 alone. Without a list both jose and jsonwebtoken would take it. A cookie names no algorithm, so there is nothing to choose.',
    'RFC 8725 section 3.1',
  ),
  'alg-none-naive-verifier': note(
    'The naive verifier answers the unsigned token 200; the unsigned cookie gets 401.',
    'For demonstration, a verifier that must not be: it lets the token’s own header say how to verify. alg none then means that there is nothing to verify, and anybody is whoever they say. No library of today does this by itself.',
    'RFC 8725 section 2.1',
  ),
  'alg-not-listed-naive-verifier': note(
    'The naive verifier answers the attacker’s token 200; a cookie names no algorithm to choose.',
    'The same deliberately naive verifier takes the algorithm from the token. The token is the attacker’s own making and names the user, so that its 200 is a break-in. It took the server’s secret to sign it, and whoever has that can sign by HS256 as well, so a list of algorithms does not mend a secret that got out. What it takes away is that the sender chooses how a token is checked.',
    'RFC 8725 section 3.1',
  ),
  'decoded-not-verified': note(
    'The server that decodes answers the token 200; a session cookie has no payload to change.',
    'decode reads what a token says and checks nothing: no signature, no exp, no aud. So anybody writes any user into a token of their own, and one that has expired, or was signed by nobody, opens as well. In the other lane the signature of the cookie is checked before anything is looked up. decode is for code that only shows what a token says, and whose server verifies it.',
    'RFC 8725 section 3.3',
    JWT_DECODE,
  ),
  'csrf-samesite-none': note(
    'With SameSite=None another site’s form carries the cookie: 200; without a token it gets 401.',
    'With SameSite=None the browser attaches the cookie whatever page starts the request: form, link and fetch from another site arrive as the user. The server sees a valid session and makes the transfer. No browser attaches a bearer token.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-samesite-unset-young': note(
    'Without SameSite the young cookie rides on another site’s form: 200; without a token 401.',
    'Without the attribute Chromium (Chrome, Edge) treats the cookie as Lax, but for its first two minutes lets it ride on a top-level form post, so as not to break sign-on pages. Right after a login, that default does not protect. Firefox and Safari treat the cookie as None, however old it is: no default there protects at all. The run goes by Chromium.',
    SAME_SITE,
    SAME_SITE_DEFAULT,
    OWASP_CSRF,
  ),
  'csrf-samesite-unset-old': note(
    'Without SameSite Chromium leaves an old cookie out of the form, and both get 401.',
    'Two minutes later Chromium (Chrome, Edge) posts the same form without the cookie; a link still carries it, as with Lax. Firefox and Safari take a cookie without SameSite for one with None, and their form still carries it. So Lax has to be written down. The run goes by Chromium.',
    SAME_SITE,
    SAME_SITE_DEFAULT,
  ),
  'csrf-samesite-lax': note(
    'With SameSite=Lax both forms get 401; a link of the other site still carries the cookie.',
    'Lax keeps the cookie from another site’s form posts and fetches, which get 401, and lets it ride on a link, which opens the page as the user. So a GET must never change anything.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-samesite-strict': note(
    'With SameSite=Strict both get 401; what another site starts carries neither cookie nor token.',
    'Strict keeps the cookie from all that another site starts, links included: whoever comes by a link looks logged out on the first page.',
    SAME_SITE,
  ),
  'csrf-sibling-subdomain': note(
    'With SameSite=Strict the sibling’s form still carries the cookie: 200; without a token 401.',
    'A sibling subdomain is another origin, but the same site, and SameSite asks for the site. A form there carries even a Strict cookie. A page of somebody else’s on one’s own domain needs a CSRF token or a check of Origin.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-bearer-token': note(
    'With SameSite=None the form carries the cookie, 200; no token goes along, 401.',
    'Another site can make the browser send a request, but it cannot read this origin’s storage, and so cannot set the Authorization header. CSRF hits what the browser attaches by itself.',
    'RFC 6750 section 2.1',
    OWASP_CSRF,
  ),
  'csrf-token-in-cookie': note(
    'With SameSite=None both get 200; in a cookie the token rides along like the session ID.',
    'In a cookie a token is attached by the browser like any cookie, and the immunity is gone. It is the place that decides, not the kind of credential.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-origin-check': note(
    'With a check of Origin the other site’s form carries the cookie and gets 403; no token, 401.',
    'On every POST the browser writes the origin of the page that sends it, and no script can change that. The server compares it with its own before it does anything: the cookie is there, the session is the user’s, and the form is refused all the same. The user’s own transfer names the right origin and is made. A bearer token needs no such check.',
    OWASP_CSRF,
    FETCH_ORIGIN,
  ),
  'csrf-fetch-site-check': note(
    'With a check of Sec-Fetch-Site the subdomain’s form carries the cookie: 403; no token, 401.',
    'SameSite does not tell a sibling subdomain from the site itself; Sec-Fetch-Site does: the browser writes same-site there and same-origin on the page’s own requests. It writes it to https and localhost alone, so a server on plain http would have to refuse everybody.',
    FETCH_METADATA,
    OWASP_CSRF,
  ),
  'csrf-token-in-form': note(
    'With a CSRF token asked for both get 403: the form carries both cookies, and no CSRF token.',
    'The server tells its own pages a CSRF token, and asks for it in whatever changes something. A page of another site, or of a subdomain, can make the browser send the cookie, but it cannot read an answer of this server, so it has no token to put into its form. With a session the token is random and stands in the record (synchronizer token). With a token in a cookie the server keeps nothing: the CSRF token is an HMAC over the token that is in the cookie, so the two must fit. That is the signed double submit, with the token’s own cookie as the one that is submitted. The login itself is not guarded: it has no session yet.',
    OWASP_CSRF,
    OWASP_SESSION,
  ),
  'csrf-token-and-thief': note(
    'With a CSRF token asked for both get 200: the thief reads it with the copied cookie, and posts.',
    'The first transfer of the thief is refused, because a copy of the cookie is all that it has. But no rule of a browser binds its program: it asks for the profile with that copy, reads the CSRF token in the answer, and the next transfer is made. What a defence against CSRF keeps out is a page that makes the user’s browser act without reading what comes back.',
    OWASP_CSRF,
  ),
  'csrf-check-and-script': note(
    'With a check of Origin both get 200: a script inside the page is of the right origin.',
    'All defences against CSRF ask whether a request comes from a page of one’s own. A script that got into such a page sends its requests from there: Origin and Sec-Fetch-Site are right, and a token in the form could be read. Against that help only what keeps scripts out.',
    OWASP_CSRF,
    OWASP_XSS,
  ),
  'csrf-third-party-blocked': note(
    'With third-party cookies blocked a form still carries a None cookie: 200; without a token 401.',
    'Private windows and some browsers send no cookies with what a page of another site fetches. A form that is posted takes the user to the site itself, and there the cookie is no third party’s. It takes SameSite, or a check at the server.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'xss-local-storage': note(
    'It carries away the token from localStorage, which gets 200, and not the HttpOnly cookie.',
    'XSS hits both: a script in the page can send requests as the user, whatever the credential is. What differs is what it can carry away. It reads localStorage as the page’s own code does and sends the token off; the copy works from anywhere, also after the logout, until exp. The HttpOnly cookie is not in document.cookie, so it can be used while the script runs in the page, and not taken along.',
    OWASP_XSS,
    'OWASP HTML5 Security Cheat Sheet',
  ),
  'xss-http-only': note(
    'Both get 200; the script can read neither cookie, but its own request carries them.',
    'HttpOnly keeps the cookie from being read, whether it holds a session ID or a token. It does not keep it from being used: the script’s own request from the page carries it, and the server cannot tell the difference. It stops theft, not use.',
    'RFC 6265 section 4.1.2.6',
    OWASP_XSS,
  ),
  'xss-readable-cookie': note(
    'Both stolen copies get 200; the script reads the cookie as easily as the token.',
    'Without HttpOnly the session cookie is in document.cookie and goes the same way as the token in localStorage.',
    'RFC 6265 section 4.1.2.6',
    OWASP_XSS,
  ),
  'xss-memory': note(
    'Both get 200; a script that reads storage finds nothing, but it sends a request from the page.',
    'A variable of the page’s own code is in no storage, so a script that reads document.cookie and localStorage finds nothing. That is all that was tried here. An injected script runs in the same page: it can wrap fetch or call the page’s own code and take the token from the next Authorization header, or send requests itself, as it does in the end. A reload loses the token.',
    OWASP_XSS,
    'RFC 10017',
  ),
  'fixation-without-regenerate': note(
    'The planted cookie gets the attacker 200; the token lane has nothing to plant.',
    'The attacker asks for a page, gets a real and rightly signed anonymous cookie, and plants it in the user’s browser. The user logs in on that session ID, which the attacker knows. The signature does not help: it is genuine.',
    'OWASP Session Fixation',
    MIDDLEWARE,
  ),
  'fixation-with-regenerate': note(
    'The planted cookie gets the attacker 401; the token lane has nothing to plant.',
    'regenerate() at the login makes a new session ID and destroys the planted one. What the attacker kept opens nothing. But the planted cookie stays in the browser beside the new one, is the older of the two and so is sent first, and express-session reads the first: the user gets 401 as well, until it is gone. A name that begins with __Host- lets no subdomain set it.',
    'OWASP Session Fixation',
    MIDDLEWARE,
  ),
  'fixation-invented-sid': note(
    'The invented cookie gets the attacker 401; the token lane has nothing to plant.',
    'An invented cookie is not adopted: its signature does not fit, so the login gets a new ID even without regenerate(). The attack needs a cookie that the server gave out. The invented one still is sent first from then on, and keeps the user out.',
    'OWASP Session Fixation',
    'cookie-signature',
  ),
  'planted-beside-session': note(
    'Both next requests get 200: the session’s own cookie is sent first.',
    'Cookies of one name with and without Domain are two cookies. Of two with equally long paths the older one is sent first, and express-session reads the first: that of the login. What the attacker kept is still nobody’s session. After the next login it would be the other way about.',
    'draft-ietf-httpbis-rfc6265bis, section 5.8.3',
    MIDDLEWARE,
  ),
  'planted-longer-path': note(
    'The planted cookie is sent first, and the user gets 401; the token gets 200.',
    'Cookies with longer paths are sent first, however old they are. At /profile the server reads the planted one, which is nobody’s session; at /login it is not sent at all, so that logging in again helps nothing. No attribute of the real cookie prevents that, not even HttpOnly; a name that begins with __Host- does.',
    'draft-ietf-httpbis-rfc6265bis, section 5.8.3',
    'OWASP Session Fixation',
  ),
  'planted-behind-host-prefix': note(
    'The planted cookie is refused, so its copy gets 401; the token lane has nothing to plant.',
    'Other names any subdomain can set for the whole site, and the server cannot see who did. A name that begins with __Host- is a promise that every browser checks: Secure, Path=/ and no Domain, so that only the host itself can have set it. What clears it must be Secure, too, or the browser refuses that as well.',
    'draft-ietf-httpbis-rfc6265bis, section 4.1.3',
    'OWASP Session Management Cheat Sheet',
  ),
  'planted-over-http': note(
    'The second planted cookie is taken, so its copy gets 200; the token lane has nothing to plant.',
    'Whoever is on the way, as in an open Wi-Fi, can answer for the host over http and set a cookie, and https gets it. A Secure cookie that is there refuses to be replaced or shadowed from http, so the first try comes to nothing. But Secure keeps only what is there: after the logout the way is open, and a login that keeps the session ID makes the planted one the user’s. It takes regenerate(), a name with __Host-, and HSTS, by which the browser asks nothing over http any more.',
    'draft-ietf-httpbis-rfc6265bis, section 5.7',
    'OWASP Session Fixation',
  ),
  'planted-over-http-host-prefix': note(
    'The planted cookie is refused, so its copy gets 401; the token lane has nothing to plant.',
    'A name that begins with __Host- needs Secure, and from http no browser takes a Secure cookie (but from its own machine). So the cookie is refused also where none is there to protect it. The prefix is checked by the browser, for the server sees only name and value, and cannot tell who has set them.',
    'draft-ietf-httpbis-rfc6265bis, section 4.1.3',
    'OWASP Session Management Cheat Sheet',
  ),
  'planted-behind-http-only': note(
    'The browser refuses the script’s cookie; both next requests get 200.',
    'HttpOnly keeps a script from reading the cookie, and also from replacing it: the same name, host and path is refused without an error. With another Path or a Domain a second cookie would be kept beside it.',
    'draft-ietf-httpbis-rfc6265bis, section 5.8.3',
    'OWASP Session Fixation',
  ),
  'stolen-other-machine': note(
    'Both stolen copies get 200; neither is bound to a machine or a browser.',
    'Nothing binds a cookie or a bearer token to a machine, an address or a browser. The transfer from the other side of the world is answered 200 in both lanes.',
    BEARER,
    OWASP_SESSION,
  ),
  'cors-none': note(
    'Both get 401, and the page’s code may not read even that.',
    'Another port is another origin. A login posts JSON, which no form can do, so the browser first asks by OPTIONS and, without Access-Control-Allow-Origin in the answer, does not send it. The request for the page is one that it need not ask for: it reaches the server and is answered, and the browser keeps the answer from the page’s code. CORS protects what may be read, not what is done.',
    CORS,
    'RFC 6454',
  ),
  'cors-any-origin': note(
    'The session gets 401, for its login was never sent; the token gets 200.',
    'The star lets any page read answers, but not those to requests with cookies: for them the server must name the page’s origin. The preflight fails, so the password never leaves the browser. The token’s client asks for no credentials, since its code sets the Authorization field itself, and for that the star will do.',
    CORS,
    CREDENTIALS,
  ),
  'cors-other-origin': note(
    'Both get 401, and the page’s code may not read even that.',
    'The origin that the server allows must be the page’s, letter for letter: scheme, host and port, and no slash at the end. Here the server lists its own address. The browser compares the two and refuses.',
    CORS,
    'RFC 6454',
  ),
  'cors-without-credentials': note(
    'The session gets 401, for its login was never sent; the token gets 200.',
    'The page asks for cookies (credentials: include), and so the server must allow it twice: by the page’s origin, and by Access-Control-Allow-Credentials: true. Without the second the browser sends no request that it has to ask for. A bearer token is nothing that the browser adds, so it needs no such leave.',
    CORS,
    CREDENTIALS,
  ),
  'fetch-without-credentials': note(
    'The session gets 401, its cookie was not kept; the token gets 200.',
    'fetch by default keeps and sends cookies for the page’s own origin alone, and another port is another one. The login is answered 200 with a Set-Cookie, which the browser passes over without a word in the console; the next request goes out without a cookie. It takes credentials: include at the login and at every request (withCredentials in XMLHttpRequest and axios).',
    CREDENTIALS,
    COOKIES,
  ),
  'fetch-with-credentials': note(
    'Both get 200; a cookie does not ask for the port.',
    'Origins differ by the port, but cookies and sites do not. With credentials: include in the page’s code, and the page’s origin and Access-Control-Allow-Credentials in each answer, the session works as on one origin, SameSite=Lax included.',
    CORS,
    'RFC 6265 section 8.5',
  ),
  'subdomain-without-credentials': note(
    'The session gets 401, its cookie was not kept; the token gets 200.',
    'app. and api. of one domain are one site but two origins, and fetch by default keeps and sends cookies for the page’s own origin alone. The login is answered 200 with a Set-Cookie, which the browser passes over without a word in the console. Neither SameSite=None nor a Domain would help: the page’s code has to say credentials: include, at the login and at every request.',
    CREDENTIALS,
    COOKIES,
  ),
  'subdomain-with-credentials': note(
    'Both get 200; one domain is one site, so no SameSite=None is needed.',
    'SameSite asks for the site, which is the scheme and the registrable domain, and app. and api. share both. It takes credentials: include in the page’s code, and the page’s origin with Access-Control-Allow-Credentials in each answer. The cookie belongs to api. alone: it needs no Domain, which would only show it to every other subdomain, too. And no browser takes it for a third-party cookie.',
    SAME_SITE,
    CORS,
  ),
  'front-end-other-site': note(
    'The session gets 401, its cookie was refused; the token gets 200.',
    'localhost and 127.0.0.1 are the same machine and different sites. CORS is right, so the page reads that its login is answered 200, but the browser refuses the cookie: what a page of another site fetches may set and send only cookies with SameSite=None and Secure. The console says nothing of it. The token is nothing that the browser keeps.',
    SAME_SITE,
    CREDENTIALS,
  ),
  'front-end-other-site-none': note(
    'Both get 200; the cookie needs SameSite=None, Secure and https.',
    'Across sites a cookie travels with fetches only as SameSite=None with Secure, over https, besides all that CORS asks for. Then any other site can make the browser send it as well, so that a defence against CSRF is due; and a browser that blocks third-party cookies keeps none of it.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'front-end-third-party': note(
    'The session gets 401, its cookie was refused; the token gets 200.',
    'SameSite=None, Secure, https and CORS are all there, and still: a browser that blocks third-party cookies (private windows, Safari, and others if so set) neither keeps nor sends one where a page of another site fetches. The console says nothing. What helps is a server on the page’s own site, such as api. beside app. of one domain, or a proxy under the page’s origin.',
    SAME_SITE,
    CREDENTIALS,
  ),
  'proxy-untrusted': note(
    'The session gets 401, for no cookie was ever sent; the token gets 200.',
    'The browser speaks https with the proxy, and the proxy speaks http with the server. express-session sends a Secure cookie only with requests that came by https, and to Express this one did not: it has X-Forwarded-Proto: https, but anybody could write that, so it counts only with app.set(trust proxy, 1). There is no error anywhere: the record is made, and the cookie is left out. A token in the body does not ask.',
    PROXIES,
    MIDDLEWARE,
  ),
  'proxy-silent': note(
    'The session gets 401, for no cookie was ever sent; the token gets 200.',
    'trust proxy only says that the proxy is to be believed; the proxy has to say something, too. nginx sends no X-Forwarded-Proto by itself: proxy_set_header X-Forwarded-Proto $scheme. Without it the request is plain http to Express, and no Secure cookie leaves.',
    PROXIES,
    MIDDLEWARE,
  ),
  'proxy-trusted': note(
    'Both get 200; the proxy says https, and the server believes it.',
    'It takes two: the proxy sends X-Forwarded-Proto: https, and Express is told how many proxies it may believe (trust proxy, 1). Then req.secure is true, and the Secure cookie leaves. To trust more than one’s own proxies lets anybody write that field.',
    PROXIES,
    MIDDLEWARE,
  ),
  'proxy-secure-auto': note(
    'Both get 200; but the session’s cookie is not Secure.',
    'With secure: auto express-session makes the cookie as the request came, and to Express it came by plain http. So the login works, and the cookie lacks Secure: the browser would send it over http as well, to whoever listens there. It hides the missing trust proxy instead of mending it.',
    MIDDLEWARE,
    PROXIES,
  ),
  'restart-memory-store': note(
    'The session gets 401, its record died with the process; the token gets 200.',
    'The MemoryStore is a variable of the process and dies with it: every session is gone at each deployment, though signature and secret are unchanged. The token needs nothing of the process but the secret.',
    STORE,
  ),
  'restart-persistent-store': note(
    'Both get 200; the record outlives the process, and the token needs only the secret.',
    'With a store outside of the process the record outlives it, and nobody is logged out. The secret must be the same too.',
    STORE,
  ),
  'cookie-domain-changed': note(
    'After the login the session gets 401 again, by the older cookie; the token gets 200.',
    'The old cookie has no Domain, the new one has: to the browser these are two, and it sends both, the older one first. express-session reads the first, which opens nothing, so every login makes a session that is never read. It lasts until the old cookie’s date, or until the browser is closed where it has none. Change the cookie’s name together with its Domain, or clear the old one for a while.',
    MIDDLEWARE,
    SAME_SITE,
  ),
  'store-outage': note(
    'The session gets 500 while its store is down; the token gets 200, for it needs none.',
    'A session is looked up on every request, so a store that is down takes every logged-in user along. How depends on the store’s client. What runs here is connect-redis over node-redis with disableOfflineQueue: each call fails at once, and express-session hands the error on. Whoever sends a session’s cookie gets 500, also for a login and for a logout, which is then none; without a cookie nothing is looked up, so a page says 401, and a login is 500 with the Set-Cookie of a session that no store has. By default node-redis queues its commands while it is offline: no error then, but whoever has a cookie, and whoever logs in, waits until Redis is back. No cookie is lost, and when the store is back all go on. The token’s server asks nobody. A deny-list or refresh tokens in that store would bring the same risk back to it (other scenarios show both); here there are none.',
    STORE,
    'node-redis, FAQ: disableOfflineQueue',
  ),
  'deny-list-outage': note(
    'Both get 500 while the store is down: one finds no record, the other cannot look its jti up.',
    'A deny-list is a look-up on every request, so a token that needs one depends on its store as a session does. The signature still fits, but whether the token was revoked nobody can tell: this server then lets nobody in (fails closed) and answers 500, the error that it is, and not 401, at which a page would throw a good token away. To let all in (fail open) would open the door to every revoked token. Mind where the call stands: within the try around verify, any error would come out as invalid_token. The logout of that time ends nothing in either lane, also where the page has dropped its token. A Redis client that queues commands while it is offline, as they do unless told otherwise, would let requests wait in place of failing.',
    MIDDLEWARE,
    'RFC 6750 section 3.1',
    'node-redis, FAQ: disableOfflineQueue',
  ),
  'refresh-store-outage': note(
    'The session gets 500 as long as the store is down; the token gets 401, but only after its exp.',
    'An access token is checked by its signature alone, so it outlives the outage for as long as it lives: here five minutes. Then it needs the next one, and that cannot be had: POST /refresh answers 500, and a login too, since nobody can write its refresh token down. Nothing is used up by a trade that failed, so the same refresh token does when the store is back. A page should tell 500 from 401: try again later, and do not log the user out. The longer an access token lives, the longer an outage may last, and a theft too.',
    MIDDLEWARE,
    'RFC 6749 section 6',
    OAUTH,
  ),
  'store-slow': note(
    'Both get 200; the session 600 ms later, since it waits for two calls to its store.',
    'express-session asks the store for the record before the page runs (get), and keeps the last byte of the answer back until the store has moved its end (touch) or written it (set). So each request waits for the store twice, one after the other, also one for a page that never looks at the session; a login waits for destroy, which is part of regenerate, and for set. Put the middleware only before the routes that need it, keep the store near, or leave touch out: then use moves no end. The token’s server asks nobody. A deny-list or refresh tokens in that store would cost a call each; here there are none. The clock of this page counts whole seconds and stands still while a request is answered.',
    MIDDLEWARE,
    STORE,
    TOUCH,
  ),
  'restart-fixed-secret': note(
    'The session gets 401, its record is gone; the token gets 200, since the secret is the same.',
    'The secret is the same after the restart: enough for the token, not for the session. Its cookie is rightly signed and names a record that is gone; the unknown ID is not adopted.',
    STORE,
    JWS,
  ),
  'restart-random-secret': note(
    'Both get 401; neither old signature fits the new secret.',
    'A secret that is drawn at each start logs everybody out at each start, in both lanes: no old signature fits. The store survived, and it does not help.',
    MIDDLEWARE,
    JWS,
  ),
  'two-servers-no-shared-store': note(
    'Server B answers the session 401; it answers the token 200.',
    'Server B verifies the token, since it has the same secret. For the session it is a stranger: the cookie’s signature fits, but its own store has no such record. Back at server A all is well, so the user is logged in on every second request.',
    STORE,
  ),
  'two-servers-shared-store': note(
    'Both get 200 on server B; a logout there ends the session on both, but no token.',
    'With one store for both either server answers, and a logout on one counts on the other at once. Tokens never needed it, and for that the logout reaches neither server.',
    STORE,
  ),
  'two-servers-different-secrets': note(
    'Both get 401 on server B; it cannot verify what server A signed.',
    'What one server signs the other cannot verify: the session fails at the signature, before the shared store is asked, and the token fails likewise. Servers behind one address share their secrets.',
    MIDDLEWARE,
    JWS,
  ),
  'thousand-users': note(
    'Both get 200; a login adds 186 bytes to the session store, and none to the token’s server.',
    'A login’s record is 186 bytes: a thousand logins are 186 kB, a million 186 MB, until they expire. Counted is the record as JSON with its ID, as a store is given it; what the process, or Redis, needs to keep it comes on top, and all else that is put into the session. The token’s server keeps nothing, as long as nothing is to be revoked: of a deny-list each logout adds 50 bytes until exp, and each login with a refresh token, and each refresh, 155.',
    STORE,
    'RFC 7519 section 4.1.7',
  ),
  'rotation-secret-list': note(
    'The old cookie gets 200 while its secret is on the list; the old token gets 401 at once.',
    'express-session takes a list: the first secret signs, all verify. The old cookie is accepted as long as the old secret is on the list, and is not signed anew by itself. The token’s verifier has one secret, so every token dies at once.',
    MIDDLEWARE,
  ),
  'rotation-kid-overlap': note(
    'Both get 200 during the overlap; neither holds once the old key is retired.',
    'When each token names its key, the server can keep the old key for verifying while it signs with the new one. After the overlap, one token lifetime is enough, the old key is retired and what it signed is refused.',
    'RFC 7515 section 4.1.4',
    'RFC 7517 section 4.5',
  ),
  'rotation-without-overlap': note(
    'Both get 401; neither old signature fits the new secret.',
    'A new secret without the old one ends all that was ever signed, in both lanes. It is the one way to log out every holder of a plain token.',
    MIDDLEWARE,
    JWS,
  ),
  'leaked-secret': note(
    'The session ID that was made up gets 401; the token that was made gets 200.',
    'Whoever has the token’s secret signs a token for any user, with any claims, and nothing has to be stolen first: the server cannot tell it from its own. With the session’s secret the attacker signs an ID that it made up, and the store has no such record; an ID that is in use is one of 2^192. Together with a copy of the store, which has the IDs, it opens every session.',
    'RFC 8725 section 3.5',
    JWS,
    'cookie-signature',
  ),
  'leaked-secret-replaced': note(
    'Both get 401; with the secret gone, what was made with it is worth nothing.',
    'A new secret, the old one gone at once: what the attacker signs is refused from then on, and so is what the server signed before, so that everybody logs in again. Nothing milder helps, since the server cannot tell the two apart. The sessions’ old records stay in the store until they expire, and nobody can name them. What was done with forged tokens until then is done, so look into the logs; and find out how the secret got out.',
    'OWASP Secrets Management Cheat Sheet',
    MIDDLEWARE,
  ),
  'leaked-secret-overlap': note(
    'The session ID that was made up gets 401; the token gets 200 while the old key verifies.',
    'Overlap is for a change of the key in peace. As long as the old key verifies, so does what is forged with it: the attacker goes on until the old key is retired, which ends every token signed with it as well. After a leak replace the secret at once.',
    'RFC 7517 section 4.5',
    'OWASP Secrets Management Cheat Sheet',
  ),
  'clock-skew': note(
    'The session gets 200; on the server whose clock is ahead the token gets 401.',
    'Server B’s clock is 90 s ahead, and a token that lives 60 s is over there before it was used. A session’s end is compared with a clock as well, but lies 15 minutes off.',
    'RFC 7519 section 4.1.4',
  ),
  'clock-skew-leeway': note(
    'Both get 200; the leeway forgives the other clock and prolongs every token.',
    'A leeway forgives the difference: exp counts as that many seconds later, on every server. So it also prolongs every token by as much.',
    'RFC 7519 section 4.1.4',
  ),
  'user-banned': note(
    'A server that looks the user up sees a ban: here the session’s does, 403; the token’s not, 200.',
    'Neither a session nor a token notices a ban: a look-up does. This one is code of the session server’s own, for express-session looks up the session alone. The same line in the token’s server would refuse at once as well, at the price of one look-up a request; refresh tokens look the user up at each refresh, so that a short exp bounds the wait. At the next login both refuse.',
    'RFC 9110 section 15.5.4',
    JWT,
  ),
  'password-changed': note(
    'Both copies get 200: neither the record nor the token knows of a password.',
    'The password opens the door once, at the login. What was handed out then goes by itself: the record in the store says who is logged in, the token says until when, and neither is asked what the password is now. So the thief stays in, in both lanes, until something ends what is out; only a login with the old password gets 401.',
    OWASP_SESSION,
    JWT,
  ),
  'password-changed-ends-all': note(
    'Both copies get 401: the sessions are destroyed, and the token’s iat is too early.',
    'The session’s server goes through its store and destroys every record of the user. The token’s server cannot find what it never wrote down, so it writes the second of the change into the user’s row, and every request from then on looks the row up and compares it with iat: state on the server again. iat counts whole seconds, so a token of that very second would pass. Whoever changed the password has to log in as well.',
    STORE,
    'RFC 7519 section 4.1.6',
    OWASP_SESSION,
  ),
  'role-removed': note(
    'The session server looks the user up each time, 403; the token server believes its claim, 200.',
    'The role is a claim in the token, true when it was signed and stale since. Until exp the former admin stays one in the token lane. That the session’s server reads the role from the database is code of its own, which a token’s server could have as well; and a session that keeps the role in its record is as stale as the claim.',
    'RFC 9110 section 15.5.4',
    JWT,
  ),
  'role-in-record': note(
    'Both get 200 on a stale role: neither server looks the user up, which would notice.',
    'The server has read the role at the login, put it into the record, and asks the record ever since, which is what a token’s server does with its claim. So the former admin stays one until the next login, for as long as use keeps the session alive; a ban goes unnoticed in the same way. A session makes it easy to ask the database at each request, and does not do it by itself.',
    'RFC 9110 section 15.5.4',
    OWASP_SESSION,
  ),
  'deny-list': note(
    'Both stolen copies get 401; the token’s jti is on the deny-list, the session’s record is gone.',
    'Each token gets an ID, jti, and the logout puts it on a list that every request asks. The stolen token is refused like the stolen cookie, and the price is the look-up on every request: state on the server again.',
    'RFC 7519 section 4.1.7',
  ),
  'refresh-rotation': note(
    'Both get 200; a refresh token has renewed the expired token, and the session needs none.',
    'The access token lives five minutes, and a refresh token, which only the server’s record gives a meaning, gets the next one. Each can be used once. A stolen access token is soon worthless, and the login lasts; the server keeps state for it.',
    'RFC 9700 section 4.14.2',
    'RFC 6749 section 6',
  ),
  'refresh-reuse': note(
    'The used refresh token gets 401 and revokes those of its login; a session has none to reuse.',
    'The thief uses a refresh token that the user has already traded in. A second use may be a thief’s, or that of another tab of the user, as two tabs at once show; the server cannot tell, so it revokes the whole family: the user’s new one is refused too. The access tokens that are out stay valid until exp.',
    'RFC 9700 section 4.14.2',
    OAUTH,
  ),
  'two-tabs-refresh': note(
    'The second use of the refresh token gets 401, and both lose theirs; a session has none.',
    'Rotation takes a refresh token that comes twice for a theft. Two tabs of one honest browser share it and may both find the access token over in the same second: the first gets a new pair, the second gets 401, and the whole login is revoked, without any thief. Both go on until the exp of the access token, then the user must log in. In the page this is cured by one tab at a time (Web Locks, a BroadcastChannel), on the server by a grace period. A store that reads first and writes afterwards would give both a pair, and then a thief as well.',
    'RFC 9700 section 4.14.2',
    'Web Locks API',
  ),
  'two-tabs-reads-first': note(
    'One refresh token gets 200 twice, and nobody notices; a session has none to use twice.',
    'Asked whether a refresh token was used, a store that takes a few milliseconds answers both requests with no before either has written yes. So each gets a new pair, and the rotation that is meant to find out two holders finds nobody: a thief who comes at the same moment as the user gets a pair as well. It must be one operation of the store: an UPDATE … WHERE NOT used in SQL, a script in Redis. In memory, with nothing to wait for in between, the fault does not show.',
    OAUTH,
    'Auth0, Refresh Token Rotation',
  ),
  'two-tabs-grace': note(
    'In the grace period the used refresh token gets 200 once more; a session has none to use twice.',
    'For some seconds after its first use a refresh token may be used once more, and whoever comes second gets a pair of its own. Nobody is logged out. The price: a thief who is quick enough gets a pair too, and nobody notices. After that time a second use ends the login, as without a grace period.',
    'RFC 9700 section 4.14.2',
    'Auth0, Refresh Token Rotation',
  ),
  'refresh-in-cookie': note(
    'The session goes on by itself; the token is lost, and a refresh gets a new one: 200.',
    'The access token is in a variable, which a reload loses, and which a script that reads storage does not find. The refresh token is in a cookie: HttpOnly, so that no script can read it, and with Path=/refresh, so that it goes along to that route alone and not with each request. After a reload the page posts there, names no credential, and gets a new access token. The logout is below that path, or the cookie would not come along and the server could not revoke it. As with any cookie SameSite decides who else can have it sent; a page of another site could have the token renewed and not read the answer. A script in the page can still wrap fetch and take the next access token, or ask for new ones, as long as it runs there.',
    'RFC 10017',
    OAUTH,
    'RFC 6265 section 4.1.2.4',
  ),
  'refresh-token-opens-pages': note(
    'The refresh token gets 200 for its 30 days; a session has no second credential.',
    'A refresh token that is a JWT under the access tokens’ secret has all that the verifier looks at: a signature that fits, an exp that is to come, a user. So whoever steals it needs no /refresh, and the short life of the access token protects nobody. Random bytes that only the server’s record gives a meaning cannot be confused.',
    'RFC 8725 section 2.8',
    'RFC 9700 section 4.14.2',
  ),
  'refresh-token-typ': note(
    'The refresh token gets 401, since its typ is not at+jwt; a session has no second credential.',
    'Each kind of token says in its header what it is, and the verifier demands one kind. A secret of its own for each kind, or a different aud, does the same; what does not is a claim that nobody looks at.',
    'RFC 8725 section 3.11',
    'RFC 9068 section 2.1',
  ),
  'other-service-token': note(
    'The other service’s token gets 200; its cookie gets 401, for want of a record.',
    'Who can verify an HMAC can make one. Services that share a secret believe each other’s tokens unless each asks by aud whom a token is for. A session’s cookie of the other service has a right signature too, and a session ID that this store has never heard of.',
    'RFC 8725 section 2.8',
    'RFC 7519 section 4.1.3',
  ),
  'other-service-audience': note(
    'Both get 401: the token is for another service, and the session is in another store.',
    'The verifier is told its own name and refuses what is for somebody else. It has to be told: neither jsonwebtoken nor jose looks at aud by itself. A service that has the secret could still write this one’s name; secrets that are not shared are better.',
    'RFC 8725 section 3.9',
    'RFC 7519 section 4.1.3',
  ),
  'token-grows': note(
    'Both get 200; the token carries 8 KiB of claims every time, and the cookie stays short.',
    'The claims travel with every request: 8 KiB of them make a token of about 11,000 characters each time. The session keeps the same data on the server, and its cookie stays as long as it was.',
    'RFC 7519 section 4',
  ),
  'token-too-large-header': note(
    'The session gets 200; the token gets 431, before Express sees the request.',
    'Node.js takes 16 KiB of header and answers 431 by itself when it is more; Express never sees the request. The login still succeeded, since a body may be larger than a header.',
    'Node.js documentation, --max-http-header-size',
    'RFC 6585 section 5',
  ),
  'token-too-large-cookie': note(
    'The session gets 200; the token gets 401, since the browser dropped its oversized cookie.',
    'A browser drops a cookie of more than 4096 bytes without an error, so the login is answered 200 and nobody is logged in. The session’s cookie never grows.',
    'RFC 6265 section 6.1',
    COOKIES,
  ),
};
