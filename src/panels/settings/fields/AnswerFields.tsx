import { applySettings } from '../../../player/whatIf/applySettings.ts';
import type { Settings } from '../../../sim/settings.ts';
import { Switch } from '../rows/Choices.tsx';

interface AnswerFieldsProps {
  settings: Settings;
  /** The Scenario's own. */
  own: Settings;
}

const apply = (noStore: boolean) => applySettings((now) => ({ ...now, noStore }));

/** What the answers of both servers say. */
export function AnswerFields({ settings: { noStore = true }, own }: AnswerFieldsProps) {
  return (
    <Switch
      name="noStore"
      checked={noStore}
      changed={noStore !== (own.noStore ?? true)}
      onChange={(checked) => void apply(checked)}
    />
  );
}
