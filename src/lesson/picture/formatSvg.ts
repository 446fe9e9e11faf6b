import { PAPER, type Picture, type Shape } from './shape.ts';
import { toArrowPath } from './toArrowPath.ts';

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const SANS = 'system-ui, sans-serif';
const MONO = 'ui-monospace, Menlo, Consolas, monospace';

function formatShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, radius, fill, line, dashed, heavy } = shape;
      const dash = dashed ? ' stroke-dasharray="3 2"' : '';
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${PAPER[fill]}" stroke="${PAPER[line]}" stroke-width="${heavy ? 2 : 1}"${dash}/>`;
    }
    case 'arrow': {
      const dash = shape.dashed ? ' stroke-dasharray="4 3"' : '';
      return `<path d="${toArrowPath(shape)}" fill="none" stroke="${PAPER[shape.colour]}" stroke-width="1.5"${dash}/>`;
    }
    case 'text': {
      const { x, y, text, size, colour, bold, code, struck, anchor } = shape;
      const looks = [
        bold ? ' font-weight="600"' : '',
        struck ? ' text-decoration="line-through"' : '',
        anchor ? ` text-anchor="${anchor}"` : '',
      ].join('');
      return `<text x="${x}" y="${y}" font-family="${code ? MONO : SANS}" font-size="${size}" fill="${PAPER[colour]}"${looks}>${escapeXml(text)}</text>`;
    }
  }
}

/** Writes a picture as a file of its own, SVG 1.1 without script, style sheet or address. */
export const formatSvg = ({ width, height, title, shapes }: Picture): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER.surface}"/>`,
    ...shapes.map(formatShape),
    '</svg>',
    '',
  ].join('\n');
