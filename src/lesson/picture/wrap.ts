/** How wide a character is at most times, in parts of the size of the text: a picture cannot measure. */
const WIDTH = { plain: 0.56, bold: 0.6, code: 0.61 } as const;

export type Face = keyof typeof WIDTH;

/** Returns about how wide a text is, in px. */
export const toWidth = (text: string, size: number, face: Face = 'plain'): number =>
  text.length * size * WIDTH[face];

/** Cuts a text to a width in px; what is cut ends with an ellipsis. */
export function cut(text: string, width: number, size: number, face: Face = 'plain'): string {
  const most = Math.max(1, Math.floor(width / (size * WIDTH[face])));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Breaks a text at its spaces into lines of a width in px, at most so many; a longer one is cut. */
export function wrap(
  text: string,
  width: number,
  size: number,
  lines: number,
  face: Face = 'plain',
): readonly string[] {
  const done: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || toWidth(longer, size, face) <= width) line = longer;
    else {
      done.push(line);
      line = word;
    }
  }
  done.push(line);
  const kept = done.slice(0, lines);
  const rest = done.slice(lines);
  if (rest.length > 0) kept[lines - 1] = `${kept[lines - 1]} ${rest.join(' ')}`;
  return kept.map((one) => cut(one, width, size, face));
}
