import type { SettingWords } from './settingWords.ts';

/** The words of the settings of the servers. */
export const SERVER_WORDS = {
  secretAtBoot: {
    label: 'Secrets',
    meaning:
      'What both servers sign with: kept in their configuration, or drawn anew whenever the process starts.',
  },
  storeLatencyMs: {
    label: 'Store takes',
    meaning:
      'For each call to a store outside of the server, in a scenario that has one. On every request express-session waits for two: get, and touch or set.',
  },
  noStore: {
    label: 'Cache-Control: no-store',
    meaning: 'Without it, Back shows a private page out of the browser’s cache after the logout.',
  },
  clockOffset: {
    label: 'Server’s clock',
    meaning:
      'How far it is ahead of the true time; behind: with a minus. It judges exp and the record’s end. The browser has a clock of its own.',
  },
  secondClockOffset: {
    label: 'Server B’s clock',
    meaning:
      'The same for server B, the second one behind the address, in a scenario that has one.',
  },
  payload: {
    label: 'Payload',
    meaning:
      'A JSON object, at most 24 KiB and 32 levels deep: data in the session’s record, claims in the token. Empty: none.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export const SECRET_OPTIONS = [
  ['fixed', 'Kept'],
  ['random', 'Drawn at each start'],
] as const;
