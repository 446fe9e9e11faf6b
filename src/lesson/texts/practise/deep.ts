import type { ScenarioId } from '../../../sim/scenarios.ts';

/** Something that decides between designs: the runs that show it, what has to be settled, and who says so. */
export interface Need {
  readonly id: string;
  readonly name: string;
  /** What somebody who chooses has to settle. */
  readonly settle: string;
  readonly runs: readonly ScenarioId[];
  readonly source: string;
}

export const NEEDS: readonly Need[] = [
  {
    id: 'browser-app',
    name: 'An app in the browser',
    settle:
      'Where could a script of the page read the credential, and what tells whose request it is?',
    runs: ['xss-local-storage', 'xss-http-only', 'csrf-origin-check'],
    source: 'RFC 10017',
  },
  {
    id: 'mobile-app',
    name: 'An app on a phone',
    settle:
      'Where is it kept over a restart of the app, and how does it end when the phone is lost?',
    runs: ['mobile-app', 'refresh-rotation', 'refresh-reuse'],
    source: 'OWASP MASVS-STORAGE',
  },
  {
    id: 'api-for-others',
    name: 'An API for others',
    settle: 'For whom is each token (aud), and does every service check that?',
    runs: ['other-service-token', 'other-service-audience'],
    source: 'RFC 9700',
  },
  {
    id: 'several-servers',
    name: 'Several servers',
    settle: 'What do the servers share: the records, or the key?',
    runs: [
      'two-servers-no-shared-store',
      'two-servers-shared-store',
      'two-servers-different-secrets',
    ],
    source: 'OWASP Session Management Cheat Sheet',
  },
  {
    id: 'out-at-once',
    name: 'Log out at once',
    settle:
      'Which look-up at every request, of a list or of the user, notices a logout or a ban? Or how many minutes may it take?',
    runs: ['stolen-then-logout', 'deny-list', 'user-banned'],
    source: 'OWASP ASVS 5.0, V7',
  },
  {
    id: 'out-everywhere',
    name: 'Log out everywhere',
    settle: 'How does a user end what other devices hold, and what does a changed password end?',
    runs: ['logout-everywhere', 'logout-everywhere-iat', 'password-changed-ends-all'],
    source: 'OWASP ASVS 5.0, V7',
  },
];

export const DEEP_TEXTS = {
  about:
    'There is no winner. Tick what you need, see what each run shows, write down how you settle it, and take the list along.',
  mine: 'I need this',
  settle: 'To settle',
  list: 'Your list',
  none: 'Nothing is ticked yet.',
  copy: 'Copy the list',
  answer: 'How you settle it',
  sayAnswer: (name: string) => `How you settle it: ${name}`,
  sayNeed: (name: string) => `I need this: ${name}`,
  /** The list as text, with what the reader has written to each; an empty box where that is nothing. */
  sayList: (needs: readonly Need[], answers: Readonly<Record<string, string>>) =>
    needs
      .map(({ id, name, settle, source }) => {
        const answer = answers[id]?.trim() ?? '';
        const asked = `${name}: ${settle} (${source})`;
        return answer === '' ? `- [ ] ${asked}` : `- [x] ${asked}\n  ${answer}`;
      })
      .join('\n'),
} as const;
