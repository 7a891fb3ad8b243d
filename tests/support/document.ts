/** Policy documents from plain objects, as AWS writes them, without a text: what these tests need of a parser. */
import type {
  Condition,
  Pattern,
  PatternElement,
  PolicyDocument,
  PrincipalElement,
  PrincipalEntry,
  Statement
} from '../../src/lib/policy/document.ts';
import { toParts } from '../../src/lib/policy/pattern.ts';
import { join } from '../../src/lib/source/pointer.ts';

const source = { name: 'test', text: '' };
const range = { source, from: 0, to: 0 };

export type Texts = string | readonly string[];

/** A statement as AWS writes it, as far as these tests need. */
export interface Said {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, Texts>>;
  readonly NotPrincipal?: Readonly<Record<string, Texts>>;
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

export function texts(said: Texts): readonly string[] {
  return typeof said === 'string' ? [said] : said;
}

function patterns(said: Texts, path: string, variables: boolean): readonly Pattern[] {
  return texts(said).map((text, i) => ({
    range,
    path: typeof said === 'string' ? path : join(path, i),
    text,
    parts: toParts(text, variables)
  }));
}

function element(said: Said, name: 'Action' | 'Resource', path: string): PatternElement | null {
  const plain = said[name];
  const negated = said[`Not${name}`];
  const value = plain ?? negated;
  if (value === undefined) return null;
  const at = join(path, plain === undefined ? `Not${name}` : name);
  return {
    range,
    path: at,
    negated: plain === undefined,
    patterns: patterns(value, at, name === 'Resource')
  };
}

function principal(said: Said, path: string): PrincipalElement | null {
  const value = said.Principal ?? said.NotPrincipal;
  if (value === undefined) return null;
  const at = join(path, said.Principal === undefined ? 'NotPrincipal' : 'Principal');
  const entries: PrincipalEntry[] =
    value === '*'
      ? [{ range, path: at, type: '*', value: '*' }]
      : Object.entries(value).flatMap(([type, named]) =>
          texts(named).map((each, i) => ({
            range,
            path: typeof named === 'string' ? join(at, type) : join(join(at, type), i),
            type: type === 'Service' || type === 'Federated' ? type : 'AWS',
            value: each
          }))
        );
  return { range, path: at, negated: said.Principal === undefined, entries };
}

function conditions(said: Said, path: string): readonly Condition[] {
  return Object.entries(said.Condition ?? {}).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, values]) => {
      const at = join(join(join(path, 'Condition'), operator), key);
      const bare = operator.replace(/^For(All|Any)Values?:/, '');
      const prefix = operator.split(':')[0];
      return {
        range,
        path: at,
        operator: {
          text: operator,
          set: prefix === 'ForAllValues' || prefix === 'ForAnyValue' ? prefix : null,
          name: bare.replace(/IfExists$/, ''),
          ifExists: bare.endsWith('IfExists')
        },
        key,
        values: patterns(values, at, true)
      };
    })
  );
}

/** The policy of these statements. */
export function document(statements: readonly Said[]): PolicyDocument {
  return {
    range,
    path: '',
    version: '2012-10-17',
    id: null,
    statements: statements.map((said, i): Statement => {
      const path = `/Statement/${String(i)}`;
      const action = element(said, 'Action', path);
      if (!action) throw new Error('a statement needs an Action');
      return {
        range,
        path,
        sid: said.Sid ?? null,
        effect: said.Effect,
        principal: principal(said, path),
        action,
        resource: element(said, 'Resource', path),
        conditions: conditions(said, path)
      };
    })
  };
}
