/** Why something cannot be opened, in a sentence for the reader. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}
