import type { Strategy } from '../../sim/strategy.ts';

/** The ports on which the servers to take home listen: they are two, where a run has both on one origin. */
const PORTS: Readonly<Record<Strategy, string>> = { session: '3000', token: '3001' };

/**
 * Returns the origin that a file sends its requests to when nobody names another: the run's own; the
 * token server's port where the run is on the port that the session server has.
 */
export function toBase(origin: string, strategy: Strategy): string {
  const url = new URL(origin);
  if (url.protocol !== 'http:' || url.port !== PORTS.session) return origin;
  url.port = PORTS[strategy];
  return url.origin;
}
