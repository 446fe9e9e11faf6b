import type { Action } from '../../src/sim/action.ts';
import {
  FOREIGN_SITES,
  FORGERIES,
  LEAVINGS,
  PHASES,
  PLANT_WAYS,
  ROTATIONS,
  SCRIPT_MODES,
  TAMPER_PARTS,
  VEHICLES,
  WAIT_UNTIL,
} from '../../src/sim/action.ts';
import { SERVER_IDS } from '../../src/sim/actors.ts';
import { TARGETS } from '../../src/sim/http/target.ts';
import type { Settings } from '../../src/sim/settings.ts';
import {
  CORS_ANSWERS,
  CREDENTIALS_MODES,
  CSRF_CHECKS,
  HMAC_ALGORITHMS,
  VERIFIERS,
} from '../../src/sim/settings.ts';
import { ALL_SETTING_PATHS } from './settingPaths.ts';

interface Play {
  readonly settings: Settings;
  readonly actions: readonly Action[];
}

/** Values that have to be met, one by one. Of every other setting it takes two, left out being one. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  csrf: [undefined, ...CSRF_CHECKS],
  'frontEnd.credentials': CREDENTIALS_MODES,
  'frontEnd.cors': CORS_ANSWERS,
  thirdPartyCookies: [undefined, 'blocked'],
  'tlsProxy.tells': [false, true],
  'tlsProxy.trusted': [false, true],
  secretAtBoot: [undefined, 'random'],
  'user.role': [undefined, 'user', 'admin'],
  'session.dataIn': [undefined, 'cookie'],
  'session.secure': [false, true, 'auto'],
  'session.sameSite': [null, 'lax', 'strict', 'none'],
  'token.keptIn': ['memory', 'localStorage', 'cookie'],
  'token.refreshFormat': ['opaque', 'jwt'],
  'token.algorithms.0': HMAC_ALGORITHMS,
  'token.verifier': VERIFIERS,
};

/** The Actions' members with a closed list of values, all of which have to be met in some Action of that type. */
const MEMBERS: Readonly<Record<string, readonly unknown[]>> = {
  'login.old': [true],
  'login.password': [undefined],
  'login.client': [undefined, 'attacker'],
  'request.target': TARGETS,
  'request.server': [...SERVER_IDS.slice(1)],
  'wait.until': WAIT_UNTIL,
  'leave.how': LEAVINGS,
  'storeOutage.over': [true],
  'replay.what': [undefined, 'refreshToken'],
  'tamper.part': TAMPER_PARTS,
  'forge.how': FORGERIES,
  'injectScript.mode': SCRIPT_MODES,
  'crossSite.vehicle': VEHICLES,
  'crossSite.from': FOREIGN_SITES,
  'plant.by': PLANT_WAYS,
  'plant.invented': [true],
  'rotateSecret.how': ROTATIONS,
};

const read = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => Object(found)[name], value);
const toKey = (value: unknown) => JSON.stringify(value) ?? 'left out';

function listMissing(
  path: string,
  met: ReadonlySet<string>,
  wanted: readonly unknown[] | undefined,
) {
  const missing = (wanted ?? []).map(toKey).filter((key) => !met.has(key));
  const lines = missing.map((key) => `${path}: ${key}`);
  return met.size < 2 && wanted === undefined ? [...lines, `${path}: always ${[...met]}`] : lines;
}

/** Lists the settings, the types of Action and their values to which these runs never come. */
export function listUndrawn(plays: readonly Play[]): readonly string[] {
  const settingPaths = new Set([...ALL_SETTING_PATHS, ...Object.keys(VALUES)]);
  const settings = [...settingPaths].flatMap((path) => {
    const met = new Set(plays.map((play) => toKey(read(play.settings, path))));
    return listMissing(path, met, VALUES[path]);
  });
  const actions = plays.flatMap((play) => play.actions);
  const types = new Set<string>(actions.map(({ type }) => type));
  const members = Object.keys(MEMBERS).flatMap((path) => {
    const [type, name] = path.split('.') as [string, string];
    const own = actions.filter((action) => action.type === type);
    const met = new Set(own.map((action) => toKey(read(action, name))));
    return listMissing(path, met, MEMBERS[path]);
  });
  return [...settings, ...Object.keys(PHASES).filter((type) => !types.has(type)), ...members];
}
