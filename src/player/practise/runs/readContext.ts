import { toActionLabel } from '../../../lesson/texts/actions/actionLabels.ts';
import {
  listSettingDifferences,
  readSettingAt,
} from '../../../lesson/texts/settings/changedSettings.ts';
import { saySetting } from '../../../lesson/texts/settings/settingDifferences.ts';
import type { Run } from '../../../sim/runs/run.ts';
import { DEFAULT_SETTINGS } from '../../../sim/settings.ts';

/** What has to be known of a run to judge it: the settings that are not the walk's, and what was done, in words. */
export interface RunContext {
  readonly settings: readonly string[];
  readonly actions: readonly string[];
}

/** Tells a run in a few words, up to one of its Actions. */
export const readContext = (
  { settings, actions }: Run,
  lastAction = actions.length - 1,
): RunContext => ({
  settings: listSettingDifferences(settings, DEFAULT_SETTINGS).map((path) =>
    saySetting(path, readSettingAt(settings, path)),
  ),
  actions: actions.slice(0, lastAction + 1).map(toActionLabel),
});
