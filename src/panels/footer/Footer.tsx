import { FOOTER_TEXTS, SELF_CHECK_TEXTS, THEME_OPTIONS } from '../../lesson/texts/panels/footer.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import { useSelfCheck } from '../../player/runs/selfCheck.ts';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './Footer.module.css';

/** What stands behind the page: the run is computed, and checked once more here; and how the page looks. */
export function Footer() {
  const check = useSelfCheck((state) => state.result);
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <footer className={styles.footer}>
      <p>
        <strong>{FOOTER_TEXTS.computed}</strong> {SELF_CHECK_TEXTS[check]}
      </p>
      <p>
        <span className={styles.promise}>{FOOTER_TEXTS.promise}</span>
        <span className={styles.told}>{FOOTER_TEXTS.told}</span> {FOOTER_TEXTS.assumed}
      </p>
      <Select
        label={FOOTER_TEXTS.theme}
        caption={FOOTER_TEXTS.theme}
        options={THEME_OPTIONS}
        value={theme}
        onChange={usePreferences.getState().setTheme}
      />
    </footer>
  );
}
