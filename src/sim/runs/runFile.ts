import { base64url } from 'jose';
import { toBase64url } from '../bytes/base64.ts';
import { isObject, parseJson } from '../bytes/json.ts';
import { validateActions } from '../check/actions.ts';
import type { Fault } from '../check/fault.ts';
import type { Problem } from '../check/problem.ts';
import { validateSettings } from '../check/settings.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { takeAway } from './difference.ts';
import type { Run } from './run.ts';
import { toSharedActions, toSharedSettings } from './run.ts';
import { dropSecrets, hasOwnSecrets, namesOtherSecrets } from './runSecrets.ts';

const VERSION = 1;
/** Characters that a run may take in an address; a longer one is for a file. */
export const MAX_ADDRESS_CHARS = 4000;
/** Characters of a file that are looked at at all. */
export const MAX_FILE_CHARS = 4 * 1024 * 1024;

/** A run that was opened: with the demo's secrets where it had its own. */
export interface OpenedRun extends Run {
  readonly hadOwnSecrets: boolean;
}
export type ReadRun =
  | { readonly run: OpenedRun; readonly scenarioId?: string }
  | { readonly errors: readonly Problem[] };

const toProblem = (fault: Fault, path = ''): { readonly errors: readonly Problem[] } => ({
  errors: [{ path, fault }],
});

/** What is written of a run, for a reader who has the settings `base` already. */
function toShared(run: Run, base: Settings) {
  return {
    authtrace: VERSION,
    ...(hasOwnSecrets(run.settings, base) && { ownSecrets: true }),
    settings: toSharedSettings(run.settings, base),
    actions: toSharedActions(run),
  };
}

/** Writes a run as JSON text for a file, with the Scenario that it began at; it stands for itself. No secret and no password is in it. */
export function formatRunFile(run: Run, scenarioId?: string): string {
  const { authtrace, ...rest } = toShared(run, DEFAULT_SETTINGS);
  const scenario = scenarioId === undefined ? {} : { scenario: scenarioId };
  return `${JSON.stringify({ authtrace, ...scenario, ...rest }, null, 2)}\n`;
}

/** What is wrong with a run in an address that no page has written. */
export const TOO_LONG_RUN = toProblem({ type: 'addressTooLong' });
export const NO_ADDRESS_RUN = toProblem({ type: 'addressUnreadable' });

/**
 * Writes a run as the JSON text of an address: what it changes of the settings of the Scenario that
 * the same address names.
 */
export const formatRunText = (run: Run, scenario: Settings): string =>
  JSON.stringify(toShared(run, scenario));

/**
 * Writes a run for an address, as the value of `run=`, readable: the base64url of its text. `null`
 * when it is too long for one.
 */
export function formatRunAddress(run: Run, scenario: Settings): string | null {
  const value = toBase64url(new TextEncoder().encode(formatRunText(run, scenario)));
  return value.length <= MAX_ADDRESS_CHARS ? value : null;
}

function readShared(value: unknown, known: Settings): ReadRun {
  if (!isObject(value)) return toProblem({ type: 'noRun' });
  const { authtrace, scenario, ownSecrets, settings = {}, actions } = value;
  if (authtrace !== VERSION)
    return toProblem({ type: 'otherVersion', version: VERSION }, 'authtrace');
  if (scenario !== undefined && typeof scenario !== 'string')
    return toProblem({ type: 'noText' }, 'scenario');
  if (!isObject(settings)) return toProblem({ type: 'noObject' }, 'settings');
  const { change, base } = takeAway(dropSecrets(settings), known);
  const checked = validateSettings(change, base);
  if ('errors' in checked) {
    return { errors: checked.errors.map((e) => ({ ...e, path: `settings.${e.path}` })) };
  }
  const listed = validateActions(actions, checked.settings);
  if ('errors' in listed) return listed;
  const hadOwnSecrets = ownSecrets === true || namesOtherSecrets(settings, checked.settings);
  return {
    run: { settings: checked.settings, actions: listed.actions, hadOwnSecrets },
    ...(scenario !== undefined && { scenarioId: scenario }),
  };
}

/** Reads a run from any text of a file. Never throws. */
export function parseRunFile(text: string): ReadRun {
  if (text.length > MAX_FILE_CHARS) return toProblem({ type: 'fileTooLong', max: MAX_FILE_CHARS });
  const parsed = parseJson(text);
  return 'value' in parsed
    ? readShared(parsed.value, DEFAULT_SETTINGS)
    : { errors: [{ path: '', ...parsed }] };
}

/** Reads a run from what `formatRunText` has written, with the settings of the Scenario that the address names. Never throws. */
export function parseRunText(text: string, scenario: Settings): ReadRun {
  const parsed = parseJson(text);
  return 'value' in parsed ? readShared(parsed.value, scenario) : NO_ADDRESS_RUN;
}

/** Reads a run from the readable value of an address's `run=`, as `parseRunText` does. Never throws. */
export function parseRunAddress(value: string, scenario: Settings): ReadRun {
  if (value.length > MAX_ADDRESS_CHARS) return TOO_LONG_RUN;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(value));
    return parseRunText(text, scenario);
  } catch {
    // Whatever is not base64url or not UTF-8 is no run.
    return NO_ADDRESS_RUN;
  }
}
