import { whenUsed } from '../player/whenUsed.ts';
import { Late } from '../ui/Late.tsx';
import { Pane } from '../ui/Pane.tsx';

const loadSettings = () => import('./settings/SettingsBody.tsx').then((m) => m.SettingsBody);

/** The place of the settings; what fills it is loaded when the page is used. */
export function Settings() {
  return (
    <Pane title="Settings">
      <Late name="The settings" load={loadSettings} after={whenUsed} />
    </Pane>
  );
}
