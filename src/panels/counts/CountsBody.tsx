/** Filled next. */
export function CountsBody() {
  return null;
}
