import type { BeliefId } from '../../exercises/beliefs.ts';

/** What is said, and what there is to say to it. */
export interface BeliefWords {
  readonly belief: string;
  /** What is so. */
  readonly truth: string;
  /** Why it seems otherwise. */
  readonly seems: string;
}

export const BELIEF_WORDS: Readonly<Record<BeliefId, BeliefWords>> = {
  'logout-ends-token': {
    belief: 'Logging out ends the token.',
    truth: 'The client throws its own copy away. Any other copy opens until exp.',
    seems:
      'After the logout the user’s own page is refused, in both lanes alike. Only a copy shows the difference.',
  },
  'signed-is-encrypted': {
    belief: 'A token is signed, so nobody can read it.',
    truth:
      'Header and payload are base64url, which anybody decodes. The signature only shows a change.',
    seems: 'It looks like a cipher, and both are done with a key.',
  },
  'password-leaves-token': {
    belief: 'A stolen token still works after its user has changed the password.',
    truth:
      'Signature and exp are all that the server checks, and a new password changes neither. To refuse this token early the server would have to look something up. A session works on as well, until the server ends it.',
    seems:
      'A new password is what everybody is told to choose after a theft, and it does keep the thief from logging in again.',
  },
  'clear-cookie-ends': {
    belief: 'clearCookie() ends the session.',
    truth:
      'It asks one browser to forget its copy. The record stays, and so does every other copy, until destroy().',
    seems: 'The browser that was asked is logged out at once.',
  },
  'cookie-token-csrf': {
    belief: 'A token that is kept in a cookie can be hit by CSRF.',
    truth:
      'The browser attaches a cookie by itself, whatever is in it. What other sites can trigger depends on where it is kept, not on what it is.',
    seems: 'Tokens are said to be immune: that holds where the page’s own code attaches them.',
  },
  'deploy-logs-out': {
    belief: 'Where the records are in the server’s memory, a deploy ends every session.',
    truth:
      'The new process begins with an empty store: every ID that comes names nothing. A store of its own outlives it.',
    seems: 'The cookies are all still there, in every browser, and have not expired.',
  },
  'http-only-stops-xss': {
    belief: 'HttpOnly stops XSS.',
    truth:
      'The script cannot read the credential, and does not need to: it sends requests from the page itself.',
    seems:
      'The credential itself is not stolen, so it cannot be used later or elsewhere. That much is true; but the script reads what the page shows and does what the user can do there, a new e-mail address for one.',
  },
  'same-site-is-enough': {
    belief: 'With SameSite no defence against CSRF is needed.',
    truth:
      'A sibling subdomain is the same site, so the browser attaches the cookie even with Strict.',
    seems: 'Other sites are kept out, and most attacks that are shown come from other sites.',
  },
  'deny-list-is-stateless': {
    belief: 'A JWT is stateless, also with a deny-list.',
    truth:
      'The list is state on the server that every request asks, as it would ask for a session.',
    seems: 'The token itself has not changed, and the list is shorter than a store of sessions.',
  },
  'copied-role-stays': {
    belief: 'A role that is taken away is still in the token.',
    truth:
      'The claim was written at the login and is signed. It says what was so then, until exp; who wants to know what is so now has to look, as only the session server does here.',
    seems: 'In the users’ database the change is there at once.',
  },
  'long-secret-lasts': {
    belief: 'With a longer secret a token is good for longer.',
    truth:
      'Length protects from guessing alone. Whoever has the secret makes tokens, and how long one lives is its exp.',
    seems: 'A short secret really is guessed, offline, from a single token.',
  },
  'cookie-is-session': {
    belief: 'The cookie is the session.',
    truth:
      'The cookie of express-session holds an ID. Without the record on the server it opens nothing. (cookie-session is another thing: it puts the data itself into the cookie.)',
    seems: 'Delete the cookie and you are logged out; so it looks as if all were in it.',
  },
};

export const WHY_TEXTS = {
  believed: 'Do you believe it?',
  yes: 'Yes',
  no: 'No',
  /** By whether it was believed, and whether it is so. */
  sayVerdict: (isBelieved: boolean, isTrue: boolean) => {
    if (isBelieved === isTrue) return 'You are right: so says the run.';
    return isTrue ? 'The run says that it is so.' : 'The run says otherwise.';
  },
  /** Of what is said of both, where a run has just shown whether it is so. */
  sayOfBelief: (belief: string, isTrue: boolean) =>
    `“${belief}” ${isTrue ? 'That is so.' : 'That is not so.'}`,
  run: 'See it on the stage',
  soTitle: 'What is so',
  seemsTitle: 'Why it seems otherwise',
  readable: 'Read without any key',
  secrets: 'The same login, once more with a longer secret',
  saySecret: (length: number) => `Secret of ${length} characters: exp`,
  next: 'Next one',
  sayEngine: (question: string, answer: string) => `${question} ${answer}.`,
} as const;
