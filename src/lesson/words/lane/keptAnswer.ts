import type { KeptAnswer } from '../../read/run/keptAnswer.ts';
import type { Badge } from '../../telling.ts';

const { format: formatKilobytes } = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
});

function sayKept(kept: KeptAnswer): string {
  if (kept.thing === 'password') return kept.isKept ? 'Kept' : 'Kept nowhere';
  return kept.bytes === 0
    ? 'Nothing on the server'
    : `${formatKilobytes(kept.bytes / 1000)} on the server`;
}

/** Says what a lane keeps of what is looked for. */
export const sayKeptAnswer = (kept: KeptAnswer): Badge => ({ tone: 'rest', word: sayKept(kept) });
