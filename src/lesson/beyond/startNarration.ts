import type { Strategy } from '../../sim/strategy.ts';
import { countSecrets } from '../facts.ts';
import type { Amendment } from './amendment.ts';
import { countDenied, countRefreshTokens } from './parties.ts';

/** Tells of a start with two servers behind one address: what they share, and what not. */
export const sayStart =
  (strategy: Strategy): Amendment =>
  (lane) => {
    const { server, server2 } = lane.state.servers;
    const kept = [
      countDenied(lane) === null ? [] : ['a deny-list'],
      countRefreshTokens(lane) === null ? [] : ['its refresh tokens'],
    ].flat();
    const state = strategy === 'token' && kept.length > 0 ? kept.join(' and ') : null;
    if (!server || !server2)
      return state === null
        ? null
        : [
            `Nobody is logged in. The client keeps no token, and the server has ${countSecrets(lane)} to sign with. It keeps ${state}: some state after all.`,
          ];
    const what = strategy === 'session' ? 'session IDs' : 'tokens';
    const same = server.secrets.join() === server2.secrets.join();
    const secrets = same ? 'the same one' : 'another one';
    const stores =
      server.store === null
        ? state === null
          ? 'neither keeps anything about anybody'
          : `each keeps ${state}`
        : server.store === server2.store
          ? 'they share a store'
          : 'each has a store of its own';
    return [
      `Nobody is logged in. Two servers stand behind one address: the first has ${countSecrets(lane)} to sign ${what} with, the second has ${secrets}, and ${stores}.`,
    ];
  };
