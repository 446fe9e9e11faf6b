// Some embedded engines come without it.
const { format } = typeof Intl === 'undefined' ? { format: String } : new Intl.NumberFormat('en');

/** Writes a whole number with its thousands apart. */
export const formatNumber = (value: number): string => format(value);
