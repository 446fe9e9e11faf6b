import { GLOSSARY_TEXTS } from '../../lesson/texts/panels/reference/glossary.ts';
import { KEYS, SHORTCUTS_TEXTS } from '../../lesson/texts/panels/reference/shortcuts.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './Shortcuts.module.css';

/** The keys, and the switch for those that type a character. */
export function KeyList() {
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  const asks = usePreferences((preferences) => preferences.asks);
  return (
    <>
      <Button className={styles.glossary} onClick={() => usePlayer.getState().showTerm('')}>
        {GLOSSARY_TEXTS.open}
      </Button>
      <dl className={styles.keys}>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => usePreferences.getState().setSingleKeys(event.target.checked)}
        />
        {SHORTCUTS_TEXTS.singleKeys}
      </label>
      <div className={styles.switch}>
        <Select
          label={SHORTCUTS_TEXTS.asks}
          caption={SHORTCUTS_TEXTS.asks}
          options={SHORTCUTS_TEXTS.askOptions}
          value={asks}
          onChange={usePreferences.getState().setAsks}
        />
      </div>
      <p className={styles.note}>{SHORTCUTS_TEXTS.touch}</p>
    </>
  );
}
