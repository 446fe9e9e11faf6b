import type { Endless } from '../../../lesson/exercises/endless.ts';
import { formatEndless } from '../../../lesson/exercises/endless.ts';
import { PREDICT_TEXTS } from '../../../lesson/texts/panels/predict.ts';
import { CHALLENGE_TEXTS } from '../../../lesson/texts/practise/goals.ts';
import { openWay } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import type { MadeEndless } from '../../../player/practise/runs/makeEndless.ts';
import { makeEndless } from '../../../player/practise/runs/makeEndless.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/Button.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import styles from '../Practise.module.css';

async function showRun({ exercise, runAddress }: MadeEndless) {
  const { openRun, setView } = usePlayer.getState();
  if (runAddress && (await openRun(exercise.scenarioId, runAddress, exercise.place.step)))
    setView('walk');
}

/** A random run in words, and who is let in by its last request. */
export function EndlessPage({ endless }: { endless: Endless }) {
  const { level, seed } = endless;
  const address = formatEndless(endless);
  const { value: made, problem, isMaking } = useMade(address, () => makeEndless(endless));
  if (!made) return <Making isMaking={isMaking} problem={problem} />;
  const { exercise, settings, actions } = made;
  return (
    <section aria-labelledby="endless" className={styles.part}>
      <h3 id="endless">
        {CHALLENGE_TEXTS.endless} · {CHALLENGE_TEXTS.levels[level - 1]}
      </h3>
      <RunContextView settings={settings} actions={actions} />
      <ExerciseForm
        exercise={exercise}
        title={PREDICT_TEXTS.sayQuestion(exercise.question)}
        onAnswer={(isRight) => usePractise.getState().mark(`challenge/random.${level}`, isRight)}
        onShow={() => void showRun(made)}
        showName={CHALLENGE_TEXTS.showRun}
      />
      <div className={styles.row}>
        <Button
          onClick={() =>
            openWay('challenge', formatEndless({ level, seed: (seed + 1) % 0x1_0000_0000 }))
          }
        >
          {CHALLENGE_TEXTS.another}
        </Button>
      </div>
    </section>
  );
}
