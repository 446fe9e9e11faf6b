import type { StepKind } from '../../../sim/stepKind.ts';
import { withCrossOrigin } from './crossOrigin.ts';
import { withCsrf } from './csrf.ts';
import { EVERYWHERE } from './everywhere.ts';
import { LOGIN } from './login/login.ts';
import { LOGOUT } from './logout.ts';
import { OPERATIONS } from './operations.ts';
import { PASSWORD } from './password.ts';
import { REFRESH } from './refresh.ts';
import { REQUEST } from './request/request.ts';
import type { StepWords } from './stepWords.ts';
import { THEFT } from './theft.ts';
import { TIME } from './time.ts';
import { FOREIGN_VISITS } from './visits/visits.ts';

/** The words of each kind of step. */
export const STEPS = {
  ...TIME,
  ...withCrossOrigin(LOGIN),
  ...withCrossOrigin(withCsrf(REQUEST)),
  ...withCrossOrigin(LOGOUT),
  ...withCrossOrigin(EVERYWHERE),
  ...withCrossOrigin(PASSWORD),
  ...withCrossOrigin(withCsrf(FOREIGN_VISITS)),
  ...THEFT,
  ...OPERATIONS,
  ...withCrossOrigin(REFRESH),
} satisfies Record<StepKind, StepWords>;

/** Returns the words of a kind of step. */
export const getWords = (kind: StepKind): StepWords => STEPS[kind];
