import type { StepKind } from '../../../../sim/stepKind.ts';
import { BACK, toBackLane } from '../back.ts';
import { EVERYWHERE } from '../everywhere.ts';
import { LEAVE } from '../leave.ts';
import { LOGIN } from '../login/login.ts';
import { LOGOUT } from '../logout/logout.ts';
import { OPERATIONS } from '../operations.ts';
import { OUTAGE } from '../outage.ts';
import { PASSWORD } from '../password.ts';
import { REFRESH } from '../refresh.ts';
import { REQUEST } from '../request/request.ts';
import { SLOW } from '../slow.ts';
import type { StepWords } from '../stepWords.ts';
import { TABS } from '../tabs.ts';
import { THEFT } from '../theft.ts';
import { TIME } from '../time.ts';
import { FOREIGN_VISITS } from '../visits/visits.ts';
import { LEAVE_IN_COOKIE, PASSWORD_IN_COOKIE } from './account.ts';
import { LOGIN_IN_COOKIE } from './login.ts';
import { EVERYWHERE_IN_COOKIE, LOGOUT_IN_COOKIE } from './logout.ts';
import { OPERATIONS_IN_COOKIE, OUTAGE_IN_COOKIE } from './operations.ts';
import { REQUEST_IN_COOKIE } from './request.ts';
import { NO_REFRESH, SLOW_IN_COOKIE } from './slow.ts';
import { swap } from './swap.ts';
import { THEFT_IN_COOKIE } from './theft.ts';
import { TIME_IN_COOKIE } from './time.ts';
import { VISITS_IN_COOKIE } from './visits.ts';

/** The words of each kind of step where the session's data is in its cookie. */
export const IN_COOKIE_STEPS = {
  ...swap(TIME, TIME_IN_COOKIE),
  ...swap(LOGIN, LOGIN_IN_COOKIE),
  ...swap(REQUEST, REQUEST_IN_COOKIE),
  ...swap(BACK, { 'back.show': toBackLane(REQUEST_IN_COOKIE['request.whole']) }),
  ...swap(LEAVE, LEAVE_IN_COOKIE),
  ...swap(SLOW, SLOW_IN_COOKIE),
  ...swap(TABS, {
    'tabs.send': NO_REFRESH,
    'tabs.first': NO_REFRESH,
    'tabs.second': NO_REFRESH,
    'refreshTwice.whole': NO_REFRESH,
  }),
  ...swap(LOGOUT, LOGOUT_IN_COOKIE),
  ...swap(EVERYWHERE, EVERYWHERE_IN_COOKIE),
  ...swap(PASSWORD, PASSWORD_IN_COOKIE),
  ...swap(FOREIGN_VISITS, VISITS_IN_COOKIE),
  ...swap(THEFT, THEFT_IN_COOKIE),
  ...swap(OPERATIONS, OPERATIONS_IN_COOKIE),
  ...swap(OUTAGE, OUTAGE_IN_COOKIE),
  ...swap(REFRESH, {
    'refresh.send': NO_REFRESH,
    'refresh.verify': NO_REFRESH,
    'refresh.respond': NO_REFRESH,
    'refresh.whole': NO_REFRESH,
  }),
} satisfies Record<StepKind, StepWords>;
