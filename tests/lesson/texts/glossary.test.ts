import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { GLOSSARY } from '../../../src/lesson/texts/terms/glossary.ts';
import { toSourceAddress } from '../../../src/lesson/texts/terms/sources.ts';
import { TERM_GROUPS } from '../../../src/lesson/texts/terms/terms.ts';

const listed = TERM_GROUPS.flatMap(({ terms }): readonly string[] => terms);
const entries = Object.entries(GLOSSARY);

/** The sentences of a text, by what the platform takes for one. */
const toSentences = (text: string) => [
  ...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text),
];

test('at least forty words are explained, each once, in the order of its group', () => {
  expect(entries.length).toBeGreaterThanOrEqual(40);
  expect(entries.map(([id]) => id)).toEqual(listed);
  const names = entries.map(([, { name }]) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

test.each(entries)('%s: a source that can be opened, and one or two sentences', (_, entry) => {
  const { meaning, source } = entry;
  expect(toSourceAddress(source), source).toMatch(/^https:\/\//);
  const text = toPlainText(meaning);
  expect(text).toMatch(/^[A-Z].*\.$/s);
  const sentences = toSentences(text);
  expect(sentences.length).toBeLessThanOrEqual(2);
  for (const { segment } of sentences) expect(segment.split(/\s+/).length).toBeLessThan(34);
});

test.each(entries)(
  '%s leads on to other words, each once, and not to itself',
  (id, { meaning }) => {
    const to = meaning.flatMap((part) =>
      typeof part === 'object' && 'term' in part ? part.term : [],
    );
    expect(new Set(to).size).toBe(to.length);
    expect(to).not.toContain(id);
  },
);
