export const PROJECT_TEXTS = {
  lines: 'Lines to choose from',
  put: 'What you have put together',
  nothing: 'Nothing yet.',
  right: 'Right: each line has what it needs.',
  short: 'Right so far. Something is still missing.',
  see: 'See what it does',
  seeStep: 'See the step that shows it',
  own: 'Your own server',
  where:
    'check-server is one file that needs Node.js and nothing else. Save it, and run it against a server of yours: it plays the walk there, and sends nothing elsewhere.',
  save: 'Save check-server.mjs',
  command: 'node check-server.mjs http://localhost:3000 --username NAME --json',
  copy: 'Copy the command',
  paste: 'Paste what it prints',
  none: 'That is no report of check-server.',
  again: 'Begin again',
  check: 'Check',
  routes: {
    'session-login': 'Session-based: POST /login',
    'session-logout': 'Session-based: POST /logout',
    'token-login': 'Token-based: POST /login',
    'token-profile': 'Token-based: GET /profile',
  } as Readonly<Record<string, string>>,
  stages: {
    login: 'Logs a user in, and gives out a credential',
    request: 'Lets a request with it in',
    logout: 'Ends it at the logout',
    after: 'Refuses what comes after the logout',
  },
  sayAdd: (code: string) => `Add: ${code}`,
  sayRemove: (code: string) => `Remove: ${code}`,
  sayEarly: (line: number, why: string, isMissing: boolean) =>
    `${isMissing ? `Something is missing before line ${line}` : `Line ${line} comes too soon`}. ${why}`,
  /** Why each line but the last has to come before those after it. */
  needed: {
    'session-login': [
      'The route is opened first.',
      'Whether the password fits decides all that follows.',
      'A wrong password is turned away before anything is given out.',
      'regenerate() begins an empty session under a new ID: what was put in before is lost, and without it the ID from before the login stays (fixation).',
      'The session has to say whose it is before the answer goes out.',
      'The answer is not sent yet.',
    ],
    'session-logout': [
      'The route is opened first.',
      'The record has to be gone before the answer says so.',
      'An answer that is sent takes no Set-Cookie any more.',
      'The answer is not sent yet.',
    ],
    'token-login': [
      'The route is opened first.',
      'Whether the password fits decides all that follows.',
      'A wrong password is turned away before anything is given out.',
      'A token has to be signed before it can be sent.',
      'The answer is not sent yet.',
    ],
    'token-profile': [
      'The route is opened first.',
      'Without a token there is nothing to verify.',
      'Whose token it is nobody knows before it is verified.',
      'What does not verify is turned away before anything is answered.',
      'The answer is not sent yet.',
    ],
  } as Readonly<Record<string, readonly string[]>>,
  promise: 'verify() gives a promise, as jose’s does.',
  sayFault: (question: string) => `One line is a real fault. ${question}`,
  sayNeedless: (code: string) =>
    `“${code}” has no place beside the line that does it: take it out.`,
  sayUnneeded: (code: string) =>
    `Right: each line has what it needs. “${code}” is not needed, as the session is saved before the answer ends; it does no harm.`,
  sayDone: (done: number, all: number) => `${done} of ${all} done`,
} as const;
