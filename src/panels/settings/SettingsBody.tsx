/** Filled next. */
export function SettingsBody() {
  return null;
}
