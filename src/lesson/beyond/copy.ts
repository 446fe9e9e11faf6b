import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { FAILURE_WORDS } from '../failures.ts';
import type { RichText } from '../richText.ts';
import { sayUntil } from '../sharedSentences.ts';

const NAMES: Readonly<Record<Strategy, string>> = { session: 'the cookie', token: 'the token' };

/** At which of two servers a copy is accepted; the other one may have another mind. */
function sayWhere({ state }: LaneFrame, at: string | undefined): string {
  if (!state.servers.server2) return '';
  return at === undefined ? ' by the first server' : ' by the second server';
}

/** What a stolen or dropped copy would get now; nothing where there is none. */
export function sayCopyOf(strategy: Strategy, lane: LaneFrame): RichText {
  const { copy } = lane.outcome;
  if (!copy) return [];
  const name = NAMES[strategy];
  if (!copy.accepted)
    return [
      ` A copy of ${name} would be refused${lane.state.servers.server2 ? ' everywhere' : ''}: ${copy.failure ? FAILURE_WORDS[copy.failure] : 'refused'}.`,
      ...sayOther(lane),
    ];
  return [
    ` A copy of ${name} would be accepted${sayWhere(lane, copy.at)} `,
    { code: sayUntil(lane, copy.expiresAt, copy.at) },
    '.',
    ...sayOther(lane),
  ];
}

/** What the attacker's copy of another credential would get, where that one is accepted. */
export function sayOther(lane: LaneFrame): RichText {
  const other = lane.outcome.copy?.other;
  if (!other) return [];
  return [
    ` The attacker holds an older one besides, which would be accepted${sayWhere(lane, other.at)} `,
    { code: sayUntil(lane, other.expiresAt, other.at) },
    '.',
  ];
}
