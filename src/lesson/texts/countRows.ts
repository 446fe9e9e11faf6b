import type { LaneCounts } from '../../sim/counts.ts';

/** A row of the counts: what is counted, in what, and where it is looked for. */
export interface CountRow {
  readonly name: keyof LaneCounts;
  readonly title: string;
  readonly unit: 'B' | null;
  readonly meaning: string;
}

/** What each request takes: a row as above it, with its heading. */
export interface RequestRow {
  readonly name: 'clientBytes' | 'storeCalls' | 'waitedMs';
  readonly title: string;
  readonly unit: 'B' | 'ms' | null;
  readonly meaning: string;
}

export const REQUEST_ROWS: readonly RequestRow[] = [
  {
    name: 'clientBytes',
    title: 'Each request carries',
    unit: 'B',
    meaning: 'its Cookie or Authorization field',
  },
  {
    name: 'storeCalls',
    title: 'Each request asks a store',
    unit: null,
    meaning: 'calls: to look up, and to move the end',
  },
  {
    name: 'waitedMs',
    title: 'Each request waits for a store',
    unit: 'ms',
    meaning: 'one call after the other',
  },
];

export const COUNT_ROWS: readonly CountRow[] = [
  {
    name: 'storeReads',
    title: 'Store reads',
    unit: null,
    meaning: 'get: a session, a deny-list, a refresh token',
  },
  {
    name: 'storeWrites',
    title: 'Store writes',
    unit: null,
    meaning: 'set, touch, destroy; trade, for a refresh token',
  },
  {
    name: 'signaturesMade',
    title: 'Signatures made',
    unit: null,
    meaning: 'for a new cookie or token',
  },
  {
    name: 'signaturesChecked',
    title: 'Signatures checked',
    unit: null,
    meaning: 'of the one that a request brings',
  },
  {
    name: 'clientBytes',
    title: 'Sent by the client',
    unit: 'B',
    meaning: 'Cookie and Authorization; bodies of login and refresh',
  },
  {
    name: 'serverBytes',
    title: 'Sent by the server',
    unit: 'B',
    meaning: 'Set-Cookie and WWW-Authenticate; bodies with a token',
  },
  {
    name: 'keptBytes',
    title: 'Kept on the server',
    unit: 'B',
    meaning: 'now: records, deny-list, refresh tokens, as JSON',
  },
  {
    name: 'copy',
    title: 'Left for a stolen copy',
    unit: null,
    meaning: 'from here on, unless use moves its end',
  },
];
