import type { Action } from '../../../src/sim/action.ts';
import type { Message } from '../../../src/sim/message.ts';

const isRequest = ({ kind }: Message) => kind === 'request';

/** Holds back the request of a slow visit until its answer is there, because then there is an exchange to compare. */
export function holdRequests() {
  let held: readonly (readonly [client: string, request: Message])[] = [];
  return {
    hold(action: Action, messages: readonly Message[]): readonly Message[] {
      if (action.type === 'restart')
        held = held.filter(([, { to }]) => to !== (action.server ?? 'server'));
      const client = ('client' in action && action.client) || 'client';
      const isAnswered = messages.some(({ kind }) => kind === 'response');
      const [last, ...before] = messages.filter(isRequest).reverse();
      const answers = messages.filter(({ kind }) => kind === 'response').length;
      // A preflight before it is answered at once.
      if (action.type === 'startSlow' && last && answers === before.length) {
        held = [...held, [client, last]];
        return messages.filter((one) => one !== last);
      }
      const own = held.find(([id]) => id === client);
      if (action.type !== 'finishSlow' || !own || !isAnswered) return messages;
      held = held.filter((one) => one !== own);
      return [own[1], ...messages];
    },
  };
}
