/** A sketch of a world as the text of a scenario file: readable YAML, policies as block scalars. */
import type { Home, Question, Sketch, Who } from './sketch.ts';

export interface Headline {
  readonly title: string;
  readonly summary: string;
  /** Paragraphs of Markdown. */
  readonly story: readonly string[];
}

export function compose({ title, summary, story }: Headline, sketch: Sketch): string {
  const lines = [
    'bouncer: 1',
    `title: ${scalar(title)}`,
    `summary: ${scalar(summary)}`,
    'story: |',
    ...indented(story.map(wrapped).join('\n\n')),
    '',
    'accounts:',
    ...[...sketch.homes.values()].flatMap(homeLines),
    '',
    'requests:',
    ...sketch.questions.flatMap(questionLines)
  ];
  return `${lines.join('\n')}\n`;
}

function homeLines(home: Home): readonly string[] {
  const { alias, id, users, roles, providers, resources } = home;
  return nest(`${alias}:`, [
    `id: '${id}'`,
    ...section('users', users, (who, name) => whoLines(name, who)),
    ...section('roles', roles, (who, name) => whoLines(name, who)),
    ...section('identityProviders', providers, (host, name) => [
      `${scalar(name)}: ${host === null ? '{ saml: true }' : `{ oidc: ${scalar(host)} }`}`
    ]),
    ...section('resources', resources, (policy, arn) =>
      policy === null ? [`${scalar(arn)}: {}`] : [`${scalar(arn)}:`, ...block('policy', policy).map(shift)]
    )
  ]);
}

function section<T>(
  key: string,
  entries: ReadonlyMap<string, T>,
  write: (value: T, name: string) => readonly string[]
): readonly string[] {
  if (entries.size === 0) return [];
  return [`${key}:`, ...[...entries].flatMap(([name, value]) => write(value, name)).map(shift)];
}

function whoLines(name: string, { path, inline, trust }: Who): readonly string[] {
  const body = [
    ...(path === '/' ? [] : [`path: ${scalar(path)}`]),
    ...(trust === null ? [] : block('trust', trust)),
    ...section('inline', inline, (text, policy) => block(scalar(policy), text))
  ];
  return body.length === 0 ? [`${scalar(name)}: {}`] : [`${scalar(name)}:`, ...body.map(shift)];
}

function questionLines({ id, title, principal, action, resource, context }: Question): readonly string[] {
  return nest(`${scalar(id)}:`, [
    `title: ${scalar(title)}`,
    `principal: ${scalar(principal)}`,
    `action: ${scalar(action)}`,
    ...(resource === '*' ? [] : [`resource: ${scalar(resource)}`]),
    ...section('context', context, (value, key) => [`${scalar(key)}: ${scalar(value)}`])
  ]);
}

function nest(head: string, body: readonly string[]): readonly string[] {
  return [head, ...body.map(shift)].map(shift);
}

function block(key: string, text: string): readonly string[] {
  return [`${key}: |`, ...indented(text)];
}

function indented(text: string): readonly string[] {
  return text.split('\n').map(shift);
}

function shift(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** Columns of the story's lines. */
const WIDTH = 108;

/** Each line of a paragraph broken between words; what continues an item of a list is indented like it. */
function wrapped(paragraph: string): string {
  return paragraph.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  const indent = line.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = indent + word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

/** Words that other readers of YAML take for something else. */
const WORD = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text of one line: plain where nobody could misread it, else in quotes. */
function scalar(text: string): string {
  if (/^[A-Za-z][\w ./,-]*$/.test(text) && !WORD.test(text) && !text.endsWith(' ')) return text;
  if (/^[a-z0-9-]+:[A-Za-z][\w./@+=-]*$/.test(text)) return text; // an action, a principal's short name
  if (/^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}
