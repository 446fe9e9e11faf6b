const PATHS = {
  first: 'M4 3v10M13 3.5 6.5 8l6.5 4.5z',
  previous: 'M10.5 3.5 5.5 8l5 4.5',
  play: 'M5 3.2v9.6L13 8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  next: 'M5.5 3.5 10.5 8l-5 4.5',
  last: 'M12 3v10M3 3.5 9.5 8 3 12.5z',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  openLock: 'M3 7.5h10v6H3zM5.5 7.5V4.7a2.5 2.5 0 0 1 4.8-1M8 10v1.2',
  shield: 'M8 1.8 13 3.6v3.9c0 3.2-2 5.5-5 6.7-3-1.2-5-3.5-5-6.7V3.6zM5.8 8l1.6 1.6 2.9-3.1',
  rest: 'M4 8h8',
  arrow: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  key: 'M9.5 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM8.7 8.6 13.5 13.4M11.5 11.4l1.5-1.5',
  link: 'M6.5 9.5 9.5 6.5M7.5 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M8.5 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1',
} as const;

const FILLED: ReadonlySet<string> = new Set(['first', 'play', 'last']);

export type IconName = keyof typeof PATHS;

/** Draws a 16-pixel icon; it is decoration, the words beside it carry the meaning. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={FILLED.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
