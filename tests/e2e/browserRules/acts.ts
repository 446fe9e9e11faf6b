/**
 * What can happen in a case, told once and done by two browsers: Chromium and the engine's jar.
 * A place is a host and a path, `bank/login` or `sub/`; see `toUrl` for the hosts.
 */
export type Act = RequestAct | WriteAct | ReadAct | WaitAct;

/** Ways in which a browser comes to send a request. */
export const VEHICLES = {
  'address bar': { vehicle: 'navigation', method: 'GET' },
  link: { vehicle: 'navigation', method: 'GET' },
  'window.open': { vehicle: 'navigation', method: 'GET' },
  'GET form': { vehicle: 'navigation', method: 'GET' },
  'POST form': { vehicle: 'navigation', method: 'POST' },
  fetch: { vehicle: 'subresource', method: 'GET' },
  'fetch POST': { vehicle: 'subresource', method: 'POST' },
  img: { vehicle: 'subresource', method: 'GET' },
  iframe: { vehicle: 'subresource', method: 'GET' },
  script: { vehicle: 'subresource', method: 'GET' },
  beacon: { vehicle: 'subresource', method: 'POST' },
} as const;

export type Vehicle = keyof typeof VEHICLES;

export interface RequestAct {
  readonly to: string;
  readonly by: Vehicle;
  /** Page that starts the request; nothing for the address bar. */
  readonly from?: string;
  /** Place that the request goes to at first, and that redirects it. */
  readonly via?: string;
  /** `Set-Cookie` fields of the response. */
  readonly answers?: readonly string[];
  /** Seconds by which the server's clock, told in Date, is ahead. */
  readonly ahead?: number;
  /** The Cookie field that the case expects; `null` for a request without one. */
  readonly sends?: string | null;
}

interface WriteAct {
  /** Page whose script assigns to `document.cookie`. */
  readonly at: string;
  readonly writes: string;
}

interface ReadAct {
  readonly at: string;
  /** The `document.cookie` that the case expects. */
  readonly reads: string;
}

interface WaitAct {
  /** Seconds from now; or from the end of the first request, whatever was done since. */
  readonly waits: number;
  readonly since: 'now' | 'start';
}

/** One rule of the browser, as a sentence, and the acts that show it. */
export interface Case {
  readonly rule: string;
  readonly acts: readonly Act[];
}

/** Opens a place from the address bar; the server answers with `Set-Cookie` fields. */
export const answer = (to: string, ...answers: string[]): Act => ({
  to,
  by: 'address bar',
  answers,
});

/** The same from a server whose clock is ahead by some seconds. */
export const answerAhead = (ahead: number, to: string, ...answers: string[]): Act => ({
  to,
  by: 'address bar',
  answers,
  ahead,
});

/** Opens a place from the address bar, and expects this Cookie field. */
export const sends = (to: string, cookie: string | null): Act => ({
  to,
  by: 'address bar',
  sends: cookie,
});

/** A page's script assigns to `document.cookie`. */
export const writes = (at: string, line: string): Act => ({ at, writes: line });

/** A page's script reads `document.cookie`, and is expected to see this. */
export const reads = (at: string, cookies: string): Act => ({ at, reads: cookies });

/** Time goes by, in seconds. */
export const wait = (waits: number): Act => ({ waits, since: 'now' });

/** It is so many seconds after the first request. */
export const waitUntil = (waits: number): Act => ({ waits, since: 'start' });

/** A page starts a request by some vehicle, and is expected to send this Cookie field. */
export const starts = (from: string, by: Vehicle, to: string, cookie: string | null): Act => ({
  from,
  by,
  to,
  sends: cookie,
});

/** A page starts a request by some vehicle; the server answers with `Set-Cookie` fields. */
export const fetches = (from: string, by: Vehicle, to: string, ...answers: string[]): Act => ({
  from,
  by,
  to,
  answers,
});

/** A case in which one response sets cookies and the next request to the same place sends them. */
export const stores = (
  rule: string,
  lines: readonly string[],
  cookie: string | null,
  at = 'bank/',
): Case => ({ rule, acts: [answer(at, ...lines), sends(at, cookie)] });
