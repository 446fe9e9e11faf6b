import { STATUS_CODES } from 'node:http';
import type { Reply } from './exchange.ts';

/** What a server did with a request for the profile, or with a login. */
export type Verdict = 'granted' | 'refused' | 'disguised' | 'redirected' | 'crashed';

export const isOk = ({ status }: Reply) => status >= 200 && status < 300;

/** Says what a reply is, in a few words. */
export function describeReply(reply: Reply): string {
  const { status, headers, text, isCut } = reply;
  const line = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (status >= 300 && status < 400) {
    return `${line}: a redirect to ${headers.get('location') ?? 'nowhere'}, which is not followed`;
  }
  if (isCut) return `${line} with a body of more than 1 MiB`;
  return text === '' ? `${line} without a body` : `${line} with ${text.slice(0, 400)}`;
}

/** Reads the body as JSON; `undefined` when it is none. */
export function parseBody({ text, isCut }: Reply): unknown {
  if (isCut) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the names of a body's members with the types of their values, or the text itself. */
function toShape(reply: Reply): string {
  const body = parseBody(reply);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return reply.text;
  const members = Object.entries(body).map(([name, value]) => {
    return `${name}: ${value === null ? 'null' : typeof value}`;
  });
  return JSON.stringify(members.sort());
}

/**
 * Tells what an answer means, whatever its status claims: a 2xx of another shape than the one that
 * was `granted` before is a refusal in disguise.
 */
export function judgeReply(reply: Reply, granted: Reply | null): Verdict {
  if (reply.status >= 500) return 'crashed';
  if (reply.status >= 400) return 'refused';
  if (!isOk(reply)) return 'redirected';
  if (!granted) return 'granted';
  return reply.text === granted.text || toShape(reply) === toShape(granted)
    ? 'granted'
    : 'disguised';
}
