import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { say, term } from '../../../src/lesson/richText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { GLOSSARY } from '../../../src/lesson/texts/terms/glossary.ts';
import { markTerms } from '../../../src/lesson/texts/terms/markTerms.ts';
import { TERM_WORDS } from '../../../src/lesson/texts/terms/termWords.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runWalk } from '../../sim/runs.ts';

test('a word of the glossary opens its entry, the longest there is', () => {
  expect(markTerms(['It draws a session ID, signed with HMAC.'])).toEqual([
    'It draws a ',
    { term: 'session-id', text: 'session ID' },
    ', signed with ',
    { term: 'hmac', text: 'HMAC' },
    '.',
  ]);
});

test('a part of another word is none', () => {
  expect(markTerms(['It recorded an experience, X-Authorization-Id, insecure.'])).toEqual([
    'It recorded an experience, X-Authorization-Id, insecure.',
  ]);
});

test('each is marked once, two at most, and a value is left as it is', () => {
  const text = say`A ${{ plain: 'record' }} under ${'exp'}: the record has a signature, a secret and a kid.`;
  const marked = markTerms(text);
  const ids = marked.flatMap((part) =>
    typeof part === 'object' && 'term' in part ? [part.term] : [],
  );
  expect(ids).toEqual(['record', 'signature']);
  expect(marked).toContainEqual({ code: 'exp' });
  expect(toPlainText(marked)).toBe(toPlainText(text));
});

test('what is dotted already counts', () => {
  const ids = markTerms(say`${term('exp', 'its end')} and the exp of a record, by its secret`).map(
    (part) => (typeof part === 'object' && 'term' in part ? part.term : ''),
  );
  expect(ids.filter(Boolean)).toEqual(['exp', 'record']);
});

test('every word leads to an entry', () => {
  for (const [word, id] of TERM_WORDS) expect(Object.keys(GLOSSARY), word).toContain(id);
});

test('the walk explains its words where they are first met', async () => {
  const { run, at } = openTelling(await runWalk());
  const met = new Set<string>();
  for (let step = 0; step <= run.lastStep; step += 1)
    for (const strategy of STRATEGIES)
      for (const part of at(step)[strategy].sentence)
        if (typeof part === 'object' && 'term' in part) met.add(part.term);
  for (const id of ['session-id', 'record', 'secret', 'signature', 'cookie-jar', 'exp'])
    expect([...met], id).toContain(id);
});
