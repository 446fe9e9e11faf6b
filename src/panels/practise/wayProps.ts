/** What a way is given: what of it is open, as the address has it. */
export interface WayProps {
  readonly item: string | null;
}
