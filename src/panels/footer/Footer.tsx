import { FOOTER_TEXTS, SELF_CHECK_TEXTS } from '../../lesson/texts/panels/footer.ts';
import { useSelfCheck } from '../../player/runs/selfCheck.ts';
import styles from './Footer.module.css';

/** What stands behind the page: the run is computed, and checked once more here. */
export function Footer() {
  const check = useSelfCheck((state) => state.result);
  return (
    <footer className={styles.footer}>
      <p>
        <strong>{FOOTER_TEXTS.computed}</strong> {SELF_CHECK_TEXTS[check]}
      </p>
      <p>
        <span>{FOOTER_TEXTS.promise}</span> {FOOTER_TEXTS.assumed}
      </p>
    </footer>
  );
}
