import type { Asked, Reply } from './exchange.ts';
import { exchange } from './exchange.ts';

/** The one way out: counts what is asked, and puts a header on all of it where the server wants one. */
export interface Net {
  /** NumericDate seconds at which all jars of a run stand. */
  readonly now: number;
  /** Whether cookies go to every path, as no browser lets them: `cookie.travels` has said so. */
  loosePaths: boolean;
  /** Sent along with each request. */
  headers: Readonly<Record<string, string>>;
  /** Of the page that asks: `null` for the server's own, `none` for no Origin at all. */
  origin: string | null;
  /** `logins` are those with the right password; `attempts` are all others. */
  readonly count: { requests: number; logins: number; attempts: number };
  /** Guessed addresses that gave no answer. */
  unanswered: number;
  /** Is shown each answer. May throw to end the search. */
  watch: (reply: Reply) => void;
  /** The last request, in words: what a server that is gone did not survive. */
  last: string;
  /** @throws WireError */
  exchange(asked: Asked): Promise<Reply>;
}

/** What has to know all that comes, and hides it where it is shown. */
interface Keeper {
  learn(reply: Reply): void;
  hideAnswer(text: string): string;
}

/** Opens the way to the servers of a run; `timeout` is milliseconds for one exchange. */
export function openNet(timeout: number, keeper: Keeper): Net {
  const answered = new Set<string>();
  const net: Net = {
    now: Math.floor(Date.now() / 1000),
    loosePaths: false,
    headers: {},
    origin: null,
    unanswered: 0,
    count: { requests: 0, logins: 0, attempts: 0 },
    watch: () => {},
    last: '',
    async exchange(asked) {
      net.count.requests += 1;
      net.last = `${asked.method} ${asked.url.pathname}`;
      const headers = { ...net.headers, ...asked.headers };
      const { origin } = asked.url;
      const bare = await exchange({ ...asked, headers }, timeout, answered.has(origin));
      answered.add(origin);
      keeper.learn(bare);
      const reply = { ...bare, hide: keeper.hideAnswer };
      net.watch(reply);
      return reply;
    },
  };
  return net;
}
