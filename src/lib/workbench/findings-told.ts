/** The catalogue of findings as its page tells it: by what comes of them, with their examples and the marked place. */
import { FINDINGS } from '../lint/catalogue.ts';
import type { Example, Finding, FindingKind, Source } from '../lint/catalogue-types.ts';
import { lintPolicy } from '../lint/lint-policy.ts';
import { findingsOf } from '../scenario/findings.ts';
import { settingOf } from '../policy/setting.ts';
import { parseScenario } from '../scenario/parse.ts';
import { readPolicyText } from '../scenario/policy-text.ts';
import type { Diagnostic, Fix } from '../source/diagnostic.ts';

export interface ToldGroup {
  readonly kind: FindingKind;
  readonly title: string;
  readonly about: string;
  readonly findings: readonly ToldFinding[];
}

export interface ToldFinding {
  /** Its anchor; the code is `lint/NAME`. */
  readonly name: string;
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly reason: string;
  readonly source: Source;
  readonly rules: readonly string[];
  /** What the finding says of the example. */
  readonly message: string;
  readonly raises: ToldExample;
  readonly silent: string;
  /** What the fix is called, and whether decisions stay as they are; null without one. */
  readonly fix: Pick<Fix, 'title' | 'behaviour'> | null;
}

/** A text in three pieces, the middle one marked. */
export interface ToldExample {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const GROUPS: readonly Omit<ToldGroup, 'findings'>[] = [
  { kind: 'security', title: 'Who gets in', about: 'More than was meant, or somebody else.' },
  { kind: 'logic', title: 'What it does not do', about: 'It reads as if it did one thing and does another.' },
  { kind: 'reach', title: 'What matches nothing', about: 'It is stored, and no request ever meets it.' },
  { kind: 'style', title: 'What reads badly', about: 'It works, and could be said in fewer words.' }
];

/** All findings by group, in the order of the catalogue. */
export function toldFindings(): readonly ToldGroup[] {
  const all = [...FINDINGS];
  return GROUPS.map((group) => ({
    ...group,
    findings: all.filter(([, { kind }]) => kind === group.kind).map(([name, finding]) => tell(name, finding))
  }));
}

function tell(name: string, finding: Finding): ToldFinding {
  const { severity, title, reason, source, rules, raises, silent } = finding;
  const text = textOf(raises);
  const found = lookAt(raises, text).find(({ code }) => code === `lint/${name}`);
  const from = found?.range.from ?? Math.max(0, text.indexOf(raises.marks));
  const to = from + raises.marks.length;
  return {
    ...{ name, severity, title, reason, source, rules },
    message: found?.message ?? '',
    raises: { before: text.slice(0, from), marked: text.slice(from, to), after: text.slice(to) },
    silent: textOf(silent),
    fix: found?.fix ? { title: found.fix.title, behaviour: found.fix.behaviour } : null
  };
}

function textOf(example: Example): string {
  return example.kind === 'file' ? example.text : JSON.stringify(example.document, null, 2);
}

/** What is found without AWS's lists, which are not at hand where the page is made. */
function lookAt(example: Example, text: string): readonly Diagnostic[] {
  if (example.kind === 'file') {
    const { value } = parseScenario({ name: 'example.yaml', text });
    return value === null ? [] : findingsOf(value, null);
  }
  const { document } = readPolicyText('example', text, settingOf(example.kind));
  return document === null ? [] : lintPolicy(document, example.kind, null);
}
