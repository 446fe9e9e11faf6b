import { SCENARIO_NOTES, type ScenarioNote } from './scenarioNotes.ts';

/** Finds the explanation of a Scenario by its ID; `null` for a run that is none of the listed ones. */
export function findScenarioNote(id: string): ScenarioNote | null {
  const notes: Readonly<Record<string, ScenarioNote>> = SCENARIO_NOTES;
  return Object.hasOwn(notes, id) ? (notes[id] ?? null) : null;
}
