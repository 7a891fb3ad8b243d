/**
 * The lie of the land: corners, the lines between them, and which lines bound which chapter. Two continents with a
 * strait between, for the two accounts of chapter 5; its bridge is the trust between them.
 */
import type { Point } from './shore.ts';

/** The sheet, in the map's units. */
export const SHEET = { width: 1000, height: 860 } as const;

/** A line from corner to corner over further points: a coast, or a border between chapters. */
export interface Line {
  readonly kind: 'coast' | 'border' | 'frontier';
  readonly points: readonly Point[];
}

const at = (x: number, y: number): Point => ({ x, y });

const D = at(52, 296);
const E = at(262, 72);
const A = at(470, 140);
const B = at(322, 514);
const C = at(201, 528);
const F = at(250, 224);
const G = at(410, 208);
const J = at(597, 183);
const K = at(895, 126);
const L = at(918, 464);
const M = at(581, 457);
const P = at(716, 262);
const Q = at(690, 440);
const S = at(826, 356);

/** By name; a chapter's outline names its lines, backwards with a minus. */
export const LINES: Readonly<Record<string, Line>> = {
  north1: { kind: 'coast', points: [D, at(62, 176), at(98, 122), at(160, 84), at(210, 92), E] },
  north2: { kind: 'coast', points: [E, at(296, 62), at(360, 74), at(430, 96), A] },
  strait5: {
    kind: 'coast',
    points: [A, at(486, 208), at(500, 292), at(486, 374), at(470, 448), at(420, 484), B]
  },
  south4: { kind: 'coast', points: [B, at(274, 506), C] },
  west3: { kind: 'coast', points: [C, at(140, 510), at(98, 468), at(58, 396), at(42, 340), D] },
  between13: { kind: 'border', points: [D, at(118, 250), at(186, 240), F] },
  between12: { kind: 'border', points: [E, at(258, 128), at(246, 176), F] },
  between24: { kind: 'border', points: [F, at(322, 246), G] },
  between34: { kind: 'border', points: [F, at(236, 322), at(214, 420), C] },
  between25: { kind: 'frontier', points: [A, G] },
  between45: { kind: 'frontier', points: [G, at(372, 316), at(334, 420), B] },

  north6: { kind: 'coast', points: [J, at(608, 146), at(660, 98), at(758, 72), at(836, 94), K] },
  east7: { kind: 'coast', points: [K, at(930, 196), at(958, 268), at(950, 372), L] },
  south8: {
    kind: 'coast',
    points: [L, at(894, 500), at(812, 554), at(738, 604), at(680, 560), at(616, 556), M]
  },
  strait6: { kind: 'coast', points: [M, at(560, 396), at(572, 268), J] },
  between56: { kind: 'frontier', points: [J, at(658, 206), P] },
  between58: { kind: 'frontier', points: [P, at(722, 330), Q, M] },
  between67: { kind: 'border', points: [K, at(856, 204), at(850, 280), S] },
  between68: { kind: 'border', points: [P, at(772, 306), S] },
  between78: { kind: 'border', points: [S, at(858, 412), L] }
};

/** What bounds a chapter, clockwise. Chapter 5 lies on both banks. */
export const BOUNDS: readonly { readonly chapter: number; readonly lines: readonly string[] }[] = [
  { chapter: 1, lines: ['north1', 'between12', '-between13'] },
  { chapter: 2, lines: ['north2', 'between25', '-between24', '-between12'] },
  { chapter: 3, lines: ['between13', 'between34', 'west3'] },
  { chapter: 4, lines: ['between24', 'between45', 'south4', '-between34'] },
  { chapter: 5, lines: ['strait5', '-between45', '-between25'] },
  { chapter: 5, lines: ['between56', 'between58', 'strait6'] },
  { chapter: 6, lines: ['north6', 'between67', '-between68', '-between56'] },
  { chapter: 7, lines: ['east7', '-between78', '-between67'] },
  { chapter: 8, lines: ['between68', 'between78', 'south8', '-between58'] }
];

/** The coasts of the two continents, clockwise. */
export const COASTS: readonly (readonly string[])[] = [
  ['north1', 'north2', 'strait5', 'south4', 'west3'],
  ['north6', 'east7', 'south8', 'strait6']
];

/** Where a chapter's name stands: the middle of its first line. */
export const NAMES: readonly {
  readonly chapter: number;
  readonly at: Point;
  readonly lines: readonly string[];
}[] = [
  { chapter: 1, at: at(164, 150), lines: ['First words'] },
  { chapter: 2, at: at(352, 160), lines: ['People and', 'precedence'] },
  { chapter: 3, at: at(160, 354), lines: ['Circumstances'] },
  { chapter: 4, at: at(298, 322), lines: ['Borrowed', 'hats'] },
  { chapter: 5, at: at(640, 330), lines: ['Two', 'accounts'] },
  { chapter: 6, at: at(742, 172), lines: ['Ceilings'] },
  { chapter: 7, at: at(880, 284), lines: ['Attributes', 'and', 'federation'] },
  { chapter: 8, at: at(752, 492), lines: ['Evidence', 'and repair'] }
];

/** The way through each chapter, and how it goes on to the next one. */
export interface Way {
  readonly chapter: number;
  readonly points: readonly Point[];
  /** Between its last place and the first of the next chapter. */
  readonly onward: readonly Point[];
}

export const WAYS: readonly Way[] = [
  {
    chapter: 1,
    points: [at(104, 228), at(146, 198), at(192, 196), at(222, 184), at(238, 140)],
    onward: []
  },
  {
    chapter: 2,
    points: [at(284, 112), at(340, 98), at(398, 104), at(430, 138), at(412, 180), at(350, 212), at(304, 210)],
    onward: []
  },
  {
    chapter: 3,
    points: [at(218, 262), at(164, 270), at(104, 294), at(76, 348), at(92, 402), at(136, 434), at(180, 462)],
    onward: []
  },
  {
    chapter: 4,
    points: [
      at(224, 496),
      at(240, 446),
      at(254, 398),
      at(288, 372),
      at(318, 398),
      at(308, 440),
      at(304, 482)
    ],
    onward: [at(322, 496)]
  },
  {
    chapter: 5,
    points: [at(364, 472), at(408, 444), at(442, 404), at(456, 350), at(452, 298)],
    onward: [at(468, 284), at(502, 284)]
  },
  {
    chapter: 5,
    points: [at(592, 302), at(592, 352), at(616, 396), at(660, 394), at(690, 340)],
    onward: []
  },
  {
    chapter: 6,
    points: [
      at(676, 198),
      at(668, 156),
      at(702, 126),
      at(748, 114),
      at(796, 117),
      at(838, 142),
      at(820, 184),
      at(772, 204),
      at(742, 226)
    ],
    onward: [at(762, 262), at(812, 268)]
  },
  {
    chapter: 7,
    points: [at(872, 230), at(902, 210), at(932, 248), at(936, 312), at(916, 366), at(886, 404)],
    onward: []
  },
  {
    chapter: 8,
    points: [
      at(862, 452),
      at(836, 504),
      at(790, 540),
      at(740, 562),
      at(694, 544),
      at(648, 516),
      at(640, 478),
      at(684, 456),
      at(738, 440),
      at(792, 420)
    ],
    onward: []
  }
];

/** How the road goes on behind the bridge. */
export const LANDING: readonly Point[] = [at(566, 284)];

/** The two ends of the bridge. */
export const BRIDGE = { from: at(502, 284), to: at(566, 284) } as const;

/** Islets in the open sea, where some scenarios lie: the middle and how large. */
export const ISLETS: readonly { readonly at: Point; readonly size: number }[] = [
  { at: at(110, 660), size: 42 },
  { at: at(292, 636), size: 34 },
  { at: at(470, 616), size: 38 },
  { at: at(560, 724), size: 36 },
  { at: at(716, 690), size: 34 },
  { at: at(92, 774), size: 36 }
];

/** Where the sea has its name. */
export const SEA = { at: at(350, 760) } as const;

/** The middle of the compass. */
export const COMPASS = at(880, 740);

/** How rough the lines are. */
export const ROUGHNESS: Readonly<Record<Line['kind'], number>> = {
  coast: 0.19,
  border: 0.13,
  frontier: 0.12
};
