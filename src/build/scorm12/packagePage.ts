import { findRefusedMarkup } from '../contentSecurity.ts';

const BOOT = '<script src="./boot.js"></script>';

/** The script that finds the learning platform, in the package. */
export const LMS_SCRIPT = 'lms.js';

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`the page has not one ${from}`);
  return text.replace(from, () => to);
}

/**
 * Makes the page of a package from the built one: it knows that a learning platform opens it, which is
 * asked before anything else runs. @throws Error for another page, and for what its policy would refuse.
 */
export function toPackagePage(html: string): string {
  const marked = replaceOnce(html, '<html ', '<html data-lms="" ');
  const page = replaceOnce(marked, BOOT, `<script src="./${LMS_SCRIPT}"></script>\n    ${BOOT}`);
  const refused = findRefusedMarkup(page);
  if (refused.length > 0) throw new Error(`the policy would refuse\n  ${refused.join('\n  ')}`);
  return page;
}

/** Reads the title of a page, as it stands in HTML. @throws Error for a page without one. */
export function readTitle(html: string): string {
  const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
  if (!title) throw new Error('the page has no title');
  return title;
}
