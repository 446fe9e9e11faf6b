import type { Strategy } from '../../sim/strategy.ts';
import { LANE_NAMES } from './lanes.ts';

/** @see src/reference/start.js */
const HOME_SERVERS: Readonly<Record<Strategy, string>> = {
  session: 'sessions on http://localhost:3000',
  token: 'tokens on http://localhost:3001',
};

/** What exported files say, and the menu in which they are chosen. */
export const EXPORT_TEXTS = {
  sayTitle: (title: string, strategy: Strategy) => `${LANE_NAMES[strategy]}: ${title}`,
  sayStep: (step: number, title: string) => `Step ${step}: ${title}`,
  demoSecrets: 'Made by AuthTrace. All secrets and credentials in it are those of a demo.',
  /** Which server answers a file's requests, where it is found, and what names another. */
  sayServer: (strategy: Strategy, base: string, variable: string) =>
    `Asks the ${strategy} server at ${base}; ${variable} names another. With the settings of the walk it is the one to take home: authtrace-servers.zip (“Take it home” under the code sample), npm install, npm start: ${HOME_SERVERS[strategy]}.`,
  /** What a Postman collection calls the variable of its server. */
  postmanBase: 'the variable base',
  /** Comments and reports of a curl script; the shell puts in what it is given, `$got` for one. */
  curl: {
    ask: 'sends a request and says whether the answer has that status',
    sayRight: (got: string) => `ok    ${got}`,
    sayWrong: (got: string, wanted: string, request: string) =>
      `WRONG ${got}, not ${wanted}: ${request}`,
    read: 'what the last answer gave; fails where it gave none',
    sayAbsent: (name: string) => `WRONG no ${name} in the answer`,
    byHand: 'what no request does; waits for Enter where somebody is there',
    pause: 'lets the time go by; SKIP_WAITS=1 leaves it out',
    sayIncomplete: (asked: string, all: number) => `WRONG ${asked} of ${all} requests sent`,
  },
  headings: ['Step', 'Action', LANE_NAMES.session, LANE_NAMES.token, 'Result'],
} as const;

/** The menu in which a run is taken along. */
export const EXPORT_MENU_TEXTS = {
  title: 'Take the run along',
  note: 'All of its steps, as a file that other tools read or run. All secrets in it are those of the demo.',
  format: 'Format',
  formats: {
    markdown: 'Table as Markdown',
    csv: 'Table as CSV',
    curl: 'Requests as curl script',
    http: 'Requests as .http file',
    har: 'Requests as HAR 1.2',
    postman: 'Requests as Postman collection',
    mermaid: 'Sequence as mermaid',
    run: 'Run as JSON, to open in Try it',
    trace: 'Everything as JSON',
  },
  lane: 'Lane',
  copy: 'Copy',
  save: 'Save file',
  replaced:
    'This run has secrets of your own. The file is of the same run with the demo’s, so its credentials differ from those on the screen.',
  failed:
    'The engine could not be loaded, so nothing can be written. Try again when you are online.',
  noCrypto:
    'Nothing can be signed here, so nothing can be written: this browser offers Web Crypto only to secure contexts (https or localhost).',
  /** In place of the menu, while a task waits for its answer. */
  held: 'This is a task: the run has the answer in it, and can be taken along once the question above the stage is answered.',
  preview: 'What is in the file',
  sayFile: (id: string, strategy: Strategy | null, extension: string) =>
    `authtrace-${id}${strategy === null ? '' : `-${strategy}`}.${extension}`,
} as const;
