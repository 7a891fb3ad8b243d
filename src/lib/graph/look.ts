/** The colours the graph is drawn with, and a rule of its look. Types and names only; stylesheet.ts makes the rules. */
/** Colours a canvas understands, resolved from the page's custom properties. */
export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly allow: string;
  readonly deny: string;
  readonly trust: string;
  readonly onInk: string;
  readonly rule2: string;
}

/** The custom property behind each colour. */
export const PROPERTIES: Readonly<Record<keyof Palette, string>> = {
  paper: '--paper',
  panel: '--panel',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  allow: '--allow',
  deny: '--deny',
  trust: '--trust',
  onInk: '--on-ink',
  rule2: '--rule-2'
};

/** A value, or what makes it of an element. */
type Look = string | number | readonly number[] | ((element: Drawn) => number);

/** An element as the canvas has it. */
interface Drawn {
  data(name: string): unknown;
}

export interface Rule {
  readonly selector: string;
  readonly style: Readonly<Record<string, Look>>;
}
