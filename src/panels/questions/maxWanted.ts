/** Characters of a text to look for: what a browser’s console says is pasted whole, with its addresses. */
export const MAX_WANTED = 600;
