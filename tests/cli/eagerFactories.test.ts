import { expect, it } from 'vitest';
import { wrapFactories } from '../../src/build/eagerFactories.ts';

const long = `t => {${' t.next();'.repeat(1000)} }`;

it('puts the long functions of a file’s first calls in parentheses, and no other', () => {
  const code = `var a = wrap(${long}), b = wrap(t => t.next());\nrun(${long});`;
  expect(wrapFactories(code)).toBe(
    `var a = wrap((${long})), b = wrap(t => t.next());\nrun(${long});`,
  );
});

it('leaves a file without such as it is', () => {
  const code = 'const f = () => 1;\nexport { f };\n';
  expect(wrapFactories(code)).toBe(code);
});
