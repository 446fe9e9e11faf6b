import { create } from 'zustand';
import { SETTINGS_TEXTS } from '../../lesson/texts/panels/settings.ts';
import type { Settings } from '../../sim/settings.ts';
import { toScenario } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';
import { useWhatIf } from './useWhatIf.ts';

/** Settings whose run is still being computed; two changes in a row are both in the second. */
export const useWanted = create<{ readonly settings: Settings | null }>()(() => ({
  settings: null,
}));

/** Returns the settings of the run on the screen, or of the one that is on its way there. */
const readSettings = () =>
  useWanted.getState().settings ?? toScenario(usePlayer.getState().run).settings;

/**
 * Runs the Actions on the screen again with changed settings; the step on show stays. Resolves to
 * `null`, or to a sentence that says why the run on the screen is still the one before.
 */
export async function applySettings(
  change: (settings: Settings) => Settings,
): Promise<string | null> {
  const settings = change(readSettings());
  useWanted.setState({ settings });
  await useWhatIf.getState().changeSettings(settings);
  // A later change took this one along.
  if (useWanted.getState().settings !== settings) return null;
  useWanted.setState({ settings: null });
  if (toScenario(usePlayer.getState().run).settings === settings) return null;
  return useWhatIf.getState().problem ?? SETTINGS_TEXTS.overtaken;
}

/** Gives a run the settings of its Scenario back; with the same Actions it is the Scenario's own run again. */
export async function resetSettings(): Promise<string | null> {
  const { run, original, cursor, jumpTo } = usePlayer.getState();
  if (!original) return null;
  const { settings, actions } = toScenario(original);
  if (JSON.stringify(actions) !== JSON.stringify(toScenario(run).actions)) {
    return applySettings(() => settings);
  }
  useWanted.setState({ settings: null });
  useWhatIf.getState().restart();
  jumpTo(cursor);
  return null;
}

/** The settings that the form shows. */
export function useSettings(): Settings {
  const wanted = useWanted(({ settings }) => settings);
  const shown = usePlayer(({ run }) => toScenario(run).settings);
  return wanted ?? shown;
}
