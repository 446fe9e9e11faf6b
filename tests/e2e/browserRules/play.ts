import type { Act, RequestAct } from './acts.ts';

/** Somebody who can do all acts: Chromium, or the engine's jar. */
export interface Player {
  /** Makes the request and returns the Cookie field that was sent. */
  request(act: RequestAct): Promise<string | null>;
  write(at: string, line: string): Promise<void>;
  read(at: string): Promise<string>;
  wait(seconds: number): Promise<void>;
}

const HOSTS: Readonly<Record<string, string>> = {
  bank: 'http://bank.localhost',
  sub: 'http://sub.bank.localhost',
  evil: 'http://evil.localhost',
  localhost: 'http://localhost',
  address: 'http://127.0.0.1',
  // Names that are not loopback names: here http is insecure.
  plain: 'http://bank.test',
  plainSub: 'http://sub.bank.test',
  secure: 'https://bank.test',
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
    if ('waits' in act) await player.wait(act.waits);
    else if ('writes' in act) await player.write(act.at, act.writes);
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
