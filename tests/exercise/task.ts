/** A small exercise as text, its parts to be replaced; and its pieces, read. */
import { toExercise, type Exercise } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';

/** One policy of one statement, as JSON on one line, which is YAML too. */
export function policy(...statements: readonly string[]): string {
  return `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
}

/** An Allow of an action on a resource. */
export function allow(action: string, resource: string, more = ''): string {
  return `{ "Sid": "Read", "Effect": "Allow", "Action": "${action}", "Resource": "${resource}"${more} }`;
}

export const INLINE = '/accounts/a/users/ana/inline';

/** The edits of a way: the whole of ana's policy `Read`. */
export function read(...statements: readonly string[]): string {
  return `[{ at: ${INLINE}/Read, set: ${policy(...statements)} }]`;
}

/** What a task is made of; each is YAML on one line. */
export interface Parts {
  readonly ana?: string;
  readonly users?: string;
  readonly rest?: string;
  readonly requests?: string;
  readonly edit?: string;
  readonly goals?: string;
  readonly probes?: string;
  readonly par?: string;
  readonly moves?: string;
  readonly solution?: string;
  readonly alternatives?: string;
  readonly decoys?: string;
  readonly more?: string;
}

/** Ana must read the bucket `pictures`, and neither delete in it nor read `contracts`. */
export function task(parts: Parts = {}): string {
  const part = <Key extends keyof Parts>(key: Key, otherwise: string): string => parts[key] ?? otherwise;
  return `bouncer: 1
title: t
summary: s
accounts:
  a:
    id: '111111111111'
    users: { ana: ${part('ana', '{}')}${part('users', '')} }
    resources: { "arn:aws:s3:::pictures": {}, "arn:aws:s3:::contracts": {} }
${part('rest', '')}
requests:
  see: { principal: a:user/ana, action: s3:GetObject, resource: "arn:aws:s3:::pictures/1.jpg", expect: allowed }
  drop: { principal: a:user/ana, action: s3:DeleteObject, resource: "arn:aws:s3:::pictures/1.jpg", expect: denied }
  spy: { principal: a:user/ana, action: s3:GetObject, resource: "arn:aws:s3:::contracts/1.pdf", expect: implicitDeny }
${part('requests', '')}
exercise:
  brief: b
  edit: ${part('edit', `[{ at: ${INLINE} }]`)}
  goals: ${part('goals', '[see]')}
  probes: ${part('probes', '[drop, spy]')}
  par: ${part('par', '1')}
  moves: ${part('moves', '0')}
  solution: ${part('solution', read(allow('s3:GetObject', 'arn:aws:s3:::pictures/*')))}
  alternatives: ${part('alternatives', '[]')}
  decoys: ${part('decoys', `[{ name: star, says: no, edits: ${read(allow('s3:GetObject', '*'))} }]`)}
${part('more', '')}
`;
}

export interface Read {
  readonly scenario: ParsedScenario;
  readonly exercise: Exercise;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a task; it must be one. */
export function parsed(text: string): Read {
  const { value, diagnostics } = parseScenario({ name: 'task.yaml', text });
  const exercise = value && toExercise(value);
  if (!value || !exercise) throw new Error(`no exercise: ${JSON.stringify(diagnostics)}`);
  return { scenario: value, exercise, diagnostics };
}
