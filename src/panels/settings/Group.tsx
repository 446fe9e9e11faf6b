import type { ReactNode } from 'react';
import { useContext, useState } from 'react';
import { SETTINGS_TEXTS } from '../../lesson/texts/panels/settings.ts';
import type { SettingField } from '../../player/whatIf/tellingSettings.ts';
import { Icon } from '../../ui/Icon.tsx';
import { OpenFields } from './fold.ts';
import styles from './Group.module.css';

interface GroupProps {
  title: string;
  lane?: 'session' | 'token';
  fields: readonly SettingField[];
  children: ReactNode;
}

/** Settings that belong together: those that matter are open, the others on demand. */
export function Group({ title, lane, fields, children }: GroupProps) {
  const matters = useContext(OpenFields);
  const [all, setAll] = useState(false);
  const hasMore = matters !== 'all' && fields.some((field) => !matters.has(field));
  return (
    <fieldset className={styles.group} data-lane={lane}>
      <legend className={styles.title}>{title}</legend>
      <OpenFields value={all ? 'all' : matters}>{children}</OpenFields>
      {hasMore ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={all}
          aria-label={SETTINGS_TEXTS.sayMore(title)}
          onClick={() => setAll(!all)}
        >
          <span className={styles.turn}>
            <Icon name="next" size={12} />
          </span>
          {SETTINGS_TEXTS.more}
        </button>
      ) : null}
    </fieldset>
  );
}
