import type { Message } from '../../../sim/message.ts';

export interface RequestLine {
  readonly kind: 'request';
  readonly method: string;
  readonly target: string;
}

/** What the first line of an HTTP message says. */
export type HttpLine = RequestLine | { readonly kind: 'response'; readonly status: number };

/** Reads the first line of a request. */
export const toRequestLine = ({ method, target }: Message): RequestLine => ({
  kind: 'request',
  method,
  target,
});

/** Reads the first line of an HTTP message. */
export const toHttpLine = (message: Message): HttpLine =>
  message.kind === 'request'
    ? toRequestLine(message)
    : { kind: 'response', status: message.status ?? 0 };
