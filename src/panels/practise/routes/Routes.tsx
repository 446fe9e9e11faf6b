import { useId, useState } from 'react';
import type { Gap } from '../../../lesson/exercises/routes.ts';
import { formatRoutes, GAPS, parseRoutes } from '../../../lesson/exercises/routes.ts';
import { ROUTES_TEXTS } from '../../../lesson/texts/practise/routes.ts';
import { openWay } from '../../../player/practise/openWay.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import exerciseStyles from '../exercise/Exercise.module.css';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { Results } from './Results.tsx';

interface GapFieldsProps {
  gap: Gap;
  chosen: number | null;
  onChoose: (choice: number) => void;
}

/** Lists which choices there are, the shortest first: their own order would tell which one is right. */
const listByLength = (choices: Gap['choices']) =>
  [...choices.keys()].sort(
    (a, b) => (choices[a]?.code.length ?? 0) - (choices[b]?.code.length ?? 0),
  );

/** The code of a route, and the lines that could stand in its gap. */
function GapFields({ gap: { id, route, lines, choices }, chosen, onChoose }: GapFieldsProps) {
  const name = useId();
  const line = chosen === null ? '…' : choices[chosen]?.code;
  return (
    <section aria-labelledby={`gap-${id}`} className={styles.part}>
      <h3 id={`gap-${id}`}>
        <code>{route}</code>
      </h3>
      <pre className={styles.code}>
        <code>{lines.map((one) => one ?? line).join('\n')}</code>
      </pre>
      <div
        role="radiogroup"
        aria-label={ROUTES_TEXTS.sayGap(route)}
        className={exerciseStyles.options}
      >
        {listByLength(choices).map((i) => (
          <label key={i} data-chosen={chosen === i}>
            <input type="radio" name={name} checked={chosen === i} onChange={() => onChoose(i)} />
            <code>{choices[i]?.code.trim()}</code>
          </label>
        ))}
      </div>
    </section>
  );
}

/** The routes of both servers, to be completed; the feedback is a run of just these servers. */
export function Routes({ item }: WayProps) {
  const named = item === null ? null : parseRoutes(item);
  const [chosen, setChosen] = useState<readonly (number | null)[]>(
    () => named ?? GAPS.map(() => null),
  );
  const [missing, setMissing] = useState(0);
  const [asked, setAsked] = useState<string | null>(null);
  const run = () => {
    const whole = chosen.filter((one) => one !== null);
    setMissing(GAPS.length - whole.length);
    if (whole.length < GAPS.length) return;
    setAsked(formatRoutes(whole));
    openWay('try', formatRoutes(whole));
  };
  return (
    <>
      {item !== null && !named ? <NoItem item={item} /> : null}
      <p>{ROUTES_TEXTS.about}</p>
      {GAPS.map((gap, i) => (
        <GapFields
          key={gap.id}
          gap={gap}
          chosen={chosen[i] ?? null}
          onChoose={(choice) => setChosen(chosen.map((one, at) => (at === i ? choice : one)))}
        />
      ))}
      <div className={styles.row}>
        <Button look="strong" onClick={run}>
          {ROUTES_TEXTS.run}
        </Button>
        <p role="status">{missing > 0 ? ROUTES_TEXTS.sayMissing(missing) : null}</p>
      </div>
      {named ? <Results key={item} chosen={named} isAsked={asked === item} /> : null}
    </>
  );
}
