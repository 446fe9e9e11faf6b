import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import type { HeaderField } from '../../../src/sim/message.ts';
import type { HostConfig, Kept, Keys, World } from './host.ts';
import type { Database } from './level.ts';
import type { Lists } from './lists.ts';
import type { OutsideStore, StoreAccess } from './outsideStore.ts';
import type { RunningServer } from './server.ts';
import type { StoreCall } from './spies.ts';

/** What a server's process can be asked, over the channel between the two. */
export interface Questions {
  start(parts: {
    config: HostConfig;
    world: World;
    keys: Keys;
    access: StoreAccess | null;
    /** Deny-list and refresh tokens are outside, too. */
    hasLists: boolean;
  }): {
    port: number;
    isSecure: boolean;
  };
  world(world: World): null;
  draws(): World['draws'];
  user(): World['user'];
  configure(keys: Keys): null;
  calls(): StoreCall[];
  waited(): number;
  kept(): Kept;
  fields(port: number): readonly HeaderField[];
  waiting(): number;
  release(nth: number): null;
  /** Closes the server; the process may start another. */
  stop(): null;
}

type Question = keyof Questions;
/** Asked by the server's process of the one that has the database open. */
export type DatabaseCall = { readonly call: number } & (
  | { readonly method: 'get' | 'del'; readonly key: string }
  | { readonly method: 'put'; readonly key: string; readonly value: string }
  | { readonly method: 'all' }
  | ListsCall
);
/** The same of a token's lists, which are beside the sessions. */
export interface ListsCall {
  readonly method: 'lists';
  readonly list: keyof Lists;
  readonly name: string;
  readonly given: readonly unknown[];
}
type Answer = { readonly answer: number; readonly value: unknown };

export interface ServerProcess {
  readonly server: RunningServer;
  call<Q extends Question>(
    question: Q,
    ...given: Parameters<Questions[Q]>
  ): Promise<ReturnType<Questions[Q]>>;
  /** Ends the process, with all that is in its memory. */
  end(): Promise<void>;
}

/** Calls what a name names in one of the lists, whose members are all functions. */
function askLists(lists: Lists | null, { list, name, given }: ListsCall): Promise<unknown> {
  if (!lists) throw new Error('there are no lists');
  const calls = new Map<string, (...given: never[]) => Promise<unknown>>(
    Object.entries(lists[list]),
  );
  const call = calls.get(name);
  if (!call) throw new RangeError(`${list} has no ${name}`);
  return call(...(given as never[]));
}

function ask(
  database: Database | undefined,
  lists: Lists | null,
  message: DatabaseCall,
): Promise<unknown> {
  if (message.method === 'lists') return askLists(lists, message);
  if (!database) throw new Error('there is no database');
  if (message.method === 'all') return database.iterator().all();
  if (message.method === 'put') return database.put(message.key, message.value);
  return database[message.method](message.key);
}

/** A process for servers, which serves one after the other. */
interface Child {
  readonly call: ServerProcess['call'];
  /** What its next server asks for is asked of these. */
  serve(outside: OutsideStore | null, lists: Lists | null): void;
  /** Lets this process end, and the child with it. */
  rest(): void;
  kill(): Promise<void>;
}

function forkChild(): Child {
  const child = fork(inject('serverScript'), { execArgv: [], serialization: 'json' });
  const ended = once(child, 'exit');
  const waiting = new Map<number, (value: unknown) => void>();
  let count = 0;
  let database: Database | undefined;
  let all: Lists | null = null;
  child.on('message', async (message: Answer | DatabaseCall) => {
    if ('answer' in message) waiting.get(message.answer)?.(message.value);
    else {
      const value = (await ask(database, all, message)) ?? null;
      child.send({ reply: message.call, value });
    }
  });

  return {
    call: (question, ...given) =>
      new Promise((resolve, reject) => {
        const id = count++;
        const fail = () => reject(new Error(`the server’s process ended at ${question}`));
        child.once('exit', fail);
        waiting.set(id, (value) => {
          waiting.delete(id);
          child.off('exit', fail);
          resolve(value as never);
        });
        child.send({ id, question, given: given[0] });
      }),
    serve(outside, lists) {
      database = outside?.database;
      all = lists;
      child.ref();
      child.channel?.ref();
    },
    rest() {
      child.unref();
      child.channel?.unref();
    },
    async kill() {
      child.kill();
      await ended;
    },
  };
}

/** Processes whose server is closed. To start one takes longer than most runs do. */
const resting: Child[] = [];

/** Starts a reference server in a process that has no other, and resolves when it listens. */
export async function startServerProcess(
  config: HostConfig,
  world: World,
  keys: Keys,
  outside: OutsideStore | null,
  lists: Lists | null,
): Promise<ServerProcess> {
  const child = resting.pop() ?? forkChild();
  child.serve(outside, lists);
  const { call } = child;
  const running = await call('start', {
    config,
    world,
    keys,
    access: outside?.access ?? null,
    hasLists: lists !== null,
  });
  return {
    call,
    end: child.kill,
    server: {
      ...running,
      fieldsFrom: (port) => call('fields', port),
      async close() {
        await call('stop');
        child.rest();
        resting.push(child);
      },
    },
  };
}
