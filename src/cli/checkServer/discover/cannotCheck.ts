/** Why nothing can be said of a server: what was seen, and the option that would help. */
export class CannotCheck extends Error {
  override name = 'CannotCheck';
}
