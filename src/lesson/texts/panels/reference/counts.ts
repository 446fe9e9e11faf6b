import { formatNumber } from '../../../page/formatNumber.ts';

const sayRequests = (count: number) =>
  count === 1 ? '1 request' : `${formatNumber(count)} requests`;

const sayServers = (count: number) => (count === 1 ? '1 server' : `${count} servers`);

export const COUNTS_TEXTS = {
  title: 'Counts',
  /** The totals have the login and the logout in them, as far as the run has come. */
  sayTotals: (step: number, lastStep: number) =>
    `Totals up to step ${step} of ${lastStep}, the login included`,
  noRequest: 'none yet',
  growth: 'What that comes to',
  bytes: 'Sent by the client, in bytes',
  calls: 'Calls to the one store',
  sayCallsWhere: (requests: number) => `${formatNumber(requests)} requests at each server`,
  asTable: 'The same as a table',
  sayRequests,
  sayServers,
  sayBytes: (bytes: number) => `${formatNumber(bytes)} B`,
  sayCount: formatNumber,
  /** Says a chart in a sentence: what is counted, and each lane's end. */
  sayChart: (what: string, up: string, ends: readonly (readonly [lane: string, end: string])[]) =>
    `${what}, up to ${up}: ${ends.map(([lane, end]) => `${lane} ${end}`).join(', ')}.`,
} as const;
