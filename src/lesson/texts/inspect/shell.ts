import type { InspectionKind } from '../../inspect/kinds.ts';

interface KindWords {
  readonly name: string;
  readonly purpose: string;
}

const KINDS: Readonly<Record<InspectionKind, KindWords>> = {
  cookie: {
    name: 'Set-Cookie line',
    purpose: 'Does the browser keep it, why not, until when, and who sends it back?',
  },
  token: {
    name: 'Token',
    purpose: 'What is in it, is its signature right, and is it still valid?',
  },
  log: {
    name: 'HAR file or curl -v log',
    purpose: 'Where does the login lose its cookie or its token?',
  },
};

export const INSPECT_TEXTS = {
  place:
    'To look things up: the whole table and tracker, all messages, the servers’ code, counts, a glossary and sources. They follow the step in the bar.',
  title: 'Paste what you have',
  gist: 'A cookie, a token or a whole login of your own, judged by the rules on this page. Nothing is sent or stored.',
  kinds: KINDS,
  close: 'Back to the reference',
  /** What a search leads to. */
  own: 'Is it about your own server?',
  sayPaste: (kind: InspectionKind) => `Paste it: ${KINDS[kind].name}`,
} as const;
