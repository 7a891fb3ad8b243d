/** A scenario as data: a world, the requests worth asking, and what the file says about them. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/text.ts';
import type { Setting } from '../policy/setting.ts';
import type { Tree } from '../source/tree.ts';
import type { Request } from '../engine/request.ts';
import type { Decision } from '../engine/trace.ts';
import type { PolicyId, World } from '../world/world.ts';
import type { ExerciseFormat } from './format-exercise.ts';

export interface Scenario {
  /** File name without ending; the page's address. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly story: string;
  readonly chapter: string | null;
  readonly order: number | null;
  readonly world: World;
  readonly cases: readonly Case[];
  /** The walkthrough; empty without one. */
  readonly scenes: readonly Scene[];
  /** What the file says of the drawing; mostly empty. */
  readonly layout: Layout;
}

/** By id of a node, or of an account. */
export type Layout = ReadonlyMap<string, SavedPlace>;

export interface SavedPlace {
  /** As the file has it. */
  readonly name: string;
  /** Of a node its middle, in its account counted from the account's wall; of an account its wall. Null without. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** Whether the account is drawn as one tile; null where the file leaves that to the drawing. */
  readonly folded: boolean | null;
}

/** A request of the file with what is expected of it. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** Null when the request itself has an error; the diagnostics say which. */
  readonly request: Request | null;
  readonly expect: Expectation | null;
  /** `TYPE[@LEVEL][/POLICY[#SID]]`, what must have decided. */
  readonly by: string | null;
  readonly range: SourceRange;
  readonly diagnostics: readonly Diagnostic[];
}

export type Expectation = Decision | 'denied' | 'conditional';

/** A scenario with what only its file knows: what `parseScenario` returns. */
export interface ParsedScenario extends Scenario {
  /** The whole file. */
  readonly root: Tree;
  /** What each policy was read from; none for a policy that is named but missing. */
  readonly trees: ReadonlyMap<PolicyId, Tree>;
  /** Of a policy that says the same as one before it, without a problem: that one. */
  readonly twins: ReadonlyMap<PolicyId, PolicyId>;
  /** What each of them is for. */
  readonly settings: ReadonlyMap<PolicyId, Setting>;
  /** Codes of diagnostics that the start of an exercise is meant to have. */
  readonly startErrors: readonly string[];
  readonly hasExercise: boolean;
  /** The task as it is written; null without one. */
  readonly exercise: ExerciseFormat | null;
}

/** One scene of the walkthrough. */
export interface Scene {
  readonly title: string;
  /** Id of a request; null for a scene of the graph alone. */
  readonly request: string | null;
  /** Id of a frame of its film at some level of detail; null stands on the verdict. */
  readonly step: string | null;
  /** What the graph moves to. */
  readonly focus: readonly Focus[];
  /** Markdown. */
  readonly say: string;
  /** For the presenter. */
  readonly note: string | null;
  readonly expect: Expectation | null;
}

/** A name that a scene points at. */
export interface Focus {
  /** As the file has it. */
  readonly name: string;
  /** An ARN, an account's id, a service's name or `anonymous`; null for a name that leads nowhere. */
  readonly id: string | null;
}
