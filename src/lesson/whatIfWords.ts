import { toAround } from './beyond/around.ts';
import { amendCells } from './beyond/cells.ts';
import { deriveCheckpoints } from './beyond/checkpoints.ts';
import { amendCodeMarks, toCodeDifferences } from './beyond/code.ts';
import { WHAT_IF_DETAILS } from './beyond/details.ts';
import { formatRoute, toServerState } from './beyond/parties.ts';
import { amendVariables } from './beyond/variables.ts';
import { amendVerdict } from './beyond/verdict.ts';
import { amendNarration } from './beyond/walkNarration.ts';
import type { WhatIfWords } from './book.ts';
import { WHAT_IF_ROWS } from './whatIfCells.ts';
import { toWhatIfSentences } from './whatIfSentences.ts';

/** What the lesson says of everything that the walk does not have; for `learnWords`. */
export const WHAT_IF_WORDS: WhatIfWords = {
  amend: {
    cells: amendCells,
    narration: amendNarration,
    details: WHAT_IF_DETAILS,
    verdict: amendVerdict,
    variables: amendVariables,
    checkpoints: deriveCheckpoints,
    around: toAround,
    serverState: toServerState,
    route: formatRoute,
    codeMarks: amendCodeMarks,
    codeDifferences: toCodeDifferences,
  },
  rows: WHAT_IF_ROWS,
  session: toWhatIfSentences('session'),
  token: toWhatIfSentences('token'),
};
