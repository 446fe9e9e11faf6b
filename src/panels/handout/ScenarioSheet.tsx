import type { Telling } from '../../lesson/telling.ts';
import { ABOUT_TEXTS } from '../../lesson/texts/panels/walk/about.ts';
import { RESULT_TEXTS } from '../../lesson/texts/panels/walk/result.ts';
import { findScenarioNote } from '../../lesson/texts/scenarios/findScenarioNote.ts';
import { stateSettings } from '../../lesson/texts/settings/changedSettings.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';

/** The settings that a run is to be judged by. */
export function Setting({ telling: { run } }: { telling: Telling }) {
  const walk = toScenario(usePlayer.getInitialState().run);
  const stated = stateSettings(run.scenario, walk.settings);
  return stated.length > 0 ? <p>{ABOUT_TEXTS.saySettings(stated)}</p> : null;
}

/** What a run comes to: of a Scenario its answer, of an own run how it ends. */
export function InShort({ telling: { run } }: { telling: Telling }) {
  const isOwn = usePlayer(({ original }) => original !== null);
  const note = isOwn ? null : findScenarioNote(run.scenario.id);
  if (!note) return <p>{RESULT_TEXTS.sayChanged(run.result)}</p>;
  return (
    <p>
      <strong>{note.short}</strong> {note.text}
    </p>
  );
}
