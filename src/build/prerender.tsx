import { prerenderToNodeStream } from 'react-dom/static';
import App from '../App.tsx';
import { ISLANDS } from '../late.ts';

/**
 * Renders the page at its start, in Node, from the same components that the browser runs; what the
 * page loads late is awaited. @throws whatever a component throws.
 */
export async function renderApp(): Promise<string> {
  await Promise.all(Object.values(ISLANDS).map((island) => island.wake()));
  let failure: unknown;
  const { prelude } = await prerenderToNodeStream(<App />, {
    // A large part would be put at the end and moved to its place by an inline script.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      failure ??= error;
    },
  });
  let html = '';
  for await (const chunk of prelude) html += chunk.toString();
  if (failure) throw failure;
  return html;
}
