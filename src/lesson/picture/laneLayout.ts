import type { StageTelling } from '../telling.ts';

/** Where everything of a lane stands, in px. */
export const LANE_WIDTH = 640;
export const PAD = 16;
export const BOX = { width: 188, top: 48, height: 160 } as const;
export const SERVER_X = LANE_WIDTH - PAD - BOX.width;
export const WIRE = { from: PAD + BOX.width + 10, to: SERVER_X - 10 } as const;

/** Where request and response cross. */
export const TRACKS = { request: BOX.top + 48, response: BOX.top + 122 } as const;

/** Whoever stands around client and server, a row each, below them. */
const ROW = { height: 60, gap: 12 } as const;
const USERS_HEIGHT = 36;
const GHOST_HEIGHT = 24;
const AROUND_TOP = BOX.top + BOX.height + 20;

const toRowTop = (row: number) => AROUND_TOP + row * (ROW.height + ROW.gap);

/** A row as wide as the lane; server B has the right end of the first one, under server A. */
const toRow = (row: number, beside: boolean) => ({
  x: PAD,
  y: toRowTop(row),
  width: beside ? SERVER_X - 36 - PAD : LANE_WIDTH - 2 * PAD,
  height: ROW.height,
});

export interface LaneLayout {
  readonly rows: readonly Place[];
  readonly second: Place;
  readonly users: Place;
  /** Below all of them. */
  readonly bottom: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Says where those stand who are around client and server in a step. */
export function layOut({ outsider, browsers, second, users, ghost }: StageTelling): LaneLayout {
  const below = (outsider ? 1 : 0) + browsers.length;
  const rows = Array.from({ length: below }, (_, row) => toRow(row, second !== null));
  const usersTop = toRowTop(Math.max(below, second ? 1 : 0));
  const end = users ? usersTop + USERS_HEIGHT + ROW.gap : usersTop;
  return {
    rows,
    second: { x: SERVER_X, y: toRowTop(0), width: BOX.width, height: ROW.height },
    users: { ...toRow(0, false), y: usersTop, height: USERS_HEIGHT },
    bottom: end + (ghost ? GHOST_HEIGHT : 0) - 20,
  };
}
