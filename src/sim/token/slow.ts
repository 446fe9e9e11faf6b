import type { SlowServer } from '../slow.ts';
import { checkCopy } from './verifyRequest.ts';
import { decideVisit, respondVisit } from './visit.ts';

const PAGE = { initiator: null, vehicle: 'subresource' } as const;

/** A slow request with a token: it was verified when it began, and nothing is written when it ends. */
export const SLOW_TOKEN: SlowServer = {
  async decide(recorder, request) {
    const decision = await decideVisit(recorder, request);
    const { failure, proof } = decision;
    if (failure !== null || proof === null)
      return { refused: await respondVisit(recorder, request, decision, PAGE) };
    return { proof };
  },
  finish: (recorder, { request, proof }) =>
    respondVisit(recorder, request, { proof, failure: null }, PAGE),
  checkCopy,
};
