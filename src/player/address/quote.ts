const MAX_SHOWN = 20;

/**
 * Quotes a text from outside for a notice: without control and direction characters, and short,
 * so that a made-up address cannot put a message of its own on the page.
 */
export function quote(text: string): string {
  const shown = [...text.replace(/\p{C}/gu, '')];
  const cut = shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN).join('')}…` : shown.join('');
  return `“${cut}”`;
}
