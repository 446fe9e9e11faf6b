import { LazyMotion, MotionConfig } from 'framer-motion';
import { type ReactNode, useEffect } from 'react';
import styles from './App.module.css';
import { About, aboutPart } from './panels/About.tsx';
import { Announcer } from './panels/Announcer.tsx';
import { Counts, countsPart } from './panels/Counts.tsx';
import { CodeSample } from './panels/code/CodeSample.tsx';
import { FlowDiagram, runFlowPart } from './panels/FlowDiagram.tsx';
import { Footer } from './panels/Footer.tsx';
import { Header } from './panels/Header.tsx';
import { KeyMoments } from './panels/KeyMoments.tsx';
import { Notices } from './panels/Notices.tsx';
import { Playback } from './panels/Playback.tsx';
import { Questions, questionsPart } from './panels/Questions.tsx';
import { Quiz } from './panels/Quiz.tsx';
import { Settings, settingsPart } from './panels/Settings.tsx';
import { Shortcuts } from './panels/Shortcuts.tsx';
import { Snapshot } from './panels/Snapshot.tsx';
import { AROUND_PARTS } from './panels/stage/LaneView.tsx';
import { Stage } from './panels/stage/Stage.tsx';
import { Transcript } from './panels/Transcript.tsx';
import { loadLongRun, StepTable } from './panels/table/StepTable.tsx';
import { VariableTracker } from './panels/tracker/VariableTracker.tsx';
import { WhatIf, whatIfPart } from './panels/WhatIf.tsx';
import { WhatIfButton } from './panels/WhatIfButton.tsx';
import { HttpMessages } from './panels/wire/HttpMessages.tsx';
import { usePlayer } from './player/usePlayer.ts';
import { whenUsed } from './player/whenUsed.ts';
import { Boundary } from './ui/Boundary.tsx';
import { loadMotionFeatures } from './ui/motion.ts';

interface PartProps {
  name: string;
  area: string | undefined;
  children: ReactNode;
}

const onNextStep = (retry: () => void) =>
  usePlayer.subscribe((player, before) => {
    if (player.cursor !== before.cursor) retry();
  });

/** One part of the page in its place; what it throws stays in it, and the next step tries again. */
function Part({ name, area, children }: PartProps) {
  return (
    <div className={area}>
      <Boundary name={name} onChange={onNextStep}>
        {children}
      </Boundary>
    </div>
  );
}

/** What every other run than the walk shows at once. */
const RUN_PARTS = [aboutPart, ...Object.values(AROUND_PARTS), runFlowPart];
const LATE_PARTS = [...RUN_PARTS, whatIfPart, questionsPart, countsPart, settingsPart];

/** Loads what another run than the walk needs to be shown whole. Never rejects. */
export const loadRunParts = () => Promise.allSettled(RUN_PARTS.map((part) => part.load()));

/** Fetches what is shown later as soon as the page is used, so that it waits for no network then. */
async function fetchLateParts() {
  await whenUsed(window);
  // A part that does not come says so where it is wanted.
  for (const part of LATE_PARTS) await part.load().catch(() => {});
  await loadLongRun().catch(() => {});
}

/** The page. */
export default function App() {
  useEffect(() => void fetchLateParts(), []);
  return (
    <MotionConfig reducedMotion="user">
      <LazyMotion features={loadMotionFeatures} strict>
        <Boundary name="The header">
          <Header />
        </Boundary>
        <div className={styles.page}>
          <main className={styles.main}>
            <div className={styles.stage}>
              <Boundary name="The explanation" onChange={onNextStep}>
                <About />
              </Boundary>
              <Boundary name="The stage" onChange={onNextStep}>
                <Stage />
              </Boundary>
            </div>
            <div className={styles.playback}>
              <Boundary name="Playback">
                <Playback>
                  <WhatIfButton />
                </Playback>
              </Boundary>
            </div>
            <Part name="The what-ifs" area={styles.whatIf}>
              <WhatIf />
            </Part>
            <Part name="The execution table" area={styles.table}>
              <StepTable />
            </Part>
            <Part name="The variable tracker" area={styles.tracker}>
              <VariableTracker />
            </Part>
            <Part name="The flow diagram" area={styles.flow}>
              <FlowDiagram />
            </Part>
            <Part name="The questions" area={styles.questions}>
              <Questions />
            </Part>
            <div className={styles.figures}>
              <Part name="The counts" area={styles.counts}>
                <Counts />
              </Part>
              <Part name="The settings" area={styles.settings}>
                <Settings />
              </Part>
            </div>
            <Part name="The HTTP messages" area={styles.http}>
              <HttpMessages />
            </Part>
            <Part name="The code sample" area={styles.code}>
              <CodeSample />
            </Part>
            <Part name="The key moments" area={styles.moments}>
              <KeyMoments />
            </Part>
            <Part name="The quiz" area={styles.quiz}>
              <Quiz />
            </Part>
            <Part name="The snapshot" area={styles.snapshot}>
              <Snapshot />
            </Part>
            <Part name="The transcript" area={styles.transcript}>
              <Transcript />
            </Part>
          </main>
          <div className={styles.footer}>
            <Boundary name="The footer">
              <Footer />
            </Boundary>
          </div>
        </div>
        <Boundary name="The shortcuts">
          <Shortcuts />
        </Boundary>
        <Boundary name="The notices">
          <Announcer />
          <Notices />
        </Boundary>
      </LazyMotion>
    </MotionConfig>
  );
}
