import { LazyMotion, MotionConfig } from 'framer-motion';
import { type ReactNode, useEffect } from 'react';
import styles from './App.module.css';
import { fetchLateParts } from './late.ts';
import { About } from './panels/about/About.tsx';
import { Announcer } from './panels/announcer/Announcer.tsx';
import { CodeSample } from './panels/code/CodeSample.tsx';
import { Counts } from './panels/counts/Counts.tsx';
import { FlowDiagram } from './panels/flowDiagram/FlowDiagram.tsx';
import { Footer } from './panels/footer/Footer.tsx';
import { Header } from './panels/header/Header.tsx';
import { KeyMoments } from './panels/keyMoments/KeyMoments.tsx';
import { Notices } from './panels/notices/Notices.tsx';
import { Playback } from './panels/playback/Playback.tsx';
import { Questions } from './panels/questions/Questions.tsx';
import { Quiz } from './panels/quiz/Quiz.tsx';
import { Settings } from './panels/settings/Settings.tsx';
import { Shortcuts } from './panels/shortcuts/Shortcuts.tsx';
import { Snapshot } from './panels/snapshot/Snapshot.tsx';
import { Stage } from './panels/stage/Stage.tsx';
import { StepTable } from './panels/table/StepTable.tsx';
import { VariableTracker } from './panels/tracker/VariableTracker.tsx';
import { Transcript } from './panels/transcript/Transcript.tsx';
import { WhatIf } from './panels/whatIf/WhatIf.tsx';
import { HttpMessages } from './panels/wire/HttpMessages.tsx';
import { usePlayer } from './player/usePlayer.ts';
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
                <Playback />
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
