import type { BeliefId } from '../../exercises/beliefs.ts';

/** What is said of a misconception. */
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
  'clear-cookie-ends': {
    belief: 'clearCookie() ends the session.',
    truth:
      'It asks one browser to forget its copy. The record stays, and so does every other copy, until destroy().',
    seems: 'The browser that was asked is logged out at once.',
  },
  'http-only-stops-xss': {
    belief: 'HttpOnly stops XSS.',
    truth:
      'The script cannot read the credential, and does not need to: it sends requests from the page itself.',
    seems:
      'The credential itself is not stolen, so it cannot be used later or elsewhere. That much is true; but what the page shows can be read and sent off.',
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
  'long-secret-lasts': {
    belief: 'A longer secret makes tokens safe for longer.',
    truth:
      'Length protects from guessing alone. Whoever has the secret makes tokens, and how long one lives is its exp.',
    seems: 'A short secret really is guessed, offline, from a single token.',
  },
  'cookie-is-session': {
    belief: 'The cookie is the session.',
    truth: 'The cookie holds an ID. Without the record on the server it opens nothing.',
    seems: 'Delete the cookie and you are logged out; so it looks as if all were in it.',
  },
};

export const WHY_TEXTS = {
  believed: 'Do you believe it?',
  yes: 'Yes',
  no: 'No',
  /** Whether it was believed or not. */
  wasBelieved: 'Many believe it. The run says otherwise.',
  wasDoubted: 'You are right: so says the run.',
  run: 'See it on the stage',
  soTitle: 'What is so',
  seemsTitle: 'Why it seems otherwise',
  readable: 'Read without any key',
  next: 'Next one',
  sayEngine: (question: string, answer: string) => `${question} ${answer}.`,
} as const;
