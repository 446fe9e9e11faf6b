import files from 'virtual:code-sample';
import { useState } from 'react';
import type { CodeFileName } from '../../lesson/texts/http/codeFiles.ts';
import { CODE_DIFFERS, CODE_FILES, NO_CODE } from '../../lesson/texts/http/codeFiles.ts';
import { CODE_TEXTS } from '../../lesson/texts/panels/reference/code.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenRun, useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { DownloadLink } from '../../ui/controls/DownloadLink.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Rich } from '../../ui/text/Rich.tsx';
import styles from './CodeSample.module.css';
import { Listing } from './Listing.tsx';
import { findMarkedLines } from './markedLines.ts';

const FILE_OPTIONS = CODE_FILES.map((name) => [name, name] as const);

/** The reference code, to the byte, with the lines marked that act in the current step. */
export function CodeSample() {
  const told = useSeenStep();
  const { kind } = told;
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const [chosen, setChosen] = useState<{ file: CodeFileName; kind: string } | null>(null);
  const marks = shown.flatMap((strategy) => told[strategy].code);
  // A file that was picked by hand stays until the step changes; then the code that acts leads.
  const fallback = shown[0] === 'token' ? 'tokenServer.js' : 'sessionServer.js';
  const acting = marks[0]?.file ?? chosen?.file ?? fallback;
  const name = chosen?.kind === kind ? chosen.file : acting;
  const file = files[name];
  const silent = shown.filter((strategy) => told[strategy].code.length === 0);
  const { codeDifferences } = useSeenRun();
  const differences = [codeDifferences.both, ...shown.map((lane) => codeDifferences[lane])].filter(
    (difference) => difference !== null,
  );
  const counted = CODE_FILES.map(
    (f) => [f, marks.filter(({ file: at }) => at === f).length] as const,
  );
  return (
    <Pane
      title={CODE_TEXTS.title}
      className={styles.pane}
      aside={
        <Segmented
          label={CODE_TEXTS.file}
          options={FILE_OPTIONS}
          value={name}
          onChange={(picked) => setChosen({ file: picked, kind })}
        />
      }
    >
      <p className={styles.note}>
        {kind === 'start'
          ? CODE_TEXTS.start
          : silent.map((strategy) => NO_CODE[strategy]).join(' ')}
        {counted.some(([f, n]) => n > 0 && f !== name)
          ? ` ${CODE_TEXTS.sayActing(counted.filter(([, n]) => n > 0).map(([f]) => f))}`
          : null}
      </p>
      {differences.length > 0 ? (
        <p className={styles.note} data-differs="true">
          {[CODE_DIFFERS, ...differences].join(' ')}
        </p>
      ) : null}
      {file ? (
        <Listing file={file} marked={findMarkedLines(marks, name, file.text)} name={name} />
      ) : null}
      <p className={styles.download}>
        <DownloadLink href="./authtrace-servers.zip" isKept>
          {CODE_TEXTS.takeHome}
        </DownloadLink>
        <Rich parts={CODE_TEXTS.takenHome} />
      </p>
      <p className={styles.download}>
        <DownloadLink href="./check-server.mjs" isKept={false}>
          {CODE_TEXTS.checkServer}
        </DownloadLink>
        <Rich parts={CODE_TEXTS.ownServer} />
      </p>
    </Pane>
  );
}
