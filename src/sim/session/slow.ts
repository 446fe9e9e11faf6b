import type { Json } from '../bytes/json.ts';
import { toFetchingPage } from '../client/pageFetch.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { SlowServer } from '../lanes/slow.ts';
import type { RequestSession } from './middleware.ts';
import { NOTHING_SAID } from './middleware.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';
import { decideVisit, respondVisit } from './visit.ts';

/** Turns a session into plain JSON, in which what is not there has no member. */
const toKept = (session: RequestSession): Readonly<Record<string, Json>> =>
  JSON.parse(JSON.stringify(session));

/** The other way round. */
function toSession(kept: Readonly<Record<string, Json>>): RequestSession {
  const session: object = { ...NOTHING_SAID, ...kept };
  return session as RequestSession;
}

const toPage = ({ settings }: Recorder) => toFetchingPage(SESSION_PAGE, settings);

/** A slow request of a session: its copy of the session was read when it began, and is written back when it ends. */
export const SLOW_SESSION: SlowServer = {
  side: SESSION_PAGE,
  async decide(recorder, request) {
    const decision = await decideVisit(recorder, request);
    const { failure, proof, session } = decision;
    if (failure !== null || proof === null)
      return { refused: await respondVisit(recorder, request, decision, toPage(recorder)) };
    return { proof, session: toKept(session) };
  },
  finish: (recorder, { request, session = {} }) =>
    respondVisit(
      recorder,
      request,
      { session: toSession(session), failure: null },
      toPage(recorder),
    ),
  checkCopy,
};
