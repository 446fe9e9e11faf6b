import { amend } from '../../lesson/book.ts';
import { toStepTitle } from '../../lesson/cells.ts';
import { toNarration } from '../../lesson/narration.ts';
import { isLike } from '../../lesson/original.ts';
import { toScene } from '../../lesson/scene.ts';
import { isWholeWalk } from '../../lesson/walkRun.ts';
import { LANE_NAMES } from '../../player/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame } from '../../sim/trace.ts';
import { Icon, TONE_ICONS } from '../../ui/Icon.tsx';
import { Late } from '../../ui/Late.tsx';
import { toLatePart } from '../../ui/latePart.ts';
import { Rich } from '../../ui/Rich.tsx';
import { ClientBox } from './ClientBox.tsx';
import styles from './LaneView.module.css';
import { ServerBox } from './ServerBox.tsx';
import { Wire } from './Wire.tsx';

const load = () => import('./Around.tsx');
export const AROUND_PARTS = {
  session: toLatePart(() => load().then((m) => m.SessionAround)),
  token: toLatePart(() => load().then((m) => m.TokenAround)),
} as const;

/** How the original ended at this step, and at which one that was when it is not the same. */
function Originally({ ghost, frame, word }: { ghost: Frame; frame: Frame; word: string }) {
  if (isLike(ghost, frame)) return <span className={styles.ghost}>originally {word}</span>;
  const title = toStepTitle(ghost);
  return (
    <span className={styles.ghost} title={`original: ${title} – ${word}`}>
      original: <span className={styles.ghostTitle}>{title}</span> – {word}
    </span>
  );
}

/** One strategy's lane: client, wire, server, and a line that says what happened. */
export function LaneView({ strategy }: { strategy: Strategy }) {
  const frame = usePlayer((player) => player.trace.frames[player.cursor]);
  const original = usePlayer((player) => player.original);
  const around = usePlayer(({ trace }) => amend()?.around(trace));
  const exploring = usePlayer(({ whatIfOpen, original: base }) => Boolean(whatIfOpen || base));
  const isWalk = usePlayer(({ trace }) => isWholeWalk(trace));
  if (!frame) return null;
  // While one chooses what if, there is room for an attacker already: the first Action moves nothing.
  const scene = toScene(frame, strategy);
  const lane = frame[strategy];
  const { word, tone } = scene.verdict;
  const ghost = original?.frames[frame.step];
  const before = ghost ? toScene(ghost, strategy).verdict.word : word;
  return (
    // A fieldset would announce its name before each thing inside; a lane is only grouped.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="group"
      aria-label={LANE_NAMES[strategy]}
      className={styles.lane}
      data-lane={strategy}
      data-ghost={original ? true : undefined}
    >
      <header className={styles.header}>
        <h3 className={styles.name}>{LANE_NAMES[strategy]}</h3>
        {ghost && before !== word ? <Originally ghost={ghost} frame={frame} word={before} /> : null}
        <span key={word} className={styles.verdict} data-tone={tone}>
          <Icon name={TONE_ICONS[tone]} size={14} />
          {word}
        </span>
      </header>
      <div className={styles.scene} data-tone={tone}>
        <ClientBox strategy={strategy} lane={lane} scene={scene} />
        <Wire strategy={strategy} lane={lane} scene={scene} step={frame.step} />
        <ServerBox strategy={strategy} lane={lane} scene={scene} kind={frame.kind} />
      </div>
      {around || exploring ? (
        <div className={styles.around} data-parts={exploring ? `outsider ${around}` : around}>
          {around ? <Late name="What stands around" part={AROUND_PARTS[strategy]} /> : null}
        </div>
      ) : null}
      {/* A new sentence each step, not one that moves. */}
      <p
        key={frame.step}
        className={styles.narration}
        data-long={isWalk && !exploring ? undefined : true}
      >
        <Rich parts={toNarration(frame.kind, lane, strategy, frame)} />
      </p>
    </div>
  );
}
