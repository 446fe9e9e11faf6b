/** How long the browser may take to read what it saves, in ms. */
const READ_MS = 10_000;

/** Hands a JSON text to the browser's downloads. Nothing leaves the machine. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
