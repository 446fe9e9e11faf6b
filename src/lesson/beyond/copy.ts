import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { FAILURE_WORDS } from '../failures.ts';
import type { RichText } from '../richText.ts';
import { say } from '../richText.ts';
import { sayUntil } from '../sharedSentences.ts';

const NAMES: Readonly<Record<Strategy, string>> = { session: 'the cookie', token: 'the token' };

/** What a stolen or dropped copy would get now; nothing where there is none. */
export function sayCopyOf(strategy: Strategy, lane: LaneFrame): RichText {
  const { copy } = lane.outcome;
  if (!copy) return [];
  // The copy is tried at the first server, whose clock and secret are its own.
  const at = lane.state.servers.server2 ? ' by the first server' : '';
  const name = NAMES[strategy];
  if (!copy.accepted)
    return [
      ` A copy of ${name} would be refused${at}: ${copy.failure ? FAILURE_WORDS[copy.failure] : 'refused'}.`,
      ...sayOther(lane),
    ];
  return [
    ` A copy of ${name} would be accepted${at} `,
    ...say`${sayUntil(lane, copy.expiresAt)}`,
    '.',
    ...sayOther(lane),
  ];
}

/** What the attacker's copy of another credential would get, where that one is accepted. */
export function sayOther(lane: LaneFrame): RichText {
  const other = lane.outcome.copy?.other;
  if (!other) return [];
  const end = sayUntil(lane, other.expiresAt);
  return [
    ' The attacker holds an older one besides, which would be accepted ',
    ...say`${end}`,
    '.',
  ];
}
