/** `bouncer limits`: the rules that are not held, and what was chosen where AWS documents nothing. */
import { LIMITS } from '../lib/catalog/limits.ts';
import { ruleOf } from '../lib/catalog/rules.ts';
import { CHOICE_NOTES } from '../lib/engine/choices.ts';
import { ruleSource } from '../lib/explain/sources.ts';
import { EXIT, type Terminal } from './terminal.ts';

/** @returns the exit code, always 0 */
export function limits(format: string, terminal: Terminal): number {
  terminal.out(format === 'json' ? `${JSON.stringify(toJson(), null, 2)}\n` : toText());
  return EXIT.ok;
}

function toJson(): unknown {
  return {
    limits: LIMITS.map(({ rule, reason }) => ({ ...cited(rule), says: ruleOf(rule)?.says ?? null, reason })),
    choices: CHOICE_NOTES.map(({ rule, question, ours }) => ({ ...cited(rule), question, ours }))
  };
}

function cited(rule: string) {
  const source = ruleSource(rule);
  return { rule, source: source?.title ?? null, url: source?.url ?? null };
}

function toText(): string {
  const held = LIMITS.map(({ rule, reason }) => `${rule}  ${ruleOf(rule)?.says ?? ''}\n    ${reason}\n`);
  const chosen = CHOICE_NOTES.map(({ rule, question, ours }) => `${rule}  ${question}\n    ${ours}\n`);
  return [
    'Rules that are not held. Where one of them may change a verdict, the verdict says so.\n',
    ...held,
    'What we chose where AWS documents nothing, or its pages disagree.\n',
    ...chosen
  ].join('\n');
}
