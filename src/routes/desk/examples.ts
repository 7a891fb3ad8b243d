/** What an empty table offers to begin with. */
import type { SourceText } from '#lib/source/text.ts';

/** Shipped scenarios that are good to change, and one that is made up when it is opened, by name. */
export const EXAMPLES = [
  { name: 'tools-to-production', title: 'A pipeline deploys from one account to another' },
  { name: 'read-one-bucket', title: 'One user, one bucket' },
  { name: 'scp-at-every-floor', title: 'An organization with a ceiling on every floor' },
  { name: 'large-organization', title: 'A large organization: 40 accounts, 2,000 things' }
] as const;

/** Questions that can be stepped through at once: an example of the format and one of its requests each. */
export const QUESTIONS = [
  { example: 'stranger', request: 'stranger', question: 'Can a stranger read my bucket?' },
  {
    example: 'organization',
    request: 'abroad',
    question: 'Why can an app not start a machine that its own role lets it start?'
  },
  {
    example: 'borrowed-role',
    request: 'wrong-id',
    question: 'Who can borrow a role from another account, and who cannot?'
  }
] as const;

/** One account with one user in it: the least that there is something to add to. */
export const EMPTY_WORLD: SourceText = {
  name: 'my-world.yaml',
  text: `bouncer: 1
title: My world
summary: What I want to find out
accounts:
  main:
    id: "111111111111"
    name: Main account
`
};
