import type { StepKind } from '../../sim/action.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame } from '../../sim/trace.ts';
import { losesCookie } from '../cellRow.ts';
import { givesNoCookie } from './loginCells.ts';
import { sayWhoGetsIn } from './whoGetsIn.ts';

/** What a step did that decides nothing, in a word; the walk has its own. */
const DONE: Readonly<Partial<Record<StepKind, string>>> = {
  'login.whole': 'Logged in',
  'steal.copy': 'Copied',
  'inject.read': 'Sent away',
  'plant.place': 'Planted',
  'forget.drop': 'Dropped',
  'restart.boot': 'Restarted',
  'rotate.change': 'Secret changed',
  'ban.mark': 'Row changed',
  'demote.mark': 'Row changed',
  'replay.send': 'Sent',
  'forge.send': 'Sent',
  'tamper.send': 'Sent',
  'crossSite.send': 'Sent',
  'ride.send': 'Sent',
  'refresh.send': 'Sent',
};

/** Returns the word for how a lane's step ended, without its status; `null` where the walk's is right. */
export function amendVerdict(frame: Frame, strategy: Strategy): string | null {
  const { type, allowed } = frame[strategy].outcome;
  if (losesCookie(frame[strategy])) return 'Cookie refused';
  const isAnswer = frame.kind === 'login.respond' || frame.kind === 'login.whole';
  if (isAnswer && strategy === 'session' && givesNoCookie(frame.session)) return 'No cookie sent';
  if (allowed !== null) return sayWhoGetsIn(frame, allowed);
  return type === 'done' ? (DONE[frame.kind] ?? null) : null;
}
