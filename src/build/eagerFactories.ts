import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/** How long a function is, in characters, whose second parse is felt when the page opens. */
const LONG = 5_000;

/**
 * Puts parentheses round the long functions that a file calls with at its top level, as wrapped
 * CommonJS modules are. An engine takes them for functions that run at once and compiles them with
 * the file, off the main thread; else it would parse them a second time, on it.
 * @see https://v8.dev/blog/preparser#pife
 */
export function wrapFactories(code: string): string {
  const spans: (readonly [number, number])[] = [];
  for (const statement of parseAst(code).body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { init } of statement.declarations) {
      if (init?.type !== 'CallExpression') continue;
      for (const { type, start, end } of init.arguments) {
        const isFunction = type === 'ArrowFunctionExpression' || type === 'FunctionExpression';
        if (isFunction && end - start > LONG) spans.push([start, end]);
      }
    }
  }
  return spans.reduceRight(
    (text, [start, end]) => `${text.slice(0, start)}(${text.slice(start, end)})${text.slice(end)}`,
    code,
  );
}

/** Lets the browser compile the page's long factories before they run; see `wrapFactories`. */
export function eagerFactories(): Plugin {
  return {
    name: 'authtrace:eager-factories',
    apply: 'build',
    generateBundle: {
      // After the minifier, which takes such parentheses away.
      order: 'post',
      handler(_, bundle) {
        if (this.environment.config.consumer !== 'client') return;
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk') chunk.code = wrapFactories(chunk.code);
      },
    },
  };
}
