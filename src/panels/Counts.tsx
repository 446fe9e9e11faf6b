import { whenUsed } from '../player/whenUsed.ts';
import { Late } from '../ui/Late.tsx';
import { Pane } from '../ui/Pane.tsx';

const loadCounts = () => import('./counts/CountsBody.tsx').then((m) => m.CountsBody);

/** The place of the counts; what fills it is loaded when the page is used. */
export function Counts() {
  return (
    <Pane title="Counts">
      <Late name="The counts" load={loadCounts} after={whenUsed} />
    </Pane>
  );
}
