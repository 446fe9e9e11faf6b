type Members = Readonly<Record<string, unknown>>;

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** Writes a cookie that a log or a tool has as an object as its line. @see HAR 1.2, cookies */
export function toLine(cookie: Members): string {
  const { name, value, path, domain, expires, httpOnly, secure } = cookie;
  const sameSite = toText(cookie.sameSite) || toText(cookie.samesite);
  const date = new Date(toText(expires));
  const attributes = [
    toText(path) && `Path=${toText(path)}`,
    toText(domain) && `Domain=${toText(domain)}`,
    Number.isNaN(date.getTime()) ? '' : `Expires=${date.toUTCString()}`,
    httpOnly === true ? 'HttpOnly' : '',
    secure === true ? 'Secure' : '',
    sameSite && `SameSite=${sameSite}`,
  ];
  return [`${toText(name)}=${toText(value)}`, ...attributes].filter((one) => one !== '').join('; ');
}

/** What makes an object with a value a cookie. */
const ATTRIBUTES = ['path', 'httpOnly', 'secure', 'sameSite', 'samesite'];
const MAX_DEPTH = 4;

function list(value: unknown, name: string, depth: number): readonly string[] {
  if (!isObject(value) || depth > MAX_DEPTH) return [];
  const isCookie =
    typeof value.value === 'string' && ATTRIBUTES.some((each) => Object.hasOwn(value, each));
  if (isCookie) return [toLine({ name, ...value })];
  return Object.entries(value).flatMap(([key, inner]) => list(inner, key, depth + 1));
}

/** Lists the cookies of an answer as Firefox copies them: objects by their names; empty for what is none. */
export function listCookieObjects(text: string): readonly string[] {
  try {
    return list(JSON.parse(text), '', 0);
  } catch {
    return [];
  }
}
