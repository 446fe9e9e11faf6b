/** A file of the take-home folder. */
export interface TakeHomeFile {
  /** Where it lies in the folder that a learner downloads. */
  readonly path: string;
  /** The file whose bytes it is, relative to `src/reference`. */
  readonly source: string;
}

/** Name of the folder that the archive unpacks to. */
export const TAKE_HOME_FOLDER = 'authtrace-servers';

/** Where the archive lies beside the page. */
export const TAKE_HOME_ARCHIVE = `${TAKE_HOME_FOLDER}.zip`;

const SHOWN = ['sessionServer.js', 'tokenServer.js', 'refreshTokens.js', 'client.js'];
const HELPERS = ['users.js', 'answers.js', 'listen.js', 'start.js', 'walk.js'];
const AROUND = ['package.json', 'README.md', 'walk.http'];

/** The files of the take-home folder. Those that the page shows are taken as they are, byte for byte. */
export const TAKE_HOME_FILES: readonly TakeHomeFile[] = [
  ...[...SHOWN, ...HELPERS].map((name) => ({ path: name, source: name })),
  ...AROUND.map((name) => ({ path: name, source: `takeHome/${name}` })),
];
