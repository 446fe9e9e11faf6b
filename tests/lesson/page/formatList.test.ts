import { expect, it } from 'vitest';
import { formatList } from '../../../src/lesson/page/formatList.ts';

it.each([[[]], [['a']], [['a', 'b']], [['a', 'b', 'c']], [['a', 'b', 'c', 'd']]])(
  'lists %j as Intl does',
  (names) => expect(formatList(names)).toBe(new Intl.ListFormat('en').format(names)),
);
