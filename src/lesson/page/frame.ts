/** Sizes that the stage and its bar are designed for in a frame, in px. */
export const FRAME_SIZES = ['960×640', '640×560', '360×640'] as const;

export type FrameSize = (typeof FRAME_SIZES)[number];

/** Writes the HTML of a frame that shows a link. */
export function formatFrame(link: string, size: FrameSize, name: string): string {
  const [width, height] = size.split('×');
  // What a hash can hold of these three is not escaped by the browser.
  const src = link.replace(/[&"<]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<iframe src="${src}" width="${width}" height="${height}" title="${name}" loading="lazy"></iframe>`;
}
