import { useEffect } from 'react';
import { formatRoutes } from '../../../lesson/exercises/routes.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { ROUTES_TEXTS } from '../../../lesson/texts/practise/routes.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import type { TriedRoutes } from '../../../player/practise/runs/runRoutes.ts';
import { runRoutes } from '../../../player/practise/runs/runRoutes.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import { Rich } from '../../../ui/text/Rich.tsx';
import { Making } from '../exercise/Making.tsx';
import styles from '../Practise.module.css';

async function showRun({ scenarioId, runAddress, step }: TriedRoutes) {
  const { openRun, setView } = usePlayer.getState();
  if (runAddress && (await openRun(scenarioId, runAddress, step))) setView('walk');
}

interface ResultsProps {
  chosen: readonly number[];
  /** They were put together here, and not opened by an address. */
  isAsked: boolean;
}

/** What came of each attack on the servers that were put together. */
export function Results({ chosen, isAsked }: ResultsProps) {
  const {
    value: tried,
    problem,
    isMaking,
  } = useMade(formatRoutes(chosen), () => runRoutes(chosen));
  const held = tried?.filter(({ isHeld }) => isHeld).length ?? 0;
  const isWhole = tried !== null && held === tried.length;
  useEffect(() => {
    if (tried && isAsked) usePractise.getState().mark('try/routes', isWhole);
  }, [tried, isWhole, isAsked]);
  if (!tried) return <Making isMaking={isMaking} problem={problem} />;
  return (
    <section aria-labelledby="tried" className={styles.part}>
      <h3 id="tried">{ROUTES_TEXTS.results}</h3>
      <p role="status">
        <strong>{ROUTES_TEXTS.sayScore(held, tried.length)}</strong>
      </p>
      <ul className={styles.hints}>
        {tried.map((one) => (
          <li key={one.trial.id} data-tone={one.tone}>
            <p>
              <strong>
                <Icon name={one.isHeld ? 'shield' : 'openLock'} size={14} />{' '}
                {one.isHeld ? ROUTES_TEXTS.holds : ROUTES_TEXTS.fails}
              </strong>
              {' · '}
              {LANE_NAMES[one.trial.lane]}
              {' · '}
              {ROUTES_TEXTS.trials[one.trial.id]}
            </p>
            <p>
              <Rich parts={one.sentence} />{' '}
              {one.trial.needsSecret && !one.isHeld ? ROUTES_TEXTS.needsSecret : null}
            </p>
            {one.isHeld ? null : (
              <p>
                {ROUTES_TEXTS.decides} <code>{one.line}</code>
              </p>
            )}
            <Button look="link" onClick={() => void showRun(one)}>
              {ROUTES_TEXTS.see}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
