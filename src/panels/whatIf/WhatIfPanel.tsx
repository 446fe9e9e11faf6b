import { toActionLabel } from '../../lesson/actionLabels.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useWhatIf } from '../../player/useWhatIf.ts';
import { toPossibleActions } from '../../sim/possibleActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Pane } from '../../ui/Pane.tsx';

/** Offers what can be done from the step on show, and takes it back again. */
export function WhatIfPanel() {
  const trace = usePlayer((player) => player.trace);
  const frame = usePlayer((player) => player.trace.frames[player.cursor]);
  const { act } = useWhatIf.getState();
  if (!frame) return null;
  return (
    <Pane title="What if, from here?">
      {toPossibleActions(frame, trace.scenario.settings).map((action) => (
        <Button key={JSON.stringify(action)} onClick={() => void act(action)}>
          {toActionLabel(action)}
        </Button>
      ))}
    </Pane>
  );
}
