import type { Json } from '../json.ts';
import type { SlowServer } from '../slow.ts';
import type { RequestSession } from './middleware.ts';
import { checkCopy } from './proof.ts';
import { decideVisit, respondVisit } from './visit.ts';

const PAGE = { initiator: null, vehicle: 'subresource' } as const;

/** Turns a session into plain JSON, in which what is not there has no member. */
const toKept = (session: RequestSession): Readonly<Record<string, Json>> =>
  JSON.parse(JSON.stringify(session));

/** The other way round. */
function toSession(kept: Readonly<Record<string, Json>>): RequestSession {
  const absent = { originalUserId: undefined, userId: undefined, data: undefined };
  const session: object = { ...absent, originalVisits: undefined, visits: undefined, ...kept };
  return session as RequestSession;
}

/** A slow request of a session: its copy of the session was read when it began, and is written back when it ends. */
export const SLOW_SESSION: SlowServer = {
  async decide(recorder, request) {
    const decision = await decideVisit(recorder, request);
    const { failure, proof, session } = decision;
    if (failure !== null || proof === null)
      return { refused: await respondVisit(recorder, request, decision, PAGE) };
    return { proof, session: toKept(session) };
  },
  finish: (recorder, { request, session = {} }) =>
    respondVisit(recorder, request, { session: toSession(session), failure: null }, PAGE),
  checkCopy,
};
