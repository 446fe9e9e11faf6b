import { toFetchingPage } from '../client/pageFetch.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { SlowServer } from '../lanes/slow.ts';
import { TOKEN_PAGE } from './page.ts';
import { checkCopy } from './verify/verifyRequest.ts';
import { decideVisit, respondVisit } from './visit.ts';

const toPage = ({ settings }: Recorder) => toFetchingPage(TOKEN_PAGE, settings);

/** A slow request with a token: it was verified when it began, and nothing is written when it ends. */
export const SLOW_TOKEN: SlowServer = {
  side: TOKEN_PAGE,
  async decide(recorder, request) {
    const decision = await decideVisit(recorder, request);
    const { failure, proof } = decision;
    if (failure !== null || proof === null)
      return { refused: await respondVisit(recorder, request, decision, toPage(recorder)) };
    return { proof };
  },
  finish: (recorder, { request, proof }) =>
    respondVisit(recorder, request, { proof, failure: null }, toPage(recorder)),
  checkCopy,
};
