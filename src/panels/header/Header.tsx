import { COLUMN_OPTIONS, HEADER_TEXTS } from '../../lesson/texts/panels/header.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import styles from './Header.module.css';
import { Places } from './Places.tsx';
import { ScenarioSelect } from './ScenarioSelect.tsx';

/** Where one is, and what is shown. */
export function Header() {
  const columns = usePlayer((player) => player.columns);
  const { setColumns, setShareOpen, openShortcuts } = usePlayer.getState();
  return (
    <header className={styles.header}>
      <div className={styles.skips}>
        {HEADER_TEXTS.skips.map(([id, text]) => (
          <a key={id} href={`#${id}`}>
            {text}
          </a>
        ))}
      </div>
      <p className={styles.brand}>{HEADER_TEXTS.brand}</p>
      <Places />
      <div className={styles.scenario}>
        <ScenarioSelect />
      </div>
      <div className={styles.columns}>
        <Segmented
          label={HEADER_TEXTS.columns}
          options={COLUMN_OPTIONS}
          value={columns}
          onChange={setColumns}
        />
      </div>
      <div className={styles.tools} data-arrows>
        <Button className={styles.share} onClick={() => setShareOpen(true)}>
          {HEADER_TEXTS.share}
        </Button>
        <Button
          aria-label={HEADER_TEXTS.shortcuts}
          className={styles.help}
          tabIndex={-1}
          onClick={openShortcuts}
        >
          ?
        </Button>
      </div>
    </header>
  );
}
