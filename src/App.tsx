import { useEffect, useState } from 'react';
import styles from './App.module.css';
import { fetchLateParts, ISLANDS } from './late.ts';
import type { ContentsId } from './lesson/texts/panels/reference/contents.ts';
import { TABLE_TEXTS } from './lesson/texts/panels/walk/table.ts';
import { WELCOME_TEXTS } from './lesson/texts/panels/walk/welcome.ts';
import { PART_NAMES } from './lesson/texts/shell/partNames.ts';
import { About } from './panels/about/About.tsx';
import { Main } from './panels/about/Main.tsx';
import { StepHead } from './panels/about/StepHead.tsx';
import { Announcer } from './panels/announcer/Announcer.tsx';
import { GlossaryDialog } from './panels/glossary/GlossaryDialog.tsx';
import { HandoutPlace } from './panels/handout/HandoutPlace.tsx';
import { Header } from './panels/header/Header.tsx';
import { Notices } from './panels/notices/Notices.tsx';
import { OwnRun } from './panels/ownRun/OwnRun.tsx';
import { Playback } from './panels/playback/Playback.tsx';
import { Playlist } from './panels/playlist/Playlist.tsx';
import { Task } from './panels/practise/Task.tsx';
import { Asking } from './panels/predict/Asking.tsx';
import { OpenWhole } from './panels/share/OpenWhole.tsx';
import { Share } from './panels/share/Share.tsx';
import { Shortcuts } from './panels/shortcuts/Shortcuts.tsx';
import { Stage } from './panels/stage/Stage.tsx';
import { StepTable } from './panels/table/StepTable.tsx';
import { KeepRun, WhatIf } from './panels/whatIf/WhatIf.tsx';
import { createSight, SightContext } from './player/position/sight.ts';
import type { View } from './player/position/views.ts';
import { reloadOnce } from './player/reloadOnce.ts';
import { usePlayer } from './player/usePlayer.ts';
import drawer from './styles/Drawer.module.css';
import reference from './styles/Reference.module.css';
import { Boundary } from './ui/islands/Boundary.tsx';
import { IslandView } from './ui/islands/IslandView.tsx';
import type { Island } from './ui/islands/island.ts';

const onNextStep = (retry: () => void) =>
  usePlayer.subscribe((player, before) => {
    if (player.cursor !== before.cursor) retry();
  });

interface PartProps {
  island: Island;
  /** What Reference's contents call it. */
  id?: ContentsId;
  area?: string | undefined;
  /** Where it is shown, when what is around it does not say so. */
  place?: View;
  /** As in `IslandView`. */
  isClosed?: boolean;
}

/** One island of the page in its place; what it throws stays in it, and the next step tries again. */
function Part({ island, id, area, place, isClosed }: PartProps) {
  const [sight] = useState(createSight);
  return (
    <SightContext value={sight}>
      <IslandView
        island={island}
        id={id}
        className={area}
        place={place}
        isClosed={isClosed}
        onSight={sight.setSeen}
        onChange={onNextStep}
        onStuck={reloadOnce}
      />
    </SightContext>
  );
}

/** A place that is to be shown may lie in what is not alive yet. */
const wakePointedAt = () =>
  usePlayer.subscribe(({ pointed }) => {
    if (pointed) void ISLANDS.tracker.wake().catch(() => {});
  });

function fetchWhileShown() {
  const end = new AbortController();
  void fetchLateParts(end.signal);
  return () => end.abort();
}

/**
 * The page: five places in one document. Which of them is seen the style sheet decides by `data-view`
 * on the root, so that no step and no change of place renders what is not; without script all are.
 */
export default function App() {
  useEffect(fetchWhileShown, []);
  useEffect(wakePointedAt, []);
  return (
    <>
      <Boundary name={PART_NAMES.header}>
        <Header />
      </Boundary>
      <Boundary name={PART_NAMES.notices}>
        <Announcer />
        <Notices />
      </Boundary>
      <Boundary name={PART_NAMES.playlist}>
        <Playlist />
      </Boundary>
      <Main className={styles.main}>
        <h1 className={styles.title}>
          {/* No line ends within a word: "token-" alone names nothing. */}
          {WELCOME_TEXTS.title
            .split(/(\w+-\w+)/)
            .map((part, i) => (i % 2 ? <span key={part}>{part}</span> : part))}
        </h1>
        <Part island={ISLANDS.contents} area={styles.contents} place="reference" />
        <Part island={ISLANDS.inspect} area={styles.inspect} place="reference" />
        <div className={styles.screen}>
          <div className={styles.about} data-place="walk try" data-words="stage">
            <Boundary name={PART_NAMES.about} onChange={onNextStep}>
              <About />
              <StepHead />
              <Asking />
            </Boundary>
          </div>
          <div
            id="stage"
            tabIndex={-1}
            className={styles.stage}
            data-place="walk try"
            data-words="stage"
          >
            <Boundary name={PART_NAMES.ownRun} onChange={onNextStep}>
              <OwnRun />
              <Task />
            </Boundary>
            <Boundary name={PART_NAMES.stage} onChange={onNextStep}>
              <Stage Said={Asking} />
            </Boundary>
          </div>
          <div
            id="playback"
            tabIndex={-1}
            className={styles.playback}
            data-place="walk try reference"
          >
            <Boundary name={PART_NAMES.playback}>
              <Playback />
            </Boundary>
          </div>
          <OpenWhole />
          <Part island={ISLANDS.flow} area={styles.flow} place="walk" />
          <div id="table" tabIndex={-1} className={styles.dock} data-place="walk try reference">
            <section id="rows" aria-label={TABLE_TEXTS.name} className={styles.table}>
              <h2 className="visually-hidden">{TABLE_TEXTS.name}</h2>
              <Boundary name={PART_NAMES.table} onChange={onNextStep}>
                <StepTable />
              </Boundary>
            </section>
            <Part island={ISLANDS.tracker} id="tracker" area={styles.tracker} />
          </div>
        </div>
        <HandoutPlace />
        <Part island={ISLANDS.questions} area={styles.questions} place="breaks" isClosed />
        <div className={drawer.drawer} data-place="try">
          <div className={drawer.tries}>
            <Boundary name={PART_NAMES.whatIf} onChange={onNextStep}>
              <WhatIf />
            </Boundary>
            <Part island={ISLANDS.settings} />
          </div>
          <Boundary name={PART_NAMES.whatIf} onChange={onNextStep}>
            <KeepRun />
          </Boundary>
        </div>
        <div className={styles.check} data-place="check">
          <Part island={ISLANDS.practise} />
          <Part island={ISLANDS.quiz} />
          <Part island={ISLANDS.progress} />
        </div>
        <div className={reference.reference} data-place="reference">
          <Part island={ISLANDS.http} id="messages" area={reference.http} />
          <Part island={ISLANDS.code} id="code" area={reference.code} />
          <Part island={ISLANDS.moments} id="moments" area={reference.moments} />
          <Part island={ISLANDS.holders} id="holders" area={reference.holders} />
          <Part island={ISLANDS.counts} id="counts" area={reference.counts} />
          <Part island={ISLANDS.snapshot} id="snapshot" area={reference.snapshot} />
          <Part island={ISLANDS.transcript} id="transcript" area={reference.transcript} />
          <Part island={ISLANDS.glossary} id="glossary" area={reference.glossary} />
        </div>
      </Main>
      <Part island={ISLANDS.footer} area={styles.footer} />
      <Boundary name={PART_NAMES.shortcuts}>
        <Shortcuts />
        <Share />
        <GlossaryDialog />
      </Boundary>
    </>
  );
}
