import { useEffect, useState } from 'react';
import {
  EXPORT_FORMATS,
  EXPORTERS,
  type ExportFormat,
} from '../../lesson/exports/exportFormats.ts';
import { EXPORT_MENU_TEXTS } from '../../lesson/texts/exports.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { loadRunner } from '../../player/runs/loadRunner.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import { SaveButton } from '../../ui/controls/SaveButton.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './TakeRun.module.css';

const FORMATS = EXPORT_FORMATS.map(
  (format) => [format, EXPORT_MENU_TEXTS.formats[format]] as const,
);

const LANES: readonly (readonly [Strategy, string])[] = [
  ['session', LANE_NAMES.session],
  ['token', LANE_NAMES.token],
];

/** A whole run of thousands of Actions would be megabytes in one box. */
const MAX_SHOWN = 20_000;

const cut = (text: string) => (text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}\n…`);

type Failure = 'failed' | 'noCrypto';
type Written = { readonly text: string; readonly hadOwnSecrets: boolean } | Failure | null;

// Known by its name, because its class would bring the engine.
const toFailure = (error: unknown): Failure =>
  error instanceof Error && error.name === 'CryptoUnavailableError' ? 'noCrypto' : 'failed';

/** Writes the run on show anew whenever another text is wanted; `null` until it is there. */
function useWritten(format: ExportFormat, lane: Strategy): Written {
  const run = usePlayer((player) => player.run);
  const [written, setWritten] = useState<Written>(null);
  useEffect(() => {
    let isStale = false;
    const keep = (made: Written) => {
      if (!isStale) setWritten(made);
    };
    loadRunner()
      .then(({ exportRun }) => exportRun(run, format, lane))
      .then(keep, (error) => keep(toFailure(error)));
    return () => {
      isStale = true;
    };
  }, [run, format, lane]);
  return written;
}

/** Takes the run on show along as a text for other tools, to copy or as a file. */
export function TakeRun() {
  const columns = usePlayer((player) => player.columns);
  const id = usePlayer(({ run }) => toScenario(run).id);
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [lane, setLane] = useState<Strategy>(columns === 'token' ? 'token' : 'session');
  const written = useWritten(format, lane);
  const { isPerLane, extension, type } = EXPORTERS[format];
  const name = EXPORT_MENU_TEXTS.sayFile(id, isPerLane ? lane : null, extension);
  return (
    <div className={styles.take}>
      <div className={styles.choice}>
        <Select
          label={EXPORT_MENU_TEXTS.format}
          options={FORMATS}
          value={format}
          onChange={setFormat}
        />
        {isPerLane ? (
          <Segmented
            label={EXPORT_MENU_TEXTS.lane}
            options={LANES}
            value={lane}
            onChange={setLane}
          />
        ) : null}
      </div>
      {typeof written === 'string' ? <p role="alert">{EXPORT_MENU_TEXTS[written]}</p> : null}
      {written !== null && typeof written !== 'string' ? (
        <>
          {written.hadOwnSecrets ? <p role="status">{EXPORT_MENU_TEXTS.replaced}</p> : null}
          <textarea
            readOnly
            rows={6}
            spellCheck={false}
            className={styles.text}
            aria-label={EXPORT_MENU_TEXTS.preview}
            value={cut(written.text)}
          />
          <div className={styles.choice}>
            <CopyButton text={written.text} label={EXPORT_MENU_TEXTS.copy} />
            <SaveButton key={name} name={name} type={type} makeText={() => written.text}>
              {EXPORT_MENU_TEXTS.save}
            </SaveButton>
          </div>
        </>
      ) : null}
    </div>
  );
}
