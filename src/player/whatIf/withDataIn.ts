import { listStoreOnly, WITHOUT_STORE } from '../../sim/cookieSession/storeOnly.ts';
import type { SessionSettings, Settings } from '../../sim/settings.ts';

const pick = (from: Partial<SessionSettings>, names: readonly (keyof SessionSettings)[]) =>
  Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]]] : [])));

/**
 * Returns settings in which the session's data is elsewhere. What goes only with a store is taken back
 * without one; with one it is as in the Scenario again.
 */
export function withDataIn(
  settings: Settings,
  dataIn: NonNullable<SessionSettings['dataIn']>,
  own: SessionSettings,
): Settings {
  const { dataIn: _, ...session } = settings.session;
  if (dataIn === 'store') {
    const names = Object.keys(WITHOUT_STORE) as (keyof typeof WITHOUT_STORE)[];
    return { ...settings, session: { ...session, ...pick(own, names) } };
  }
  const moved: SessionSettings = { ...session, dataIn };
  const { csrf, ...rest } = settings;
  return {
    ...rest,
    ...(csrf && csrf !== 'token' && { csrf }),
    session: { ...moved, ...pick(WITHOUT_STORE, listStoreOnly(moved)) },
  };
}
