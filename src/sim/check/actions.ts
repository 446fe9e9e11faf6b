import type { Action, ActionType } from '../action.ts';
import {
  FOREIGN_SITES,
  FORGERIES,
  LEAVINGS,
  PLANT_WAYS,
  ROTATIONS,
  SCRIPT_MODES,
  TAMPER_PARTS,
  VEHICLES,
  WAIT_UNTIL,
} from '../action.ts';
import { CLIENT, isClientId, isUsersClient, SERVER_IDS } from '../actors.ts';
import { isObject } from '../bytes/json.ts';
import { TARGETS } from '../http/target.ts';
import { lacksServer } from '../possible/lacksServer.ts';
import type { Settings } from '../settings.ts';
import { PHASES } from '../stepKind.ts';
import type { Check, Problem } from './problem.ts';
import { addProblem, flag, integer, object, oneOf, text } from './problem.ts';

/** As many Actions as a run may have that comes from outside. */
export const MAX_ACTIONS = 20_000;
const MAX_WAIT = 10 * 365 * 86_400;
/** Clocks stay in what a JavaScript date can say. */
const MAX_TOTAL_WAIT = 1000 * 365 * 86_400;
/** As many clients as a run may have: a change of one copies the list of them. */
export const MAX_CLIENTS = 8;
const MAX_PROBLEMS = 20;

type Members = Readonly<Record<string, Check<unknown>>>;
interface Rule {
  readonly required?: Members;
  readonly optional?: Members;
}

const client: Check<string> = (value, path, problems) =>
  typeof value === 'string' && isClientId(value)
    ? value
    : addProblem(problems, path, { type: 'noClientId' });
const usersClient: Check<string> = (value, path, problems) =>
  typeof value === 'string' && !isUsersClient(value)
    ? addProblem(problems, path, { type: 'notUsersClient' })
    : client(value, path, problems);
const server = oneOf(SERVER_IDS);
const target = oneOf(TARGETS);

const RULES: Readonly<Record<ActionType, Rule>> = {
  login: { optional: { client, server, password: text(0, 200), old: flag } },
  request: { optional: { client, server, target } },
  logout: { optional: { client, server } },
  logoutEverywhere: { optional: { client, server } },
  changePassword: { optional: { client, server } },
  wait: { optional: { seconds: integer(0, MAX_WAIT), until: oneOf(WAIT_UNTIL) } },
  end: {},
  restart: { optional: { server } },
  storeOutage: { optional: { over: flag } },
  forget: { optional: { client: usersClient } },
  back: { optional: { client: usersClient } },
  leave: { required: { how: oneOf(LEAVINGS) }, optional: { client: usersClient } },
  startSlow: { optional: { client, server } },
  finishSlow: { optional: { client } },
  refreshTwice: { optional: { client: usersClient, server } },
  steal: { optional: { client: usersClient } },
  replay: { optional: { server, target, what: oneOf(['refreshToken']) } },
  tamper: { required: { part: oneOf(TAMPER_PARTS) } },
  forge: { required: { how: oneOf(FORGERIES) } },
  injectScript: { required: { mode: oneOf(SCRIPT_MODES) } },
  crossSite: { required: { vehicle: oneOf(VEHICLES) }, optional: { from: oneOf(FOREIGN_SITES) } },
  plant: { optional: { invented: flag, by: oneOf(PLANT_WAYS) } },
  rotateSecret: { required: { how: oneOf(ROTATIONS) } },
  ban: {},
  demote: {},
  refresh: { optional: { client, server } },
};

const TYPES = Object.keys(PHASES) as ActionType[];

function checkAction(value: unknown, path: string, problems: Problem[]): Action | undefined {
  if (!isObject(value)) return addProblem(problems, path, { type: 'noObject' });
  const type = oneOf(TYPES)(value.type, `${path}.type`, problems);
  if (type === undefined) return undefined;
  const { required = {}, optional = {} } = RULES[type];
  const missing = Object.keys(required).find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return addProblem(problems, `${path}.${missing}`, { type: 'missing' });
  const shape = { type: oneOf([type]), ...required, ...optional, fold: flag };
  const checked = object<Record<string, unknown>>(shape as never)(value, path, problems);
  if (checked?.type === 'wait' && (checked.seconds === undefined) === (checked.until === undefined))
    return addProblem(problems, path, { type: 'secondsXorUntil' });
  if (checked?.old !== undefined && checked.password !== undefined)
    return addProblem(problems, path, { type: 'passwordXorOld' });
  return checked as Action | undefined;
}

/** The longest that anything lives that could be waited for. */
const toLongest = ({ session, token }: Settings) =>
  Math.max(session.lifetime ?? 0, token.lifetime + (token.leeway ?? 0));

export type CheckedActions =
  | { readonly actions: readonly Action[] }
  | { readonly errors: readonly Problem[] };

/** Takes Actions from outside, for a run under these settings. Never throws; names at most 20 problems. */
export function validateActions(value: unknown, settings: Settings): CheckedActions {
  if (!Array.isArray(value)) return { errors: [{ path: 'actions', fault: { type: 'noList' } }] };
  const errors: Problem[] = [];
  if (value.length > MAX_ACTIONS)
    return { errors: [{ path: 'actions', fault: { type: 'tooManyEntries', max: MAX_ACTIONS } }] };
  const actions: Action[] = [];
  let waited = 0;
  const clients = new Set<string>([CLIENT]);
  for (const [i, item] of value.entries()) {
    if (errors.length >= MAX_PROBLEMS) break;
    const path = `actions[${i}]`;
    const action = checkAction(item, path, errors);
    if (!action) continue;
    if (action.type === 'wait') waited += action.seconds ?? toLongest(settings);
    if (waited > MAX_TOTAL_WAIT) addProblem(errors, path, { type: 'waitsTooLong' });
    if ('client' in action && action.client !== undefined) clients.add(action.client);
    if (clients.size > MAX_CLIENTS)
      addProblem(errors, `${path}.client`, { type: 'tooManyClients', max: MAX_CLIENTS });
    if (lacksServer(action, settings))
      addProblem(errors, `${path}.server`, { type: 'noSecondServer' });
    actions.push(action);
  }
  return errors.length > 0 ? { errors } : { actions };
}
