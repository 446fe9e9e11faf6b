import type { ParentWindow } from './parentWindow.ts';

/**
 * Tells the parent how high the content of the frame is, in CSS pixels, now and whenever that changes.
 * The content is as high as it is whatever the frame's height (`data-framed` in the style sheets), so
 * that no answer of the parent leads to another height. The signal ends it.
 * @see https://github.com/bracken/lti_messaging `lti.frameResize`; Canvas reads it as text
 */
export function fitFrame(parent: ParentWindow, content: Element, signal: AbortSignal): void {
  let told = 0;
  // It reports after the layout of a frame, so that nothing is measured that is not laid out already.
  const observer = new ResizeObserver((entries) => {
    const size = entries.at(-1)?.borderBoxSize[0]?.blockSize ?? 0;
    const height = Math.ceil(size);
    if (height === told || height === 0) return;
    told = height;
    parent.tell(JSON.stringify({ subject: 'lti.frameResize', height }));
  });
  observer.observe(content);
  signal.addEventListener('abort', () => observer.disconnect());
}
