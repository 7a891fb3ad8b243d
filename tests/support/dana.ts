/** A scenario file of one user with one inline policy, for tests of what is asked besides and how AWS refuses. */
import { parseScenario } from '../../src/lib/scenario/parse.ts';

/** All in YAML as it stands in a file, a line each. */
export interface DanasFile {
  /** Of her policy; see {@link may}. */
  readonly statements: readonly string[];
  readonly roles?: readonly string[];
  readonly resources: readonly string[];
  /** Lines of another account, which has the id 222222222222. */
  readonly other?: readonly string[];
  /** The one request, a map. */
  readonly request: string;
}

/** Account `app`, 111111111111, in which `dana` is a user: read as every file is. */
export function readDanas({ statements, roles = [], resources, other = [], request }: DanasFile) {
  const section = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`    ${name}:`, ...lines.map((line) => `      ${line}`)];
  const text = [
    'bouncer: 1',
    'title: t',
    'summary: s',
    'now: 2026-03-03T10:00:00Z',
    'accounts:',
    '  app:',
    '    id: "111111111111"',
    '    users:',
    '      dana:',
    '        inline:',
    `          May: { Version: "2012-10-17", Statement: [${statements.join(', ')}] }`,
    ...section('roles', roles),
    ...section('resources', resources),
    ...(other.length === 0 ? [] : ['  other:', '    id: "222222222222"', ...section('resources', other)]),
    'requests:',
    `  r: ${request}`,
    ''
  ].join('\n');
  return parseScenario({ name: 'x.yaml', text });
}

/** A statement that allows actions, given as items of a JSON list, on everything. */
export function may(actions: string): string {
  return `{ Effect: Allow, Action: [${actions}], Resource: "*" }`;
}

/** A role that a service may assume, as a line of `roles`. */
export function trusting(name: string, service: string): string {
  return `${name}: { trust: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: "sts:AssumeRole" }] } }`;
}
