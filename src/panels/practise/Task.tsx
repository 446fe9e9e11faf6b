import { readWay } from '../../player/practise/ways.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { toLatePart } from '../../ui/islands/latePart.ts';
import { useLatePart } from '../../ui/islands/useLatePart.ts';

export const taskPart = toLatePart(() => import('./TaskBar.tsx').then((m) => m.TaskBar));

function LateTask() {
  const { Part } = useLatePart(taskPart);
  return Part ? <Part /> : null;
}

/** What one has come to the stage for from a way to learn; nothing where there is none. */
export function Task() {
  const has = usePlayer(
    ({ way, view, presenting }) => view !== 'check' && !presenting && readWay(way) !== null,
  );
  return has ? <LateTask /> : null;
}
