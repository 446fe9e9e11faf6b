import type { Visit } from './action.ts';
import type { Page } from './client/client.ts';
import { sendResponse } from './client/client.ts';
import { toWithheld } from './client/pageFetch.ts';
import { exceedsHeaderLimit, refuseHeaders } from './http/headerLimit.ts';
import type { Message } from './message.ts';
import type { CopyCheck } from './outcome.ts';
import { deny } from './outcome.ts';
import type { Recorder } from './recorder.ts';

/** Finishes a visit whose header Node.js refuses before any application sees it; `false`: it does not. */
export function refuseLargeHeader(
  recorder: Recorder,
  request: Message,
  visit: Visit,
  copy: CopyCheck | null,
  page: Page | null = null,
): boolean {
  if (!exceedsHeaderLimit(request)) return false;
  recorder.finish(`${visit}.verify`, deny('headersTooLarge', { copy }));
  const response = refuseHeaders(request);
  sendResponse(recorder, response);
  recorder.finish(
    `${visit}.respond`,
    deny('headersTooLarge', {
      status: response.status,
      copy,
      ...toWithheld(recorder, response, page),
    }),
  );
  return true;
}
