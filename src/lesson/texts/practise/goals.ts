import type { GoalId } from '../../exercises/goals/goals.ts';

/** What is said of a goal. */
export interface GoalWords {
  readonly name: string;
  readonly task: string;
  /** The first says where to look, the second what to do. */
  readonly hints: readonly [string, string];
  /** What it shows, once it is reached. */
  readonly shows: string;
}

export const GOAL_WORDS: Readonly<Record<GoalId, GoalWords>> = {
  'only-token': {
    name: 'Only the token gets in',
    task: 'Make one request of the user that the token server allows and the session server refuses.',
    hints: [
      'What does the session server need that the token server does not have?',
      'Restart the server after the login: its MemoryStore forgets every record.',
    ],
    shows: 'A session needs its record; a token needs only the key that signed it.',
  },
  'survive-restart': {
    name: 'Both survive a restart',
    task: 'Restart the server and let the user’s next request in, in both lanes, without a new login.',
    hints: [
      'Where are the records while the process is not running?',
      'Keep the records in a store that survives, or put the session’s data into the cookie.',
    ],
    shows: 'What has to outlive a process must not be kept in it.',
  },
  'closed-browser': {
    name: 'Still logged in tomorrow',
    task: 'Close the browser, come back, and be let in, in both lanes, without a new login.',
    hints: [
      'Which cookies does a browser drop when it closes?',
      'Give the session a lifetime, so that its cookie has a date.',
    ],
    shows: 'A cookie without Expires or Max-Age ends with the browser; localStorage does not.',
  },
  'token-stops': {
    name: 'Stop a stolen token',
    task: 'The thief’s token opened a page. Make the same token stop working before its exp.',
    hints: [
      'What could the server ask about besides signature and expiry?',
      'Switch on the deny-list, so that logout revokes the token. Replacing the secret works too.',
    ],
    shows:
      'A token can be stopped early, but only by state on the server, or by a new key for everybody.',
  },
  'forged-in': {
    name: 'Get in with a forgery',
    task: 'Make a token that the server never signed, and be let in with it.',
    hints: [
      'What would a verifier have to believe, or the attacker have to know?',
      'Choose the verifier that believes the token’s own header, or forge with the leaked secret.',
    ],
    shows:
      'A token is worth what the check is worth: the algorithm is the server’s choice, and the secret stays secret.',
  },
  fixation: {
    name: 'In with a planted cookie',
    task: 'Plant the attacker’s own session cookie, let the user log in, and get in with it.',
    hints: [
      'What should change at the login, so that an ID known before is worth nothing?',
      'Switch off “new session ID at login” (regenerate).',
    ],
    shows:
      'Whoever knows the session ID before the login is in after it, unless the login makes a new one.',
  },
  'keys-in-peace': {
    name: 'Change the keys, log nobody out',
    task: 'Change the signing secret and let the user’s next request in, in both lanes, without a new login.',
    hints: [
      'The session’s cookie survives the change already. Why does the token not?',
      'Let tokens name their key (kid), so that the old one still verifies.',
    ],
    shows: 'Keys are changed with an overlap: the new one signs, the old one still verifies.',
  },
  'restart-ends-both': {
    name: 'A restart that ends both',
    task: 'The user was let in in both lanes. Restart the server, so that both refuse the next request.',
    hints: [
      'Each lane depends on one thing that the process holds.',
      'Use a store in memory, and a secret that is drawn when the server starts.',
    ],
    shows: 'Sessions end with their records, tokens with their key.',
  },
  'after-logout': {
    name: 'In after the logout',
    task: 'Log in once, log out, and be let in afterwards with the credential that this login gave out.',
    hints: [
      'What does a logout not reach?',
      'Steal the credential before the logout and use the copy after it.',
    ],
    shows:
      'A logout ends what the server keeps. Of a token it keeps nothing, so a copy opens until exp.',
  },
  'only-session': {
    name: 'Only the session gets in',
    task: 'Make one request of the user that the session server allows and the token server refuses.',
    hints: [
      'How can a token end while its session goes on?',
      'Keep the token in a variable and reload the page, or give it a shorter lifetime and wait.',
    ],
    shows: 'The two end by different clocks and in different places.',
  },
  'own-form-only': {
    name: 'Refuse the other site’s form',
    task: 'Let both refuse a form or fetch of another site, and then still let the user’s own request in.',
    hints: [
      'The token server refuses it already. What makes the browser add the cookie?',
      'Choose SameSite lax, or let the server check the Origin; then request a page as the user.',
    ],
    shows: 'The cookie goes along by itself, so something else has to tell whose request it is.',
  },
  'empty-handed': {
    name: 'The script leaves empty-handed',
    task: 'Let an injected script find nothing to read in either lane, and then let the user’s own request in.',
    hints: [
      'What can a script of the page read, and what can it not?',
      'Keep the token in an HttpOnly cookie; then request a page as the user.',
    ],
    shows:
      'HttpOnly hides the credential from scripts. It does not stop a script from using the page.',
  },
  'thief-out': {
    name: 'A new password throws the thief out',
    task: 'The thief is in, in both lanes. Let a changed password alone refuse the same copy in both.',
    hints: [
      'A new password changes nothing about what was given out before.',
      'Use the copy before the change; end all sessions at the change, and compare iat.',
    ],
    shows: 'A changed password ends only what the server connects with it.',
  },
  'two-servers': {
    name: 'One logout, two servers',
    task: 'A stolen copy opens pages at both servers, in both lanes. Let one logout end it at both.',
    hints: [
      'What must two servers share for one logout to reach both?',
      'Deny-list on and shared; use the copy at A and B before the logout, and at both after it.',
    ],
    shows: 'Ending something early takes shared state, whichever of the two you chose.',
  },
};

export const CHALLENGE_TEXTS = {
  goals: 'Goals',
  endless: 'Who gets in now?',
  endlessFor: 'A random run: say who is let in by its last request. As many as you like.',
  level: 'Difficulty',
  levels: ['Easy', 'Medium', 'Hard'],
  begin: 'Begin',
  another: 'Another one',
  oneMore: 'One more by the rule that you missed',
  start: 'Open it in Try it',
  reached: 'Reached',
  open: 'Not reached yet',
  settings: 'Settings',
  saySetting: (said: string) => `Setting: ${said}.`,
  times: 'Times',
  runName: 'What was done',
  showRun: 'Show the run',
  sayMeans: (name: string) => `Go to: ${name}`,
  sayGoal: (name: string) => `Goal: ${name}`,
  sayPar: (par: number) => (par === 1 ? 'Par: 1 change' : `Par: ${par} changes`),
  sayHint: (number: number) => (number === 1 ? 'Hint' : 'Second hint'),
  sayReached: (changes: number, par: number) =>
    changes === 0
      ? 'Reached.'
      : `Reached with ${changes} ${changes === 1 ? 'change' : 'changes'}; par is ${par}.`,
  sayStep: (step: number) => `Step ${step}`,
} as const;
