/** How long the browser may take to read what it saves, in ms. */
const READ_MS = 10_000;

/** In a frame the page around it may forbid downloads; the browser then drops them without a word. */
export const mayBeBlocked = (): boolean => window.parent !== window;

/** Hands a text to the browser's downloads. Nothing leaves the machine. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
