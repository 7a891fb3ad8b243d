/** The questions of a chapter's test, worked out at build time on the start of its exercises. */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation } from '../engine/trace.ts';
import { toWords, type Words } from '../explain/words.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { printPolicy } from '../policy/print.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import { answerOf } from './answer.ts';
import type { Lesson } from './lesson.ts';
import { toTabs, type PaperTab } from './paper-title.ts';
import type { Answer } from './prediction.ts';
import { GUESSES } from './progress.ts';
import type { TestQuestion } from './test-out.ts';

/**
 * The questions of an exercise: one request that is to be foretold there, and one that ends otherwise, so that nobody
 * passes by always saying the same. None for an exercise whose start decides nothing.
 */
export function toQuestions(lesson: Lesson, scenario: ParsedScenario): readonly TestQuestion[] {
  const { predict, goals, probes } = lesson.exercise;
  const asked = goals.flatMap((goal) => (goal.kind === 'request' ? goal.request : []));
  const answered = [...new Set([...predict, ...asked, ...probes])].flatMap((id) => {
    const answer = answerOf(scenario, id);
    return answer && GUESSES.some((guess) => guess === answer.decision) ? [{ id, answer }] : [];
  });
  const [first] = answered;
  const other = answered.find(({ answer }) => answer.decision !== first?.answer.decision);
  return [first, other].flatMap((each) => (each ? toQuestion(lesson, scenario, each) : []));
}

function toQuestion(
  { name, title, exercise }: Lesson,
  scenario: ParsedScenario,
  { id, answer }: { readonly id: string; readonly answer: Answer }
): readonly TestQuestion[] {
  const one = scenario.cases.find((each) => each.id === id);
  if (!one?.request) return [];
  const evaluation = evaluate(scenario.world, one.request);
  const words = toWords(scenario.world);
  const tabs = tabsOf(evaluation, words);
  const { caller, action, resource } = one.request;
  return [
    {
      key: `${name} ${id}`,
      exercise: { name, title, number: exercise.number ?? '' },
      title: one.title,
      who: words.who(caller),
      action,
      resource: resource === '*' ? 'anything' : words.resource(resource),
      isAbroad: evaluation.sameAccount === false,
      facts: factsOf(tabs, evaluation.request, scenario),
      papers: papersOf(tabs, scenario),
      answer
    }
  ];
}

/** Each document once, those of the way there first. */
function tabsOf(evaluation: Evaluation, words: Words): readonly PaperTab[] {
  const tabs = [...evaluation.hops, evaluation].flatMap((each) => toTabs(each, words));
  return tabs.filter((tab, i) => tabs.findIndex(({ policy }) => policy === tab.policy) === i);
}

function papersOf(tabs: readonly PaperTab[], { trees, world }: ParsedScenario): TestQuestion['papers'] {
  return tabs.flatMap(({ policy, name, kind }) => {
    const tree = trees.get(policy);
    const range = world.policies.get(policy)?.range;
    if (tree) return [{ name, kind, text: printPolicy(tree) }];
    return range ? [{ name, kind, text: range.source.text.slice(range.from, range.to) }] : [];
  });
}

/** The facts that conditions and variables of the papers ask for. */
function factsOf(
  tabs: readonly PaperTab[],
  { context }: Evaluation['request'],
  { world }: ParsedScenario
): TestQuestion['facts'] {
  const documents = tabs.flatMap(({ policy }) => world.policies.get(policy) ?? []);
  const asked = new Map(documents.flatMap(keysOf).map((key) => [key.toLowerCase(), key]));
  return [...asked.values()].map((key) => {
    const fact = [...context.values()].find((each) => each.key.toLowerCase() === key.toLowerCase());
    return { key, values: fact && 'values' in fact ? fact.values : null };
  });
}

function keysOf({ range, statements }: PolicyDocument): readonly string[] {
  const text = range.source.text.slice(range.from, range.to);
  const variables = [...text.matchAll(/\$\{\s*([\w-]+:[^},]+?)\s*[},]/g)].flatMap(([, key]) => key ?? []);
  return [...statements.flatMap(({ conditions }) => conditions.map(({ key }) => key)), ...variables];
}
