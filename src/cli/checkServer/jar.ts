import type { SetCookie } from './cookies.ts';
import { isPathMatch, parseSetCookie, toCookiePath, toLifetime } from './cookies.ts';
import type { Reply } from './exchange.ts';

/** A cookie as it lies in a jar. */
export interface KeptCookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** The cookies of one visitor to one server, kept as a browser keeps them: by name and path. */
export interface Jar {
  /** Takes in the cookies of a reply, and returns those that came with a value, dead or alive. */
  store(reply: Reply): SetCookie[];
  /** The Cookie header for a path, or '' when none goes along. */
  toHeader(path: string): string;
  list(): KeptCookie[];
  get(name: string): string | undefined;
}

/** Makes a jar, with the cookies that are planted there. */
export function openJar(planted: readonly KeptCookie[] = []): Jar {
  const toKey = ({ name, path }: KeptCookie) => `${name};${path}`;
  const kept = new Map(planted.map((cookie) => [toKey(cookie), cookie]));
  const list = () => [...kept.values()];
  return {
    store(reply) {
      const set: SetCookie[] = [];
      for (const line of reply.setCookies) {
        const cookie = parseSetCookie(line);
        if (!cookie) continue;
        const { name, value } = cookie;
        const stored = { name, value, path: toCookiePath(cookie, reply.path) };
        const lifetime = toLifetime(cookie, Date.now());
        if (lifetime !== null && lifetime <= 0) kept.delete(toKey(stored));
        else kept.set(toKey(stored), stored);
        if (value !== '') set.push(cookie);
      }
      return set;
    },
    toHeader: (path) =>
      list()
        .filter((cookie) => isPathMatch(cookie.path, path.split('?')[0] ?? path))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    list,
    get: (name) => list().find((cookie) => cookie.name === name)?.value,
  };
}
