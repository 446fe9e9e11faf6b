import { COLUMN_OPTIONS, HEADER_TEXTS, THEME_OPTIONS } from '../../lesson/texts/panels/header.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import { SCENARIO_GROUPS } from '../../player/runs/scenarioList.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Header.module.css';

/** What is shown, and how. */
export function Header() {
  const columns = usePlayer((player) => player.columns);
  const scenario = usePlayer((player) => player.openingId ?? toScenario(player.run).id);
  const theme = usePreferences((preferences) => preferences.theme);
  const { setColumns, chooseScenario, openShortcuts } = usePlayer.getState();
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        {HEADER_TEXTS.brand}
        <span className="visually-hidden">{HEADER_TEXTS.subject}</span>
      </h1>
      <div className={styles.scenario}>
        <Select
          label={HEADER_TEXTS.scenario}
          caption={HEADER_TEXTS.scenario}
          options={[]}
          groups={SCENARIO_GROUPS}
          value={scenario}
          onChange={(id) => void chooseScenario(id)}
        />
      </div>
      <Segmented
        label={HEADER_TEXTS.columns}
        options={COLUMN_OPTIONS}
        value={columns}
        onChange={setColumns}
      />
      <p className={styles.promise}>
        {HEADER_TEXTS.promise}{' '}
        <button
          type="button"
          className={styles.link}
          onClick={() => document.getElementById('questions')?.focus()}
        >
          {HEADER_TEXTS.questions}
        </button>
      </p>
      <Select
        label={HEADER_TEXTS.theme}
        caption={HEADER_TEXTS.theme}
        options={THEME_OPTIONS}
        value={theme}
        onChange={usePreferences.getState().setTheme}
      />
      <Button aria-label={HEADER_TEXTS.shortcuts} className={styles.help} onClick={openShortcuts}>
        ?
      </Button>
    </header>
  );
}
