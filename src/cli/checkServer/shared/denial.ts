import type { Reply } from './exchange.ts';
import type { Lane } from './lane.ts';
import type { Mark, Notes } from './recorder.ts';
import { MARKS } from './recorder.ts';
import { describeReply, judgeReply } from './reply.ts';
import type { SharedCheck } from './sharedChecks.ts';

/** Returns the mark of a reply that should have been a refusal, whatever its form. */
export function markDenial(lane: Lane, reply: Reply): Mark {
  const verdict = judgeReply(reply, lane.granted);
  if (verdict === 'granted') return 'fail';
  return verdict === 'crashed' ? 'warn' : 'pass';
}

/** Returns the mark of a reply to nonsense: its status should say that the client was wrong. */
export function markBadInput({ status }: Reply): Mark {
  if (status < 300 || status >= 500) return 'fail';
  return status < 400 ? 'warn' : 'pass';
}

/** Returns the worst mark among replies, with what came there. @throws RangeError for none */
export function findWorst(
  replies: readonly Reply[],
  toMark: (reply: Reply) => Mark,
): readonly [Mark, string] {
  const marks = replies.map(toMark);
  const worst = MARKS.find((mark) => marks.includes(mark));
  const reply = replies.find((_, i) => marks[i] === worst);
  if (!worst || !reply) throw new RangeError('there are no replies to choose from');
  return [worst, describeReply(reply)];
}

/** Judges the form of a refusal: 401 is right, 200 is wrong, all else is beside the point. */
export function markRefusal({ status }: Reply): Mark {
  if (status === 401) return 'pass';
  // Too many attempts: nothing was said about the credentials.
  if (status === 429) return 'not applicable';
  return status < 300 || status >= 500 ? 'fail' : 'warn';
}

/** Looks for WWW-Authenticate in a reply; in a 401 only it must be there. */
export function judgeChallenge(
  id: 'login.challenge' | 'profile.challenge',
  reply: Reply,
  notes: Notes<SharedCheck>,
) {
  const challenge = reply.headers.get('www-authenticate');
  if (reply.status !== 401) notes.mark(id, 'not applicable', `the status is ${reply.status}`);
  else notes.judge(id, Boolean(challenge), challenge || '401 without it', 'warn');
}

/** Judges how the profile was refused to somebody without a credential. */
export function judgeAnonymous(reply: Reply, notes: Notes<SharedCheck>) {
  notes.mark('profile.refusal', markRefusal(reply), describeReply(reply));
  judgeChallenge('profile.challenge', reply, notes);
}
