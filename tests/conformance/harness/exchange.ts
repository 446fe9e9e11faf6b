import type { HeaderField } from '../../../src/sim/message.ts';

/** One HTTP request and its response, as they were on the wire. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly target: string;
    /** As the server read them. */
    readonly headers: readonly HeaderField[];
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly reason: string;
    /** As the client read them. */
    readonly headers: readonly HeaderField[];
    readonly body: string | null;
  };
}

/** Pairs up Node's flat `rawHeaders`: name, value, name, value … */
export function toFields(rawHeaders: readonly string[]): HeaderField[] {
  const fields: HeaderField[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    fields.push([rawHeaders[i] as string, rawHeaders[i + 1] as string]);
  }
  return fields;
}
