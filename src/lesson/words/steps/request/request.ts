import { REQUEST_RESPOND } from './respond.ts';
import { REQUEST_SEND } from './send.ts';
import { REQUEST_VERIFY } from './verify.ts';
import { REQUEST_WHOLE } from './whole.ts';

/** The words of a request for a page: its three phases, and all of them in one step. */
export const REQUEST = {
  'request.send': REQUEST_SEND,
  'request.verify': REQUEST_VERIFY,
  'request.respond': REQUEST_RESPOND,
  'request.whole': REQUEST_WHOLE,
};
