import type { StepKind } from '../../../sim/stepKind.ts';
import { BACK } from './back.ts';
import { LEAVE } from './leave.ts';
import { LOGIN } from './login/login.ts';
import { LOGOUT } from './logout.ts';
import { OPERATIONS } from './operations.ts';
import { OUTAGE } from './outage.ts';
import { REFRESH } from './refresh.ts';
import { REQUEST } from './request/request.ts';
import { SLOW } from './slow.ts';
import type { StepWords } from './stepWords.ts';
import { TABS } from './tabs.ts';
import { THEFT } from './theft.ts';
import { TIME } from './time.ts';
import { FOREIGN_VISITS } from './visits/visits.ts';

/** The words of each kind of step. */
export const STEPS = {
  ...TIME,
  ...LOGIN,
  ...REQUEST,
  ...BACK,
  ...LEAVE,
  ...SLOW,
  ...TABS,
  ...LOGOUT,
  ...FOREIGN_VISITS,
  ...THEFT,
  ...OPERATIONS,
  ...OUTAGE,
  ...REFRESH,
} satisfies Record<StepKind, StepWords>;

/** Returns the words of a kind of step. */
export const getWords = (kind: StepKind): StepWords => STEPS[kind];
