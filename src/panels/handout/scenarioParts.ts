import type { Telling } from '../../lesson/telling.ts';
import { toLatePart } from '../../ui/islands/latePart.ts';

interface SheetProps {
  telling: Telling;
}

const load = () => import('./ScenarioSheet.tsx');

/** What the sheet of the walk does without. */
export const settingPart = toLatePart<SheetProps>(() => load().then((m) => m.Setting));
export const inShortPart = toLatePart<SheetProps>(() => load().then((m) => m.InShort));
