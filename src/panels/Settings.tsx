import { Late } from '../ui/Late.tsx';
import { toLatePart } from '../ui/latePart.ts';
import { Pane } from '../ui/Pane.tsx';

export const settingsPart = toLatePart(() =>
  import('./settings/SettingsBody.tsx').then((m) => m.SettingsBody),
);

/** The place of the settings; what fills it is loaded when it comes near. */
export function Settings() {
  return (
    <Pane title="Settings">
      <Late name="The settings" part={settingsPart} near />
    </Pane>
  );
}
