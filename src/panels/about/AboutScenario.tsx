import { SCENARIO_NOTES } from '../../lesson/scenarioNotes.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/Pane.tsx';

/** The question that a Scenario answers, the explanation, and where that is written down. */
export function AboutScenario() {
  const { id, title, question } = usePlayer((player) => player.trace.scenario);
  const note = Object.hasOwn(SCENARIO_NOTES, id)
    ? SCENARIO_NOTES[id as keyof typeof SCENARIO_NOTES]
    : null;
  return (
    <Pane title={title}>
      <p>{question}</p>
      <p>{note?.text}</p>
      <p>{note?.sources.join(' · ')}</p>
    </Pane>
  );
}
