/** Whether a value can seed a shuffle: a whole number of 32 bits without sign. */
export const isSeed = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
