import type { Act, RequestAct } from './acts.ts';

/** Somebody who can do all acts: Chromium, or the engine's jar. */
export interface Player {
  /** Makes the request and returns the Cookie field that was sent. */
  request(act: RequestAct): Promise<string | null>;
  write(at: string, line: string): Promise<void>;
  read(at: string): Promise<string>;
  wait(seconds: number): Promise<void>;
  /** Waits until so many seconds after the first request of the case. */
  waitUntil(seconds: number): Promise<void>;
  /** Returns the cookies that are kept. */
  list(): Promise<readonly KeptCookie[]>;
}

/** A cookie at rest, as both can tell it. */
export interface KeptCookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot where hosts below share it. */
  readonly domain: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `Lax`, too, where the attribute is absent: the browser does not tell. */
  readonly sameSite: 'Lax' | 'Strict' | 'None';
  /** NumericDate seconds; `null` where it ends with the browser. */
  readonly expires: number | null;
}

/** Orders cookies, so that lists can be compared. */
export const sortCookies = (list: readonly KeptCookie[]): readonly KeptCookie[] =>
  list.toSorted((a, b) => (toKey(a) < toKey(b) ? -1 : 1));

const toKey = ({ name, domain, path }: KeptCookie) => `${domain} ${path} ${name}`;

const HOSTS: Readonly<Record<string, string>> = {
  bank: 'http://bank.localhost',
  sub: 'http://sub.bank.localhost',
  idn: 'http://xn--bnk-qla.localhost',
  evil: 'http://evil.localhost',
  localhost: 'http://localhost',
  address: 'http://127.0.0.1',
  // Names that are not loopback names: here http is insecure.
  plain: 'http://bank.test',
  plainSub: 'http://sub.bank.test',
  secure: 'https://bank.test',
  secureSub: 'https://sub.bank.test',
};

/** Returns the URL of a place, such as `bank/login`. @throws RangeError for an unknown host */
export function toUrl(place: string, port: number): string {
  const [host = '', ...rest] = place.split('/');
  const origin = HOSTS[host];
  if (!origin) throw new RangeError(`No host ${host} in ${place}`);
  return `${origin}:${port}/${rest.join('/')}`;
}

const describeRequest = ({ from, by, to }: RequestAct) =>
  from ? `${to} by ${by} from ${from}` : `${to} by ${by}`;

/** Does the acts one by one, and returns what was seen where the case expects something. */
export async function play(player: Player, acts: readonly Act[]): Promise<string[]> {
  const seen: string[] = [];
  for (const [i, act] of acts.entries()) {
    if ('waits' in act) {
      if (act.since === 'now') await player.wait(act.waits);
      else await player.waitUntil(act.waits);
    } else if ('writes' in act) await player.write(act.at, act.writes);
    else if ('reads' in act) seen.push(`${i} script at ${act.at}: ${await player.read(act.at)}`);
    else {
      const sent = await player.request(act);
      if (act.sends !== undefined) seen.push(`${i} ${describeRequest(act)}: ${sent}`);
    }
  }
  return seen;
}

/** Returns what the case expects to be seen. */
export function listExpectations(acts: readonly Act[]): string[] {
  return acts.flatMap((act, i) => {
    if ('reads' in act) return [`${i} script at ${act.at}: ${act.reads}`];
    if (!('to' in act) || act.sends === undefined) return [];
    return [`${i} ${describeRequest(act)}: ${act.sends}`];
  });
}
