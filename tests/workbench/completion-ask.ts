/** A small world's words, and completion asked with the cursor in the text: `¦`. */
import type { CompletionList, completePolicy } from '../../src/lib/workbench/completion.ts';
import { toVocabulary } from '../../src/lib/workbench/vocabulary.ts';
import { parsed } from '../scenario/sample.ts';

const WORLD = `bouncer: 1
title: t
summary: s
accounts:
  tools:
    id: '111111111111'
    users: { dana: { groups: [Devs], tags: { team: web } } }
    groups: { Devs: {} }
    roles:
      build:
        trust: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
    policies:
      ReadApp: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ['s3:GetObject', 's3:List*'], Resource: '*' }] }
    resources: { 'arn:aws:s3:::app': { name: app } }
  prod:
    id: '222222222222'
organizations:
  acme: { id: o-a1b2c3d4e5, management: prod, root: { id: r-ab12, accounts: [tools, prod] } }
`;
export const words = toVocabulary(parsed(WORLD).scenario.world);

type Complete = typeof completePolicy;

/** The list at the `¦` of a text, and the text without it. */
export function ask(complete: Complete, marked: string): { text: string; list: CompletionList | null } {
  const text = marked.replace('¦', '');
  return { text, list: complete(text, marked.indexOf('¦'), words) };
}

/** The text after the option with this label was chosen; null when it is not offered. */
export function chosen(complete: Complete, marked: string, label: string): string | null {
  const { text, list } = ask(complete, marked);
  const option = list?.options.find((each) => each.label === label);
  return list && option ? text.slice(0, list.from) + option.insert + text.slice(list.to) : null;
}

/** What is offered; null for nothing at all. */
export const labels = (complete: Complete, marked: string) =>
  ask(complete, marked).list?.options.map(({ label }) => label) ?? null;
