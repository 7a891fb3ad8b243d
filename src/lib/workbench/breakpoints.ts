/**
 * Breakpoints of the stepper: where playing stops by itself. Plain values, kept as a text on the device; whether one
 * is hit follows from the frame alone.
 */
import type { Decision, Evaluation, Step } from '../engine/trace.ts';
import { around } from '../explain/context.ts';
import type { Frame } from '../explain/frame.ts';
import { TYPE_NOUN } from '../explain/nouns.ts';
import type { PolicyType } from '../world/world.ts';
import { toVerdictWords } from './verdict-sign.ts';

export type Outcome = Decision | 'conditional' | 'undecided';

export type Breakpoint =
  /** One step of one request. */
  | { readonly kind: 'step'; readonly request: string; readonly step: string; readonly name: string }
  /** One statement, in whatever request it is read. */
  | { readonly kind: 'statement'; readonly policy: string; readonly path: string; readonly name: string }
  /** A layer of this kind denies explicitly; `any` is every kind. */
  | { readonly kind: 'deny'; readonly type: PolicyType | 'any' }
  /** The request's verdict is another one than this. */
  | { readonly kind: 'verdict'; readonly request: string; readonly from: Outcome };

/** The kinds of layers that can deny, in the order in which they are offered. */
export const DENIERS = ['scp', 'rcp', 'endpoint', 'resource', 'identity', 'boundary', 'session'] as const;

/** More than anybody sets by hand; a text that holds more was not written by us. */
const MOST = 200;

/** What a breakpoint waits for, as a line of a list. */
export function toLine(point: Breakpoint): string {
  switch (point.kind) {
    case 'step':
    case 'statement':
      return point.name;
    case 'deny':
      return point.type === 'any' ? 'Any explicit deny' : `${article(TYPE_NOUN[point.type])} denies`;
    case 'verdict':
      return `The verdict is not “${toVerdictWords(point.from === 'undecided' ? null : point.from)}” any more`;
  }
}

function article(noun: string): string {
  return /^(?:identity|SCP|RCP)/.test(noun) ? `An ${noun}` : `A ${noun}`;
}

/** Two breakpoints that wait for the same have the same key. */
export function keyOf(point: Breakpoint): string {
  switch (point.kind) {
    case 'step':
      return `step ${point.request} ${point.step}`;
    case 'statement':
      return `statement ${point.policy} ${point.path}`;
    case 'deny':
      return `deny ${point.type}`;
    case 'verdict':
      return `verdict ${point.request}`;
  }
}

/** With the breakpoint, or without it where it is there already. */
export function toggled(points: readonly Breakpoint[], point: Breakpoint): readonly Breakpoint[] {
  const key = keyOf(point);
  const left = points.filter((each) => keyOf(each) !== key);
  return left.length < points.length ? left : [...points, point].slice(-MOST);
}

/** Where one stands: a frame of a request's film. */
export interface Standpoint {
  readonly request: string;
  readonly frame: Frame;
  readonly frames: readonly Frame[];
}

/** The breakpoints that a frame hits. A step's question hits nothing but the step itself: its answer is not known yet. */
export function hitBy(points: readonly Breakpoint[], at: Standpoint): readonly Breakpoint[] {
  return points.filter((point) => isHit(point, at));
}

function isHit(point: Breakpoint, at: Standpoint): boolean {
  const { request } = at;
  const { step, moment } = at.frame;
  switch (point.kind) {
    case 'step':
      return point.request === request && point.step === step.id && isFirst(at);
    case 'statement':
      return isStatement(step, point) && isFirst(at);
    case 'deny':
      return moment === 'close' && denies(step, point.type);
    case 'verdict':
      return (
        point.request === request &&
        step.kind === 'evaluation' &&
        isWhole(step) &&
        outcomeOf(step) !== point.from
      );
  }
}

/** A step with parts stops where it asks, one without where it answers. */
function isFirst({ frame: { step, moment }, frames }: Standpoint): boolean {
  return moment === 'open' || !frames.some(({ id }) => id === `${step.id}?`);
}

function isStatement(
  step: Step,
  { policy, path }: { readonly policy: string; readonly path: string }
): boolean {
  return step.kind === 'statement' && step.at.policy === policy && step.at.path === path;
}

function denies(step: Step, type: PolicyType | 'any'): boolean {
  return (
    step.kind === 'policyType' && step.outcome === 'explicitDeny' && (type === 'any' || step.type === type)
  );
}

/** The request's own verdict; hops and checks have a prefix. */
function isWhole({ id }: Evaluation): boolean {
  return id === 'verdict';
}

export function outcomeOf({ outcome }: Pick<Evaluation, 'outcome'>): Outcome {
  return outcome ?? 'undecided';
}

/** The breakpoint that the key `b` sets at a frame: on the statement one is in, else on the step. */
export function breakpointAt(
  { request, frame }: Pick<Standpoint, 'request' | 'frame'>,
  name: string
): Breakpoint {
  const statement = statementAt(frame);
  if (statement?.kind === 'statement') {
    const { policy, path } = statement.at;
    return { kind: 'statement', policy, path, name };
  }
  return { kind: 'step', request, step: frame.step.id, name };
}

function statementAt({ step, evaluation }: Frame): Step | null {
  return [...around(step, evaluation), step].find(({ kind }) => kind === 'statement') ?? null;
}

/** Steps and statements with a mark of their own: ids of steps of this request, `policy path` of statements. */
export function marksOf(points: readonly Breakpoint[], request: string) {
  const steps = new Set<string>();
  const statements = new Set<string>();
  for (const point of points) {
    if (point.kind === 'step' && point.request === request) steps.add(point.step);
    if (point.kind === 'statement') statements.add(`${point.policy} ${point.path}`);
  }
  return { steps, statements };
}

/** As it is kept on the device. */
export function writeBreakpoints(points: readonly Breakpoint[]): string {
  return JSON.stringify(points);
}

/** Whatever is no breakpoint of ours is left out. Never throws. */
export function readBreakpoints(text: string | null): readonly Breakpoint[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.slice(0, MOST).flatMap((each: unknown) => readOne(each)) : [];
  } catch {
    return [];
  }
}

const OUTCOMES: readonly Outcome[] = ['allowed', 'explicitDeny', 'implicitDeny', 'conditional', 'undecided'];

function readOne(found: unknown): readonly Breakpoint[] {
  if (typeof found !== 'object' || found === null) return [];
  const fields = new Map<string, unknown>(Object.entries(found));
  const text = (key: string) => {
    const value = fields.get(key);
    return typeof value === 'string' ? value : '';
  };
  return READERS[text('kind')]?.(text) ?? [];
}

type Reader = (text: (key: string) => string) => readonly Breakpoint[];

const READERS: Readonly<Partial<Record<string, Reader>>> = {
  step: (text) => {
    const [request, step, name] = [text('request'), text('step'), text('name')];
    return step === '' ? [] : [{ kind: 'step', request, step, name }];
  },
  statement: (text) => {
    const [policy, path, name] = [text('policy'), text('path'), text('name')];
    return policy === '' ? [] : [{ kind: 'statement', policy, path, name }];
  },
  deny: (text) => {
    const type = (['any', ...DENIERS] as const).find((each) => each === text('type'));
    return type === undefined ? [] : [{ kind: 'deny', type }];
  },
  verdict: (text) => {
    const from = OUTCOMES.find((each) => each === text('from'));
    return from === undefined ? [] : [{ kind: 'verdict', request: text('request'), from }];
  }
};
