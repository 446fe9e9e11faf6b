import type { InspectionKind } from '../../inspect/kinds.ts';
import { toStem, toWords } from '../scenarios/searchWords.ts';

/** A thing is pasted where a text names it, and what one wants to know of it. */
interface Clue {
  readonly kind: InspectionKind;
  /** What it looks like itself. */
  readonly looks: RegExp;
  readonly names: ReadonlySet<string>;
  readonly wants: ReadonlySet<string>;
}

const toStems = (words: string): ReadonlySet<string> => new Set(toWords(words).map(toStem));

const CLUES: readonly Clue[] = [
  {
    kind: 'cookie',
    looks: /set-cookie\s*:|;\s*(httponly|secure|samesite=|path=\/|max-age=)/i,
    names: toStems('cookie setcookie samesite httponly'),
    wants: toStems(
      'set saved stored sent send kept keep blocked rejected dropped ignored missing appear showing works lost accepted persisting secure samesite domain header credentials localhost cors undefined empty deleted cleared inspect paste devtools',
    ),
  },
  {
    kind: 'token',
    looks: /\beyJ[\w-]{10,}\.[\w-]+/,
    names: toStems('token jwt jsonwebtoken jsonwebtokenerror bearer'),
    wants: toStems(
      'decode decoder malformed invalid verify verifier signature parse read inspect paste debug debugger payload claims exp',
    ),
  },
  {
    kind: 'log',
    looks: /^\s*\{\s*"log"\s*:|^[<>*] /m,
    names: toStems('har curl'),
    wants: toStems('har curl'),
  },
];

/** Tells what a text asks to have looked at, or is itself; `null`: it asks for something else. */
export function findInspection(text: string): InspectionKind | null {
  const shown = CLUES.find(({ looks }) => looks.test(text));
  if (shown) return shown.kind;
  const stems = toWords(text).map(toStem);
  const has = (some: ReadonlySet<string>) => stems.some((stem) => some.has(stem));
  return CLUES.find(({ names, wants }) => has(names) && has(wants))?.kind ?? null;
}
