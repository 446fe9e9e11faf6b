import { type ReactNode, useId, useState } from 'react';
import { FRAME_SIZES, type FrameSize, formatFrame } from '../../lesson/page/frame.ts';
import { EXPORT_MENU_TEXTS } from '../../lesson/texts/exports.ts';
import { DRAFT_TEXTS } from '../../lesson/texts/panels/share/playlist.ts';
import { SHARE_TEXTS } from '../../lesson/texts/panels/share/share.ts';
import { listAsked } from '../../lesson/told/askedSteps.ts';
import { toLink } from '../../player/address/toLink.ts';
import { useHeldTask } from '../../player/asking/useHeldTask.ts';
import { readInspection } from '../../player/inspect/inspections.ts';
import type { Player } from '../../player/playerState.ts';
import { useDraft } from '../../player/playlist/draft.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { DownloadLink } from '../../ui/controls/DownloadLink.tsx';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { MakePlaylist } from './MakePlaylist.tsx';
import styles from './ShareWays.module.css';
import { TakePicture } from './TakePicture.tsx';
import { TakeRun } from './TakeRun.tsx';
import { ToCopy } from './ToCopy.tsx';

interface WayProps {
  title: string;
  note: string;
  /** It takes one button, which stands beside its words. */
  isShort?: boolean;
  children: ReactNode;
}

function Way({ title, note, isShort, children }: WayProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.way} data-short={isShort}>
      <h3 id={id}>{title}</h3>
      <p>{note}</p>
      {children}
    </section>
  );
}

function Embed({ task }: { task: boolean }) {
  const [size, setSize] = useState<FrameSize>('960×640');
  const link = usePlayer((player) => toLink(toFramed({ ...player, task }), window.location, true));
  if (link === null) return <p>{SHARE_TEXTS.tooLong}</p>;
  return (
    <>
      <Segmented
        label={SHARE_TEXTS.size}
        options={FRAME_SIZES.map((one) => [one, one] as const)}
        value={size}
        onChange={setSize}
      />
      <ToCopy
        text={formatFrame(link, size, SHARE_TEXTS.frameName)}
        label={SHARE_TEXTS.copyEmbed}
        name={SHARE_TEXTS.embed}
      />
    </>
  );
}

/** What a frame opens: what is practised or pasted, else the stage; of the other places it has none. */
function toFramed(player: Player) {
  const { view, way, task } = player;
  const isPasted = view === 'reference' && readInspection(way) !== null;
  const isOwn = view === 'check' || (isPasted && !task);
  return isOwn ? player : { ...player, view: 'walk' as const };
}

/** What the link opens: what is on the screen, without the list that led to it; as a task the stage, where what comes is told. */
function toShared(player: Player, task: boolean) {
  const { view } = player;
  const shown = task && view !== 'check' ? ({ view: 'walk', way: null } as const) : {};
  return { ...player, list: null, task, ...shown };
}

/** What few need: the run as a file, a list for a class, the page as a course. */
function MoreWays() {
  const isHeld = useHeldTask();
  // A package has no other in it.
  const isPackage = 'lms' in document.documentElement.dataset;
  return (
    <>
      {/* A task that waits for its answer is not read off its table. */}
      <Way
        title={EXPORT_MENU_TEXTS.title}
        note={isHeld ? EXPORT_MENU_TEXTS.held : EXPORT_MENU_TEXTS.note}
      >
        {isHeld ? null : <TakeRun />}
      </Way>
      <Way title={DRAFT_TEXTS.title} note={DRAFT_TEXTS.note}>
        <MakePlaylist />
      </Way>
      {isPackage ? null : (
        <Way title={SHARE_TEXTS.package} note={SHARE_TEXTS.packageNote}>
          <DownloadLink href="./authtrace-scorm12.zip" isKept={false} className={styles.file}>
            {SHARE_TEXTS.savePackage}
          </DownloadLink>
        </Way>
      )}
    </>
  );
}

/** The ways in which a step is handed on: link, frame, picture, sheet, and to a room. */
export function ShareWays() {
  const { items, task, setTask } = useDraft();
  const asks = usePlayer(({ run }) => listAsked(run.telling).length > 0);
  const link = usePlayer((player) => toLink(toShared(player, task && asks), window.location));
  // Whoever puts a list together comes back to it.
  const [isMore, setMore] = useState(items.length > 0);
  const { setShareOpen, setView, togglePresent } = usePlayer.getState();
  const leaveFor = (go: () => void) => () => {
    setShareOpen(false);
    go();
  };
  return (
    <div className={styles.ways}>
      <Way title={SHARE_TEXTS.link} note={SHARE_TEXTS.linkNote}>
        {link === null ? (
          <p>{SHARE_TEXTS.tooLong}</p>
        ) : (
          <ToCopy text={link} label={SHARE_TEXTS.copyLink} name={SHARE_TEXTS.link} />
        )}
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={task}
            onChange={(event) => setTask(event.target.checked)}
          />
          {DRAFT_TEXTS.task}
        </label>
        <p role="status">{task && !asks ? DRAFT_TEXTS.noTask : null}</p>
      </Way>
      <Way title={SHARE_TEXTS.embed} note={SHARE_TEXTS.embedNote}>
        <Embed task={task && asks} />
      </Way>
      <Way title={SHARE_TEXTS.picture} note={SHARE_TEXTS.pictureNote} isShort>
        <TakePicture />
      </Way>
      <Way title={SHARE_TEXTS.handout} note={SHARE_TEXTS.handoutNote} isShort>
        <Button onClick={leaveFor(() => setView('handout'))}>{SHARE_TEXTS.openHandout}</Button>
      </Way>
      <Way title={SHARE_TEXTS.present} note={SHARE_TEXTS.presentNote} isShort>
        <Button onClick={leaveFor(togglePresent)}>{SHARE_TEXTS.startPresenting}</Button>
      </Way>
      <button
        type="button"
        className={styles.more}
        aria-expanded={isMore}
        onClick={({ currentTarget: button }) => {
          setMore(!isMore);
          // What it opens stands below the edge of a low window.
          requestAnimationFrame(() => {
            button.scrollIntoView?.({ block: isMore ? 'nearest' : 'start' });
          });
        }}
      >
        <Icon name="next" size={14} /> {SHARE_TEXTS.more}
      </button>
      {isMore ? <MoreWays /> : null}
    </div>
  );
}
