/** What scripts of a page send, and its forms and links cannot. */
export const SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' } as const;

export const SCRIPT_WORDS = 'X-Requested-With: XMLHttpRequest';
