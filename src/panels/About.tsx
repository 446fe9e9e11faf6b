import { usePlayer } from '../player/usePlayer.ts';
import { Late } from '../ui/Late.tsx';
import { toLatePart } from '../ui/latePart.ts';

export const aboutPart = toLatePart(() =>
  import('./about/AboutScenario.tsx').then((m) => m.AboutScenario),
);

/** What the chosen Scenario asks and why it comes out as it does; the walk explains itself. */
export function About() {
  const isWalk = usePlayer(
    ({ trace }) => trace.scenario.id === usePlayer.getInitialState().trace.scenario.id,
  );
  return isWalk ? null : <Late name="The explanation" part={aboutPart} />;
}
