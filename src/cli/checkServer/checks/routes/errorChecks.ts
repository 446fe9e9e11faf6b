import { ALL_KINDS, type Check, pass, say, skip } from '../check.ts';
import { findLeak } from './leak.ts';

/** Is last but one: looks at all refusals of the run. */
export const ERROR_CHECKS: readonly Check[] = [
  {
    id: 'errors.text',
    step: 8,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'refusals tell nothing of the inside',
    why: 'Paths, stacks and the words of databases show an attacker what to try next; they belong in the log.',
    async run({ refusals }) {
      const found = refusals().flatMap(({ text, hide }) => findLeak(text, hide) ?? []);
      const [inside] = found.filter(({ isInside, isErrorPage }) => isInside && !isErrorPage);
      if (inside) return say('warn', inside.excerpt);
      const page = found.find(({ isErrorPage }) => isErrorPage);
      if (page) {
        const came = `${page.excerpt}, on the error page that NODE_ENV=production hides`;
        return { ...say('note', came), inDevelopment: true };
      }
      const [first] = found;
      if (first) return say('note', first.excerpt);
      const { length } = refusals();
      return length === 0 ? skip('there were none') : pass(`nothing of the kind in ${length}`);
    },
  },
];
