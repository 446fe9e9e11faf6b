import { findWorst, judgeChallenge, markBadInput, markRefusal } from './denial.ts';
import type { Reply } from './exchange.ts';
import type { Lane } from './lane.ts';
import type { Mark, Notes } from './recorder.ts';
import { describeReply } from './reply.ts';
import type { SharedCheck } from './sharedChecks.ts';
import type { Visitor, VisitReply } from './visitor.ts';

/** Tells whether what a login brought opens the profile. */
export type OpensProfile = (visitor: Visitor, reply: VisitReply) => Promise<boolean>;

export const LOGIN_REFUSALS = [
  'login.wrongPassword',
  'login.refusal',
  'login.challenge',
  'login.unknownUser',
  'login.badInput',
] as const satisfies readonly SharedCheck[];

/** Judges the answer to a login that should work, and returns whether it did. */
export function judgeLogin(
  { settings }: Lane,
  reply: VisitReply,
  notes: Notes<SharedCheck>,
): boolean {
  const isAccepted = reply.status >= 200 && reply.status < 300;
  const status = `status ${reply.status}`;
  notes.mark('login.answered', 'pass', status);
  notes.judge('login.accepted', isAccepted, isAccepted ? status : describeReply(reply));
  if (!isAccepted) return false;
  const { password } = settings;
  // A password of a letter or two is in most texts.
  if (password.length > 3) {
    const isRepeated = reply.text.includes(password);
    notes.judge('login.noPassword', !isRepeated, isRepeated ? reply.text : 'it does not');
  }
  return true;
}

/** Tries logins that must not work. */
export async function probeRefusedLogins(
  { open, settings }: Lane,
  notes: Notes<SharedCheck>,
  opensProfile: OpensProfile,
): Promise<void> {
  const { username, password } = settings;
  const visitor = open();
  const wrong = await visitor.logIn({ username, password: `not ${password}` });
  const isLimited = wrong.status === 429;
  const isOpen = !isLimited && (await opensProfile(visitor, wrong));
  const outcome = isOpen ? 'it opened the profile, after ' : '';
  const mark: Mark = isLimited ? 'not applicable' : isOpen ? 'fail' : 'pass';
  notes.mark('login.wrongPassword', mark, outcome + describeReply(wrong));
  notes.mark('login.refusal', markRefusal(wrong), describeReply(wrong));
  judgeChallenge('login.challenge', wrong, notes);

  const unknown = await open().logIn({ username: `no-${username}`, password });
  const isAlike = unknown.status === wrong.status && unknown.text === wrong.text;
  const difference = `${describeReply(unknown)}; for a wrong password ${describeReply(wrong)}`;
  notes.judge('login.unknownUser', isAlike, isAlike ? 'the same' : difference, 'warn');

  const replies: Reply[] = [];
  for (const body of ['{}', '{"broken']) replies.push(await open().postLogin(body));
  notes.mark('login.badInput', ...findWorst(replies, markBadInput));
}
