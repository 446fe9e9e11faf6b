export const SETTINGS_TEXTS = {
  title: 'Settings',
  session: 'Session',
  token: 'Token',
  servers: 'Servers',
  pageAndServer: 'Page and server',
  answers: 'Answers',
  payloadAndSecrets: 'Payload and secrets',
  payloadExample: '{ "theme": "dark" }',
  all: 'All settings',
  reset: 'Reset to the scenario’s settings',
  note: 'The conditions that count in this run: a change runs the same actions again, and the step on show stays.',
  sayOutcome: (step: number, session: string, token: string) =>
    `Step ${step}. Session: ${session} · Token: ${token}`,
  /** Stands before what a setting means, when it is not the Scenario’s own. */
  changed: 'Changed.',
  milliseconds: 'ms',
  seconds: 'seconds',
  sayPlace: (line: number, column: number) => `Line ${line}, column ${column}`,
  sayTooLong: (length: number, most: number) =>
    `The text was not taken: it has ${length} characters, and a field takes ${most}.`,
  revert: 'Restore the last valid value',
  overtaken: 'The run was changed meanwhile, without this. Press Enter to apply it.',
} as const;

export const SECRET_TEXTS = {
  /** Names one of the session's secrets, counted from 1. */
  saySession: (number: number) => (number === 1 ? 'Session secret' : `Session secret ${number}`),
  signsCookie: 'Signs the cookie.',
  older: 'Older; still verifies.',
  add: 'Add an older session secret',
  sayRemove: (number: number) => `Remove session secret ${number}`,
  token: 'Token secret',
  signsTokens: 'Signs tokens by HS256, and verifies them.',
} as const;
