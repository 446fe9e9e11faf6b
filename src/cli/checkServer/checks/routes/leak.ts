/** What an error text gives away, and how bad that is. */
export interface Leak {
  readonly excerpt: string;
  readonly isInside: boolean;
  /** The page that Express shows by itself, unless NODE_ENV is production. */
  readonly isErrorPage: boolean;
}

/** The inside of the server: stacks, its paths, its database. */
const INSIDE = [
  /[\w.-]{1,60}\.[cm]?[jt]sx?:\d{1,6}:\d{1,6}/,
  /\bnode_modules[\\/][\w./\\@-]{0,60}/,
  /\b(?:SQLITE|ER|ECONN|ENOENT|EACCES)_?[A-Z]{3,}\b.{0,40}/,
  /\b(?:syntax error at or near|duplicate key value|MongoServerError|SequelizeDatabaseError).{0,40}/,
];

/** The words of libraries, which tell an attacker what he has to do next. */
const LIBRARIES = [
  /\b(?:jwt (?:malformed|expired|must be provided|signature is required|not active|audience invalid)|jwt issuer invalid)\b.{0,40}/i,
  /\b(?:invalid (?:signature|algorithm|token payload)|signature verification failed|invalid compact JWS)\b.{0,40}/i,
  /\b(?:JsonWebTokenError|TokenExpiredError|NotBeforeError|JWSInvalid|JWTExpired|JOSE\w+|ERR_J[A-Z_]+)\b.{0,40}/,
  /\b(?:SyntaxError|TypeError|ReferenceError|RangeError)\b.{0,60}/,
  /\bUnexpected (?:token|end of JSON|string in JSON|non-whitespace)\b.{0,40}/,
  /\b(?:Expected .{1,60} in JSON at position|Unterminated string in JSON)\b.{0,20}/,
  /\bCannot (?:read properties of|destructure property)\b.{0,60}/,
];

/** Finds what an error text tells of the inside, or `null`. Reads its first 64 KiB only. */
export function findLeak(text: string, hide = (excerpt: string) => excerpt): Leak | null {
  const read = text.slice(0, 65_536);
  const search = (patterns: readonly RegExp[]) =>
    patterns.map((pattern) => pattern.exec(read)?.[0]).find((found) => found !== undefined);
  const inside = search(INSIDE);
  const isErrorPage = /<pre>\w*Error: [^<]*<br>/.test(read);
  if (inside !== undefined) return { excerpt: hide(inside), isInside: true, isErrorPage };
  const library = search(LIBRARIES);
  return library === undefined ? null : { excerpt: hide(library), isInside: false, isErrorPage };
}
