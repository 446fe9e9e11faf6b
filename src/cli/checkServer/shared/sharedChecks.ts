import type { Check } from './recorder.ts';

/** What is asked of both kinds of server. */
export const SHARED_CHECKS = {
  'login.answered': {
    step: 1,
    expected: 'the login is answered over HTTP',
    why: 'Everything else starts with this request.',
  },
  'login.accepted': {
    step: 2,
    expected: 'the right name and password are accepted with a 2xx status',
    why: 'Without a login there is nothing to check: give --username, --password, the field names and --login-path of your server.',
  },
  'login.wrongPassword': {
    step: 2,
    expected: 'a wrong password opens nothing',
    why: 'Whoever knows a name would be that user.',
  },
  'login.refusal': {
    step: 2,
    expected: 'a wrong password is refused with 401',
    why: 'Clients, proxies and monitors go by the status: behind a 200 a refusal looks like a login.',
  },
  'login.challenge': {
    step: 2,
    expected: 'the 401 carries WWW-Authenticate',
    why: 'RFC 9110 (section 15.5.2) demands it: it says how to log in here.',
  },
  'login.unknownUser': {
    step: 2,
    expected: 'an unknown name gets the same answer as a wrong password',
    why: 'A difference tells a stranger which names exist, and so which ones to guess passwords for.',
  },
  'login.badInput': {
    step: 2,
    expected: 'a login without fields and one of broken JSON are refused with a 4xx status',
    why: 'What a stranger sends must not run into code that expects something else.',
  },
  'login.errorText': {
    step: 2,
    expected: 'errors at the login tell nothing of the inside',
    why: 'Paths, stacks and the words of libraries show an attacker what to try next; they belong in the log.',
  },
  'login.noPassword': {
    step: 4,
    expected: 'the answer to the login does not repeat the password',
    why: 'It would lie in logs and in the browser’s tools, and shows that the user’s whole record goes out.',
  },
  'profile.granted': {
    step: 8,
    expected: 'the profile is given to who is logged in',
    why: 'The credential is there for this; give --profile-path when it lies elsewhere.',
  },
  'profile.refusal': {
    step: 8,
    expected: 'without a credential the status is 401',
    why: '401 says "log in first", and 403 that a known user may not; with 200 every client takes the error for the page.',
  },
  'profile.challenge': {
    step: 8,
    expected: 'the 401 carries WWW-Authenticate',
    why: 'RFC 9110 (section 15.5.2) demands it, for tokens also RFC 6750: it says what is missing.',
  },
  'profile.errorText': {
    step: 8,
    expected: 'refusals tell nothing of the inside',
    why: 'Which check failed is a hint for the next attempt; the words of libraries belong in the log.',
  },
  'next.denied': {
    step: 11,
    expected: 'after the logout a request without a credential is denied',
    why: 'If this is answered, the route asks nobody who they are.',
  },
} as const satisfies Record<string, Check>;

export type SharedCheck = keyof typeof SHARED_CHECKS;
