import { listAsked } from '../../lesson/page/askedSteps.ts';
import { findQuestion } from '../../lesson/page/question.ts';
import { findOpen, readSaid } from '../../player/asking/ask.ts';
import { usePredictions } from '../../player/asking/predictions.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import type { Player } from '../../player/playerState.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Ask } from './Ask.tsx';
import styles from './Predict.module.css';
import { Told } from './Told.tsx';

/** The asked step whose answer is on show; `null` where there is none. */
function findTold({ run, cursor }: Pick<Player, 'run' | 'cursor'>): number | null {
  const { isWalk, decides } = run.telling.run;
  const step = listAsked(run.telling).findLast((asked) => asked <= cursor);
  const last = isWalk ? step : decides;
  return step !== undefined && last !== null && last !== undefined && cursor <= last ? step : null;
}

/** What will happen at a telling step; after it, what was said of that, and why it is as it is. */
export function Predict() {
  const run = usePlayer((player) => player.run);
  const cursor = usePlayer((player) => player.cursor);
  const asking = usePlayer((player) => player.asking);
  const view = usePlayer((player) => player.view);
  const columns = usePlayer((player) => player.columns);
  const predict = usePlayer((player) => player.predict);
  const embedded = usePlayer((player) => player.embedded);
  const presenting = usePlayer((player) => player.presenting);
  const answers = usePredictions((predictions) => predictions.answers);
  // What is asked hangs on it too.
  usePreferences((preferences) => preferences.asks);
  const open = findOpen({ run, view, columns, predict, embedded, presenting }, cursor + 1);
  const toldStep = findTold({ run, cursor });
  const question = toldStep === null ? null : findQuestion(run.telling, toldStep);
  const said = question ? readSaid(answers, run, question.step) : null;
  const isKnown = question?.options.includes(said ?? '') ?? false;
  const isTold = isKnown && !(open && asking);
  return (
    <div
      className={styles.place}
      data-predict={isTold ? 'told' : open ? 'open' : undefined}
      data-asked={asking ? true : undefined}
    >
      {open && !isTold ? (
        <Ask key={`${run.telling.run.scenario.id} ${open.step}`} question={open} />
      ) : null}
      <p role="status" className={styles.told}>
        {isTold && question && typeof said === 'string' ? (
          <Told question={question} said={said} />
        ) : null}
      </p>
    </div>
  );
}
