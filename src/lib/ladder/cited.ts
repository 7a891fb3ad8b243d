/** What the reading pages are made of: where a sentence can be seen at work, and who says so. Plain data. */

/** What a request comes to; `undecided` is one that a broken policy keeps from being decided. */
export type Ending = 'allowed' | 'implicitDeny' | 'explicitDeny' | 'undecided' | 'conditional';

/** A world of the site, one of its requests, and the step at which one sees it. */
export interface Run {
  readonly page: 'scenario' | 'exercise' | 'example';
  /** Name of its file, without the ending. */
  readonly world: string;
  /** In an exercise one of its goals: probes are hidden there. */
  readonly request: string;
  /** Id of a frame; one of a statement is shown among statements. */
  readonly step: string;
  readonly ending: Ending;
}

export interface Page {
  readonly title: string;
  readonly url: string;
}

/** Who says so: rules, each with a page of AWS, and pages that no rule stands for. */
export interface Cited {
  readonly rules: readonly string[];
  readonly pages?: readonly Page[];
}

/** A request of a shipped scenario. */
export function scenario(world: string, request: string, step: string, ending: Ending): Run {
  return { page: 'scenario', world, request, step, ending };
}

/** A request of an exercise as it begins. */
export function exercise(world: string, request: string, step: string, ending: Ending): Run {
  return { page: 'exercise', world, request, step, ending };
}

/** A request of one of the small worlds that belong to the reading pages. */
export function example(world: string, request: string, step: string, ending: Ending): Run {
  return { page: 'example', world, request, step, ending };
}

/** The part of an address that says where one stands: `?request=…&step=…`. */
export function queryOf({ page, world, request, step }: Run): string {
  const opens = page === 'example' ? `example=${world}&` : '';
  const detail = step.includes('@') ? '&detail=statements' : '';
  return `?${opens}request=${request}&step=${step.replace('#', '%23')}${detail}`;
}

/** The anchor of a term in the glossary. */
export function anchorOf(term: string): string {
  return term.toLowerCase().replaceAll(' ', '-');
}
