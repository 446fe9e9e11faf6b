import type { ScenarioId } from '../../sim/scenarios.ts';

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
const MIDDLEWARE = 'express-session, README: options';
const COOKIES = 'RFC 6265';
const SAME_SITE = 'draft-ietf-httpbis-rfc6265bis, section 5.8.3';
const JWT = 'RFC 7519';
const JWS = 'RFC 7515';
const JWT_PRACTICE = 'RFC 8725';
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
    'Without rolling a request moves the record’s end in the store, but sends no Set-Cookie. The browser drops its cookie 15 minutes after the login however busy the user was, while the record lives on: a copy of the cookie, which knows no date, still opens it.',
    MIDDLEWARE,
    'RFC 6265 section 5.3',
  ),
  'token-does-not-slide': note(
    'The token gets 401 once its exp has passed, however busy it was; the session gets 200.',
    'Using a token does not prolong it. Its exp is under the signature, so a later one needs a new token: another login, or a refresh token.',
    'RFC 7519 section 4.1.4',
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
    'The altered cookie gets 401; the token gets 200, since it decodes to the same bytes.',
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
    'The naive verifier answers the token 200; a session cookie names no algorithm to choose.',
    'The same deliberately naive verifier takes the algorithm from the token. The signature by HS512 is right, so this one is no break-in; but it is the attacker who chooses how it is checked. The list of algorithms takes that choice away.',
    'RFC 8725 section 3.1',
  ),
  'csrf-samesite-none': note(
    'Another site’s form carries the cookie and gets 200; without a token it gets 401.',
    'With SameSite=None the browser attaches the cookie whatever page starts the request: form, link and fetch from another site arrive as the user. The server sees a valid session and makes the transfer. No browser attaches a bearer token.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-samesite-unset-young': note(
    'The young cookie rides on another site’s form, which gets 200; without a token it gets 401.',
    'Without the attribute Chromium treats the cookie as Lax, but for its first two minutes lets it ride on a top-level form post, so as not to break sign-on pages. Right after a login, the default does not protect.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-samesite-unset-old': note(
    'Both get 401; another site’s form carries neither the older cookie nor a token.',
    'Two minutes later the same form is posted without the cookie. A link still carries it, as with Lax.',
    SAME_SITE,
  ),
  'csrf-samesite-lax': note(
    'Both get 401; another site’s form carries neither the Lax cookie nor a token.',
    'Lax keeps the cookie from another site’s form posts and fetches, and lets it ride on a link. So a GET must never change anything.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-samesite-strict': note(
    'Both get 401; nothing that another site starts carries the Strict cookie or a token.',
    'Strict keeps the cookie from all that another site starts, links included: whoever comes by a link looks logged out on the first page.',
    SAME_SITE,
  ),
  'csrf-sibling-subdomain': note(
    'The sibling’s form carries even a Strict cookie and gets 200; without a token it gets 401.',
    'A sibling subdomain is another origin, but the same site, and SameSite asks for the site. A form there carries even a Strict cookie. A page of somebody else’s on one’s own domain needs a CSRF token or a check of Origin.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'csrf-bearer-token': note(
    'Another site’s form carries the cookie and gets 200; no token rides along, so it gets 401.',
    'Another site can make the browser send a request, but it cannot read this origin’s storage, and so cannot set the Authorization header. CSRF hits what the browser attaches by itself.',
    'RFC 6750 section 2.1',
    OWASP_CSRF,
  ),
  'csrf-token-in-cookie': note(
    'Both get 200; in a cookie the token rides on another site’s form like the session ID.',
    'In a cookie a token is attached by the browser like any cookie, and the immunity is gone. It is the place that decides, not the kind of credential.',
    SAME_SITE,
    OWASP_CSRF,
  ),
  'xss-local-storage': note(
    'The script cannot read the HttpOnly cookie; it steals the token, which gets 200.',
    'A script in the page reads localStorage as the page’s own code does and sends the token away; it works from anywhere, also after the logout, until exp. The HttpOnly cookie is not in document.cookie.',
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
    'Both get 200; the script can steal nothing, but it can make the page send a request.',
    'A variable in the page’s own code is not to be found in any storage, so a simple script gets nothing; it can still make the page send requests. A reload loses the token.',
    OWASP_XSS,
    'draft-ietf-oauth-browser-based-apps',
  ),
  'fixation-without-regenerate': note(
    'The planted cookie gets the attacker 200; the token lane has nothing to plant.',
    'The attacker asks for a page, gets a real and rightly signed anonymous cookie, and plants it in the user’s browser. The user logs in on that session ID, which the attacker knows. The signature does not help: it is genuine.',
    'OWASP Session Fixation',
    MIDDLEWARE,
  ),
  'fixation-with-regenerate': note(
    'The planted cookie gets the attacker 401; the token lane has nothing to plant.',
    'regenerate() at the login makes a new session ID and destroys the planted one. What the attacker kept opens nothing.',
    'OWASP Session Fixation',
    MIDDLEWARE,
  ),
  'fixation-invented-sid': note(
    'The invented cookie gets the attacker 401; the token lane has nothing to plant.',
    'An invented cookie is not adopted: its signature does not fit, so the login gets a new ID even without regenerate(). The attack needs a cookie that the server gave out.',
    'OWASP Session Fixation',
    'cookie-signature',
  ),
  'stolen-other-machine': note(
    'Both stolen copies get 200; neither is bound to a machine or a browser.',
    'Nothing binds a cookie or a bearer token to a machine, an address or a browser. The transfer from the other side of the world is answered 200 in both lanes.',
    BEARER,
    OWASP_SESSION,
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
    'The second server answers the session 401; it answers the token 200.',
    'The second server verifies the token, since it has the same secret. For the session it is a stranger: the cookie’s signature fits, but its own store has no such record. Back at the first server all is well, so the user is logged in on every second request.',
    STORE,
  ),
  'two-servers-shared-store': note(
    'Both get 200 on the second server; a logout there ends the session on both, but no token.',
    'With one store for both either server answers, and a logout on one counts on the other at once. Tokens never needed it, and for that the logout reaches neither server.',
    STORE,
  ),
  'two-servers-different-secrets': note(
    'Both get 401 on the second server; it cannot verify what the first one signed.',
    'What one server signs the other cannot verify: the session fails at the signature, before the shared store is asked, and the token fails likewise. Servers behind one address share their secrets.',
    MIDDLEWARE,
    JWS,
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
  'clock-skew': note(
    'The session gets 200; on the server whose clock is ahead the token gets 401.',
    'The second server’s clock is 90 s ahead, and a token that lives 60 s is over there before it was used. A session’s end is compared with a clock as well, but lies 15 minutes off.',
    'RFC 7519 section 4.1.4',
  ),
  'clock-skew-leeway': note(
    'Both get 200; the leeway forgives the other clock and prolongs every token.',
    'A leeway forgives the difference: exp counts as that many seconds later, on every server. So it also prolongs every token by as much.',
    'RFC 7519 section 4.1.4',
  ),
  'user-banned': note(
    'The session gets 403 at once; the token gets 200 until it expires.',
    'The session’s server looks the user up on every request and answers 403 at once. The token’s server asks nobody: what was signed before the ban holds until exp. At the next login both refuse.',
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
    'The session gets 403 at once; the token gets 200 on its stale role until it expires.',
    'The role is a claim in the token, true when it was signed and stale since. Until exp the former admin stays one in the token lane; the session’s server reads the role from the database and answers 403.',
    'RFC 9110 section 15.5.4',
    JWT,
  ),
  'role-in-record': note(
    'Both get 200 on a stale role: it is the look-up that notices, and neither server makes one.',
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
    'The used refresh token gets 401 and takes all of its login along; a session has none to reuse.',
    'The thief uses a refresh token that the user has already traded in. One of the two must be a thief, and the server cannot know which, so it revokes the whole family: the user’s new one is refused too. The access tokens that are out stay valid until exp.',
    'RFC 9700 section 4.14.2',
    OAUTH,
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
