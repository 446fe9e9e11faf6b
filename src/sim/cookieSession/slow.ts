import { toFetchingPage } from '../client/pageFetch.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { SlowServer } from '../lanes/slow.ts';
import type { HeaderField } from '../message.ts';
import { COOKIE_SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';
import { decideVisit, respondVisit } from './visit.ts';

const toPage = ({ settings }: Recorder) => toFetchingPage(COOKIE_SESSION_PAGE, settings);

/** A slow request: its session was read when it began, and nothing is written when it ends. */
export const SLOW_COOKIE_SESSION: SlowServer = {
  side: COOKIE_SESSION_PAGE,
  async decide(recorder, request) {
    const decision = await decideVisit(recorder, request);
    const { failure, proof, early } = decision;
    if (failure !== null || proof === null)
      return { refused: await respondVisit(recorder, request, decision, toPage(recorder)) };
    // The response has these fields from the beginning.
    return { proof, ...(early.length > 0 && { session: { early } }) };
  },
  finish(recorder, { request, proof, session }) {
    const early = (session?.early ?? []) as readonly HeaderField[];
    return respondVisit(recorder, request, { proof, failure: null, early }, toPage(recorder));
  },
  checkCopy,
};
