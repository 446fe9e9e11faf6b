import { useEffect, useState } from 'react';
import styles from './App.module.css';
import { fetchLateParts, ISLANDS } from './late.ts';
import { PART_NAMES } from './lesson/texts/shell/partNames.ts';
import { About } from './panels/about/About.tsx';
import { Announcer } from './panels/announcer/Announcer.tsx';
import { Footer } from './panels/footer/Footer.tsx';
import { Header } from './panels/header/Header.tsx';
import { Notices } from './panels/notices/Notices.tsx';
import { OwnRun } from './panels/ownRun/OwnRun.tsx';
import { Playback } from './panels/playback/Playback.tsx';
import { Shortcuts } from './panels/shortcuts/Shortcuts.tsx';
import { Stage } from './panels/stage/Stage.tsx';
import { StepTable } from './panels/table/StepTable.tsx';
import { WhatIf } from './panels/whatIf/WhatIf.tsx';
import { createSight, SightContext } from './player/position/sight.ts';
import { reloadOnce } from './player/reloadOnce.ts';
import { usePlayer } from './player/usePlayer.ts';
import { Boundary } from './ui/Boundary.tsx';
import { IslandView } from './ui/IslandView.tsx';
import type { Island } from './ui/island.ts';

const onNextStep = (retry: () => void) =>
  usePlayer.subscribe((player, before) => {
    if (player.cursor !== before.cursor) retry();
  });

/** One island of the page in its place; what it throws stays in it, and the next step tries again. */
function Part({ island, area }: { island: Island; area: string | undefined }) {
  const [sight] = useState(createSight);
  return (
    <SightContext value={sight}>
      <IslandView
        island={island}
        className={area}
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

/** The page. */
export default function App() {
  useEffect(fetchWhileShown, []);
  useEffect(wakePointedAt, []);
  return (
    <>
      <Boundary name={PART_NAMES.header}>
        <Header />
      </Boundary>
      <div className={styles.page}>
        <main className={styles.main}>
          <div className={styles.stage}>
            <Boundary name={PART_NAMES.about} onChange={onNextStep}>
              <About />
            </Boundary>
            <Boundary name={PART_NAMES.ownRun} onChange={onNextStep}>
              <OwnRun />
            </Boundary>
            <Boundary name={PART_NAMES.stage} onChange={onNextStep}>
              <Stage />
            </Boundary>
          </div>
          <div className={styles.playback}>
            <Boundary name={PART_NAMES.playback}>
              <Playback />
            </Boundary>
          </div>
          <div className={styles.whatIf}>
            <Boundary name={PART_NAMES.whatIf} onChange={onNextStep}>
              <WhatIf />
            </Boundary>
          </div>
          <div className={styles.table}>
            <Boundary name={PART_NAMES.table} onChange={onNextStep}>
              <StepTable />
            </Boundary>
          </div>
          <Part island={ISLANDS.tracker} area={styles.tracker} />
          <Part island={ISLANDS.flow} area={styles.flow} />
          <Part island={ISLANDS.questions} area={styles.questions} />
          <div className={styles.figures}>
            <Part island={ISLANDS.counts} area={styles.counts} />
            <Part island={ISLANDS.settings} area={styles.settings} />
          </div>
          <Part island={ISLANDS.http} area={styles.http} />
          <Part island={ISLANDS.code} area={styles.code} />
          <Part island={ISLANDS.moments} area={styles.moments} />
          <Part island={ISLANDS.quiz} area={styles.quiz} />
          <Part island={ISLANDS.snapshot} area={styles.snapshot} />
          <Part island={ISLANDS.transcript} area={styles.transcript} />
        </main>
        <div className={styles.footer}>
          <Boundary name={PART_NAMES.footer}>
            <Footer />
          </Boundary>
        </div>
      </div>
      <Boundary name={PART_NAMES.shortcuts}>
        <Shortcuts />
      </Boundary>
      <Boundary name={PART_NAMES.notices}>
        <Announcer />
        <Notices />
      </Boundary>
    </>
  );
}
