import { findCookie, findToken, toRecords } from '../../lesson/facts.ts';
import type { Variable } from '../../lesson/variables.ts';
import { VARIABLE_LANES } from '../../lesson/variables.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { CookieDetails } from './CookieDetails.tsx';
import { RecordDetails } from './RecordDetails.tsx';
import { TokenDetails } from './TokenDetails.tsx';
import styles from './ValueDetails.module.css';

/** One variable's value in full at the current step. */
export function ValueDetails({ variable }: { variable: Variable }) {
  const lane = usePlayer(
    (player) => player.trace.frames[player.cursor]?.[VARIABLE_LANES[variable]],
  );
  if (!lane) return null;
  return (
    <div className={styles.details} data-lane={VARIABLE_LANES[variable]}>
      {toBody()}
    </div>
  );

  function toBody() {
    if (!lane) return null;
    if (variable === 'sessionStore') return <RecordDetails records={toRecords(lane)} />;
    if (variable === 'sessionCookie') {
      const cookie = findCookie(lane);
      const response = lane.messages.find(({ kind, to }) => kind === 'response' && to === 'client');
      const setCookie = response?.headers.find(([name]) => name === 'Set-Cookie')?.[1] ?? null;
      return <CookieDetails cookie={cookie ?? null} setCookie={setCookie} />;
    }
    const issued = lane.state.servers.server?.handling?.issued ?? null;
    const { proof } = lane.outcome;
    const token = findToken(lane)?.value ?? issued ?? proof?.credential ?? null;
    return <TokenDetails token={token} discarded={lane.state.clients.client?.discarded ?? null} />;
  }
}
