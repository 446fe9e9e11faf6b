import type { RuleId } from '../../exercises/rules.ts';

/** The rules, a sentence or two each: what is said after an answer, right or wrong. */
export const RULE_WORDS: Readonly<Record<RuleId, string>> = {
  recordOpens:
    'The server looks the session ID up. A record that is there opens to whoever sends its ID: the user, a thief, any browser. Each use moves its end.',
  recordStays:
    'The server looks the session ID up. A record that is there opens to whoever sends its ID, and without maxAge it has no end in the MemoryStore: it stays until something deletes it.',
  noRecord:
    'The server looks the session ID up: no record, no entry. After a logout, after a restart where records are in memory, or at a server with another store there is none, and every copy of the ID ends with it.',
  recordOver: 'The record has an end of its own, and the server refuses what comes after it.',
  dataInCookie:
    'The signed cookie holds the data itself, and the server keeps no record: a copy opens as long as the secret fits.',
  cookieSeal:
    'The cookie’s value is signed. Changed, or signed with a secret that the server does not have, it is refused before anything is looked up.',
  tokenOpens:
    'The server checks signature and exp and looks nothing up. A token that passes opens to whoever sends it, after a logout or a restart too, and after a ban unless the server looks the user up.',
  tokenUnlisted:
    'The server checks signature and exp, and then what it keeps itself. Where nothing of that is against the token, it opens to whoever sends it.',
  tokenOver:
    'exp stands in the token and was fixed when it was given out: no request makes it later, and after it every copy is refused.',
  tokenListed:
    'Before its exp one token alone ends only where the server keeps something about it, as a deny-list or the time since which its user’s tokens hold. That is state again.',
  tokenSeal:
    'A token’s signature has to fit the server’s own secret and algorithm. Changed contents or another secret do not fit.',
  tokenClaims:
    'What the token says of itself, for whom it is and from when, has to be what this server asks for.',
  noCookie:
    'No cookie, no entry, whatever the server has kept: a browser drops a cookie at its end, which only another Set-Cookie moves (“rolling” sends one each time), at a logout, or as it closes where the cookie has no end; and it does not send it along everywhere.',
  noToken:
    'No token, no entry: the client drops its own at a logout, what the page kept in memory is gone when it is loaded again, and no browser sends a token by itself unless it is in a cookie.',
  password: 'Both servers check the password alike, and give nothing out where it is wrong.',
  userAsked:
    'A server that looks the user up refuses after a ban or a lost role at once, whatever it was shown. Here the session server does so at each request, and both do at a login; what was written down at login stays as it was.',
  otherSite:
    'A cookie goes along by itself, so that something else has to tell whose request it is: the server asks for that too.',
  storeDown: 'A server that has to ask a store can let nobody in while the store is down.',
  refresh:
    'A refresh token is kept by the server and can be used once: then it has to be the new one.',
  tooLarge: 'A credential goes along with each request, and what is too large is refused unread.',
};

export const RULE_TEXTS = {
  one: 'The rule',
  two: 'The rules',
} as const;
