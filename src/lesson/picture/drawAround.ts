import type { Strategy } from '../../sim/strategy.ts';
import { toLook } from '../page/look.ts';
import type { BrowserTelling, OutsiderTelling, StageTelling, Tone } from '../telling.ts';
import { AROUND_TEXTS } from '../texts/panels/walk/around.ts';
import { box, drawCredential, TONES, toChipWidth, toServerLine, write } from './draw.ts';
import { BOX, type LaneLayout, type Place } from './laneLayout.ts';
import type { Shape } from './shape.ts';
import { cut, toWidth, wrap } from './wrap.ts';

const INSIDE = 12;

interface Thing {
  readonly label: string;
  readonly note: string | null;
  readonly refused: boolean;
}

/** Credentials beside each other, each with what there is to say of it. */
function drawThings(things: readonly Thing[], { x, y, width }: Place, strategy: Strategy): Shape[] {
  const end = x + width - INSIDE;
  const shapes: Shape[] = [];
  let at = x + INSIDE;
  for (const { label, note, refused } of things) {
    shapes.push(...drawCredential(label, at, y + 29, strategy, refused));
    at += toChipWidth(label) + 8;
    if (note === null) continue;
    const text = cut(note, end - at, 13);
    shapes.push(write({ text, x: at, y: y + 45, colour: 'text-quiet' }));
    at += toWidth(text, 13) + 12;
  }
  return shapes;
}

/** What is said of somebody who has no credential. */
const drawNothing = (text: string, { x, y }: Place): Shape =>
  write({ text, x: x + INSIDE, y: y + 45, colour: 'text-dim' });

/** Who stands there, and what it does or is. */
function drawWho(name: string, note: string, acts: boolean, place: Place): Shape[] {
  const [x, y] = [place.x + INSIDE, place.y + 20];
  return [
    box(place, acts ? 'text' : 'line-strong', !acts),
    write({ text: name, x, y, bold: true }),
    write({ text: note, x: x + toWidth(name, 13, 'bold') + 16, y, colour: 'text-dim' }),
  ];
}

/** What a page of another site has the user's browser send, and what comes of it. */
function drawForced({ label, tone }: NonNullable<OutsiderTelling['forced']>, place: Place) {
  const x = place.x + 330;
  const shapes = [
    write({ text: AROUND_TEXTS.forces, x, y: place.y + 20 }),
    write({ text: label, x, y: place.y + 45, code: true }),
  ];
  if (tone === null) return shapes;
  return [
    ...shapes,
    write({
      text: toLook(tone).word,
      x: x + toWidth(label, 13, 'code') + 8,
      y: place.y + 45,
      bold: true,
      colour: TONES[tone],
    }),
  ];
}

/** A dashed line between the user's client and whoever stands below it: up to what it drives, down to what it took. */
const drawPath = (place: Place, up: boolean): Shape => {
  const x = place.x + 24;
  const [here, client] = [[x, place.y] as const, [x, BOX.top + BOX.height] as const];
  return {
    kind: 'arrow',
    points: up ? [here, client] : [client, here],
    colour: 'text',
    dashed: true,
  };
};

function drawOutsider(outsider: OutsiderTelling, place: Place, strategy: Strategy): Shape[] {
  const { name, note, acts, things, more, forced } = outsider;
  const has = things.map(({ label, worth, refused }, i) => {
    const others = more > 0 && i === things.length - 1 ? `+${more}` : null;
    return { label, refused, note: [worth, others].filter(Boolean).join(' ') || null };
  });
  return [
    ...drawWho(name, note, acts, place),
    ...drawThings(has, place, strategy),
    ...(things.length === 0
      ? [drawNothing(outsider.place ?? AROUND_TEXTS.nothingStolen, place)]
      : []),
    ...(forced ? [...drawForced(forced, place), drawPath(place, true)] : []),
    ...(things.some(({ taken }) => taken) ? [drawPath(place, false)] : []),
  ];
}

function drawBrowser(browser: BrowserTelling, place: Place, strategy: Strategy): Shape[] {
  const { name, note, acts, kept } = browser;
  return [
    ...drawWho(name, note, acts, place),
    ...(kept.length === 0
      ? [drawNothing(AROUND_TEXTS.empty, place)]
      : drawThings(kept, place, strategy)),
  ];
}

/** Draws whoever stands around client, wire and server: the attacker, further browsers, server B, the database. */
export function drawAround(
  { outsider, browsers, second, users }: StageTelling,
  layout: LaneLayout,
  strategy: Strategy,
  tone: Tone,
): Shape[] {
  const rows = [
    ...(outsider ? [(place: Place) => drawOutsider(outsider, place, strategy)] : []),
    ...browsers.map((browser) => (place: Place) => drawBrowser(browser, place, strategy)),
  ];
  const shapes = layout.rows.flatMap((place, i) => rows[i]?.(place) ?? []);
  if (second) {
    const { x, y, width } = layout.second;
    shapes.push(
      box(layout.second, toServerLine(second.active, tone), !second.active),
      write({ text: second.name, x: x + INSIDE, y: y + 18, bold: true }),
      ...second.facts.map((fact, i) =>
        write({
          text: cut(fact, width - 2 * INSIDE, 13),
          x: x + INSIDE,
          y: y + 35 + i * 16,
          colour: 'text-quiet',
        }),
      ),
    );
  }
  if (users) {
    const { x, y, width } = layout.users;
    const from = x + INSIDE + toWidth(AROUND_TEXTS.users, 13, 'bold') + 16;
    shapes.push(
      box(layout.users, users.acts ? 'text' : 'line-strong'),
      write({ text: AROUND_TEXTS.users, x: x + INSIDE, y: y + 23, bold: true }),
      ...wrap(users.row, x + width - INSIDE - from, 13, 1, 'code').map((text) =>
        write({ text, x: from, y: y + 23, code: true }),
      ),
    );
  }
  return shapes;
}
