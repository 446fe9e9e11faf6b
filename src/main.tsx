import { LAST_NOTICE } from './lesson/texts/shell/lastNotice.ts';
import './styles/tokens.css';
import './styles/global.css';
import './styles/heldBack.css';
import { type ReactNode, startTransition, useEffect } from 'react';
import { createRoot, hydrateRoot, type RootOptions } from 'react-dom/client';
import App from './App.tsx';
import { ISLANDS, loadRunParts } from './late.ts';
import { toLastStep } from './player/position/cursor.ts';
import { showStage } from './player/position/showStage.ts';
import { startPlayer } from './player/startPlayer.ts';
import { usePlayer } from './player/usePlayer.ts';
import { whenAllCame } from './ui/islands/awaited.ts';
import { wakeNear } from './ui/islands/wakeIslands.ts';

const { dataset } = document.documentElement;

/**
 * Says when the page answers. Hydration shows the start, as prerendered; the stores' real state
 * follows in the same task, after all effects, so a microtask comes when it is in the page and
 * before it is painted.
 */
function Ready({ opened, children }: { opened: Promise<void>; children: ReactNode }) {
  useEffect(() => {
    queueMicrotask(() => {
      dataset.ready = '';
    });
    // A scenario or a run has to be loaded first; React shows it in the microtask after its arrival.
    void opened.then(() =>
      queueMicrotask(() => {
        const { cursor, run, task } = usePlayer.getState();
        // First: the step's name is hidden till then, and goes into view with the stage.
        delete dataset.pending;
        // Above it there is the result at the end, and the question of a task.
        if (cursor > 0 && cursor < toLastStep(run) && !task) showStage();
      }),
    );
  }, [opened]);
  return children;
}

/** The last resort, when an error passed every boundary and React took the page away. */
function showNotice(root: Element) {
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  const start = document.createElement('a');
  start.href = location.pathname + location.search;
  start.textContent = LAST_NOTICE.start;
  notice.append(LAST_NOTICE.stopped, ' ', start, '.');
  root.replaceChildren(notice);
  delete dataset.pending;
}

function mount(root: Element, opened: Promise<void>) {
  const options: RootOptions = {
    // Boundaries show their own notice; the console stays for errors that nobody has seen.
    onCaughtError: () => {},
    onUncaughtError: () => setTimeout(showNotice, 0, root),
    // The page is right again when this is called; the mark is for the tests.
    onRecoverableError: () => {
      dataset.recovered = '';
    },
  };
  // A sibling here would shift the IDs of `useId` against the prerendered ones.
  const app = (
    <Ready opened={opened}>
      <App />
    </Ready>
  );
  // As a transition it is done in slices: a key in between is answered.
  if (root.firstElementChild) startTransition(() => void hydrateRoot(root, app, options));
  else createRoot(root, options).render(app);
}

const { opened } = startPlayer();
// Brought into view, the stage has it beneath itself.
if (/[#&]step=[1-9]/.test(location.hash)) ISLANDS.flow.tellLook(true);
// What another run than the walk needs is fetched beside it; the walk's settings are there as they are sent.
const { settings, ...others } = ISLANDS;
const isOther = /[#&](scenario|run|list)=/.test(location.hash);
if (isOther) loadRunParts();
const awaited = Object.values(isOther ? ISLANDS : others);
const shown = Promise.all([opened, wakeNear(awaited)]).then(whenAllCame);
const root = document.getElementById('root');
if (root) mount(root, shown);
