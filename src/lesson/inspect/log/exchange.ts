import type { HeaderField } from '../../../sim/message.ts';
import type { AskedBy } from '../cookie/source.ts';

/** A request and its answer, as a log has them. */
export interface LoggedExchange {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly requestHeaders: readonly HeaderField[];
  readonly requestBody: string | null;
  /** 0 where no answer came. */
  readonly status: number;
  readonly responseHeaders: readonly HeaderField[];
  readonly responseBody: string | null;
  /** What made the browser ask, where the log tells. */
  readonly by: AskedBy | null;
  /** When it began, NumericDate seconds; `null`: the log does not tell. */
  readonly at: number | null;
}

/** Returns the values of a header field, whatever its letters. */
export const listValues = (headers: readonly HeaderField[], name: string): readonly string[] =>
  headers.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value);

/** Returns the first value of a header field; `null` without one. */
export const findValue = (headers: readonly HeaderField[], name: string): string | null =>
  listValues(headers, name)[0] ?? null;

/** Most fields that a message has; a server takes about a hundred. */
const MAX_FIELDS = 200;
/** Longest value or address that is read, in UTF-16 units; servers take 8 to 16 thousand. */
const MAX_VALUE = 20_000;

/** Cuts what no server would take, so that no message holds up the page. */
export function cutExchange(exchange: LoggedExchange): LoggedExchange {
  const cutFields = (headers: readonly HeaderField[]) =>
    headers
      .slice(0, MAX_FIELDS)
      .map(([name, value]) => [name.slice(0, 200), value.slice(0, MAX_VALUE)] as const);
  return {
    ...exchange,
    method: exchange.method.slice(0, 40),
    url: exchange.url.slice(0, MAX_VALUE),
    requestHeaders: cutFields(exchange.requestHeaders),
    responseHeaders: cutFields(exchange.responseHeaders),
  };
}
