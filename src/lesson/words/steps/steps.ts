import type { Settings } from '../../../sim/settings.ts';
import type { StepKind } from '../../../sim/stepKind.ts';
import type { Moment } from '../../read/moment.ts';
import { isDataInCookie } from '../../read/server/dataInCookie.ts';
import { BACK } from './back.ts';
import { EVERYWHERE } from './everywhere.ts';
import { IN_COOKIE_STEPS } from './inCookie/inCookie.ts';
import { LEAVE } from './leave.ts';
import { LOGIN } from './login/login.ts';
import { LOGOUT } from './logout/logout.ts';
import { OPERATIONS } from './operations.ts';
import { OUTAGE } from './outage.ts';
import { PASSWORD } from './password.ts';
import { REFRESH } from './refresh.ts';
import { REQUEST } from './request/request.ts';
import { SLOW } from './slow.ts';
import type { LaneWords, StepWords } from './stepWords.ts';
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
  ...EVERYWHERE,
  ...PASSWORD,
  ...FOREIGN_VISITS,
  ...THEFT,
  ...OPERATIONS,
  ...OUTAGE,
  ...REFRESH,
} satisfies Record<StepKind, StepWords>;

/** Returns the words of a kind of step in a run of these settings. */
export const getWords = (kind: StepKind, { session }: Settings): StepWords =>
  isDataInCookie(session) ? IN_COOKIE_STEPS[kind] : STEPS[kind];

/** Returns the words of a lane's step. */
export const getLaneWords = ({ kind, settings, strategy }: Moment): LaneWords =>
  getWords(kind, settings)[strategy];
