import type { Theme } from '../../player/kept/preferences.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import type { Columns } from '../../player/position/columns.ts';
import { SCENARIO_GROUPS } from '../../player/runs/scenarioList.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Header.module.css';

const COLUMN_OPTIONS: readonly (readonly [Columns, string])[] = [
  ['both', 'Both'],
  ['session', 'Session'],
  ['token', 'Token'],
];

const THEME_OPTIONS: readonly (readonly [Theme, string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** What is shown, and how. */
export function Header() {
  const columns = usePlayer((player) => player.columns);
  const scenario = usePlayer((player) => player.openingId ?? toScenario(player.run).id);
  const theme = usePreferences((preferences) => preferences.theme);
  const { setColumns, chooseScenario, openShortcuts } = usePlayer.getState();
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        AuthTrace
        <span className="visually-hidden">: session-based vs token-based auth in Node.js</span>
      </h1>
      <div className={styles.scenario}>
        <Select
          label="Scenario"
          caption="Scenario"
          options={[]}
          groups={SCENARIO_GROUPS}
          value={scenario}
          onChange={(id) => void chooseScenario(id)}
        />
      </div>
      <Segmented label="Columns" options={COLUMN_OPTIONS} value={columns} onChange={setColumns} />
      <p className={styles.promise}>
        Everything runs in your browser; nothing is sent.{' '}
        <button
          type="button"
          className={styles.link}
          onClick={() => document.getElementById('questions')?.focus()}
        >
          Questions
        </button>
      </p>
      <Select
        label="Theme"
        caption="Theme"
        options={THEME_OPTIONS}
        value={theme}
        onChange={usePreferences.getState().setTheme}
      />
      <Button aria-label="Keyboard shortcuts" className={styles.help} onClick={openShortcuts}>
        ?
      </Button>
    </header>
  );
}
