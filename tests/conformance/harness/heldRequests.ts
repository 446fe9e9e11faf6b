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
      if (action.type === 'startSlow' && !isAnswered) {
        held = [...held, ...messages.filter(isRequest).map((one) => [client, one] as const)];
        return messages.filter((one) => !isRequest(one));
      }
      const own = held.find(([id]) => id === client);
      if (action.type !== 'finishSlow' || !own || !isAnswered) return messages;
      held = held.filter((one) => one !== own);
      return [own[1], ...messages];
    },
  };
}
