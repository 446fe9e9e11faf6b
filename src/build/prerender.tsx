import { renderToString } from 'react-dom/server';
import App from '../App.tsx';

/** Renders the page at its start, in Node, from the same components that the browser runs. */
export function renderApp(): string {
  return renderToString(<App />);
}
