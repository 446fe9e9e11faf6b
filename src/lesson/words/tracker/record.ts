import type { SessionRecord } from '../../../sim/state.ts';
import { formatLiteral, shorten } from '../../page/format.ts';

type Shown = Omit<SessionRecord, 'cookie'>;

/** Returns what a record holds as it is shown: beside the cookie's attributes, and with a CSRF token in short. */
export const toShown = ({ csrfToken, ...kept }: Shown): Shown =>
  csrfToken === undefined ? kept : { ...kept, csrfToken: shorten(csrfToken) };

/** Writes what a record holds. */
export const formatRecord = (kept: Shown): string => formatLiteral(toShown(kept));
