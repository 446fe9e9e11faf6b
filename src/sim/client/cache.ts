import type { Recorder } from '../lanes/recorder.ts';
import type { Message } from '../message.ts';
import { getHeader } from '../message.ts';
import { getClient, patchClient } from '../state.ts';

/**
 * Lets a browser keep the page that it was given, unless the answer says `no-store`. A refusal leaves
 * what was kept before. Simplifies: an ordinary request asks for the page anew, where a browser asks
 * whether its copy still holds (`If-None-Match`) and may be told 304. @see RFC 9111 section 3
 */
export function keepPage(recorder: Recorder, response: Message): void {
  const { method, target, status, body, to } = response;
  if (method !== 'GET' || status !== 200 || body === null) return;
  if (getHeader(response, 'Cache-Control') === 'no-store') return;
  const cache = { ...getClient(recorder.state, to).cache, [target]: body };
  recorder.set(patchClient(recorder.state, to, { cache }));
}
