import type { JoseReason } from '../../../sim/token/verify/library.ts';
import { findJoseReason } from '../../../sim/token/verify/library.ts';
import type { Trace } from '../../../sim/trace.ts';

/** Reads why a run's token server has jose; `null`: it has jsonwebtoken, as the one that is shown. */
export const readJoseReason = ({ scenario }: Trace): JoseReason | null =>
  findJoseReason(scenario.settings, scenario.actions);
