import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { SAVING_TEXTS } from '../../lesson/texts/shell/saving.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './SaveButton.module.css';
import { mayBeBlocked } from './saveFile.ts';

interface DownloadLinkProps {
  href: string;
  /** It is there without a network too, where the page is. */
  isKept: boolean;
  className?: string | undefined;
  children: ReactNode;
}

const listen = (onChange: () => void) => {
  const changes = ['online', 'offline'] as const;
  for (const change of changes) window.addEventListener(change, onChange);
  return () => {
    for (const change of changes) window.removeEventListener(change, onChange);
  };
};

/** A file beside the page, to save; says where that cannot be, or where it may have been dropped. */
export function DownloadLink({ href, isKept, className, children }: DownloadLinkProps) {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  const [isUnsure, setUnsure] = useState(false);
  const address = isUnsure ? new URL(href, window.location.href).href : '';
  return (
    <>
      <a href={href} download className={className} onClick={() => setUnsure(mayBeBlocked())}>
        {children}
      </a>
      {isOnline || isKept ? null : (
        <span role="status" className={styles.note}>
          {' '}
          {SAVING_TEXTS.offline}
        </span>
      )}
      {isUnsure ? (
        <span className={styles.unsure}>
          <span role="alert">{SAVING_TEXTS.mayBeBlockedLink}</span>
          <input
            readOnly
            value={address}
            aria-label={SAVING_TEXTS.address}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={address} label={SAVING_TEXTS.copyAddress} />
        </span>
      ) : null}
    </>
  );
}
