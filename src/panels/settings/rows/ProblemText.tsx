import { SETTINGS_TEXTS } from '../../../lesson/texts/panels/settings.ts';
import type { TypedProblem } from '../../../player/whatIf/readSetting.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import styles from './ProblemText.module.css';

interface ProblemTextProps {
  id: string;
  problem: TypedProblem;
  /** The text that it is about. */
  text: string;
  onGoTo: (position: number) => void;
  onRevert: () => void;
}

/** Characters that are shown on either side of the place. */
const AROUND = 16;

const cutBefore = (text: string, at: number) => {
  const line = text.slice(0, at).split('\n').at(-1) ?? '';
  return line.length > AROUND ? `…${line.slice(-AROUND)}` : line;
};

const cutAfter = (text: string, at: number) => {
  const [line = ''] = text.slice(at, at + 4 * AROUND).split('\n');
  return line.length > AROUND ? `${line.slice(0, AROUND)}…` : line;
};

/** Says what is wrong with a typed text and where; the run on the screen is the last good one. */
export function ProblemText({ id, problem, text, onGoTo, onRevert }: ProblemTextProps) {
  const { at, message } = problem;
  const [bad = ''] = at ? text.slice(at.position, at.position + 2) : '';
  return (
    <div id={id} role="alert" className={styles.problem}>
      <p>
        {at ? (
          <>
            <Button look="link" onClick={() => onGoTo(at.position)}>
              {SETTINGS_TEXTS.sayPlace(at.line, at.column)}
            </Button>
            :{' '}
          </>
        ) : null}
        {message}
      </p>
      {at ? (
        <code className={styles.excerpt}>
          {cutBefore(text, at.position)}
          <mark>{bad === '' || bad === '\n' ? '⏎' : bad}</mark>
          {bad === '\n' ? '' : cutAfter(text, at.position + bad.length)}
        </code>
      ) : null}
      <Button look="link" onClick={onRevert}>
        {SETTINGS_TEXTS.revert}
      </Button>
    </div>
  );
}
