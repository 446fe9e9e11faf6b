import { learnWords } from '../../src/lesson/book.ts';
import { WHAT_IF_WORDS } from '../../src/lesson/whatIfWords.ts';
import { isWalk } from '../../src/sim/walk.ts';

learnWords(WHAT_IF_WORDS, isWalk);
