/** What a picture is drawn of: boxes, lines and texts, in px, with the colours of light paper. */
export type Shape = BoxShape | TextShape | ArrowShape;

export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: Colour;
  readonly line: Colour;
  readonly dashed?: boolean;
  readonly heavy?: boolean;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Its base line. */
  readonly y: number;
  readonly text: string;
  readonly size: 13 | 16 | 22;
  readonly colour: Colour;
  readonly bold?: boolean;
  readonly code?: boolean;
  readonly struck?: boolean;
  readonly anchor?: 'middle' | 'end';
}

/** A line from corner to corner with a head at its end, where its last part is level or upright. */
export interface ArrowShape {
  readonly kind: 'arrow';
  readonly points: readonly Point[];
  readonly colour: Colour;
  readonly dashed?: boolean;
}

export type Point = readonly [x: number, y: number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** What it shows, for whoever does not see it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** The colours of the page's light theme; see tokens.css, which a test holds them to. */
export const PAPER = {
  surface: '#ffffff',
  sunken: '#f3f3f0',
  'line-strong': '#c9c7c0',
  text: '#1a1917',
  'text-quiet': '#504e49',
  'text-dim': '#67655f',
  session: '#00707f',
  'session-soft': '#e3f4f6',
  token: '#4a41c9',
  'token-soft': '#efeefd',
  'allowed-soft': '#e6f5eb',
  allowed: '#176b34',
  denied: '#b42324',
  breach: '#80000f',
} as const;

export type Colour = keyof typeof PAPER;
