/** Format 1 of the scenario file: the definition from which both the reader and the JSON Schema come. */
import { accounts } from './format-accounts.ts';
import { exercise, walkthrough } from './format-exercise.ts';
import { identityCenter, network, organizations } from './format-organizations.ts';
import { layout } from './format-layout.ts';
import { events, requests } from './format-requests.ts';
import { field, object, required } from './shape-compound.ts';
import { instant, number, reference, text, type Read } from './shape.ts';

export const scenarioFormat = object({
  bouncer: required(reference('the format version, `1`'), 'Format version: 1.'),
  title: required(text, 'One line.'),
  summary: required(text, 'One line.'),
  story: field(text, 'Markdown, shown beside the graph.'),
  chapter: field(text, 'Chapter of the catalogue.'),
  order: field(number, 'Place in the chapter.'),
  now: field(instant, 'The clock; 2026-03-03T10:00:00Z by default.'),
  accounts: required(accounts, 'Accounts by alias.'),
  organizations: field(organizations, 'Organizations by name.'),
  network: field(network, 'VPC endpoints.'),
  identityCenter: field(
    identityCenter,
    'IAM Identity Center: its users come as `sso:USER/PERMISSIONSET@alias` in requests.'
  ),
  requests: field(requests, 'Requests worth asking, by id.'),
  // No warning: a log of what happened is there to be read, and nobody expects it to decide.
  events: field(events, 'Past calls. Changes no decision.'),
  exercise: field(exercise, 'A task to solve.'),
  walkthrough: field(walkthrough, 'Scenes to present, in order.'),
  layout: field(layout, 'Places of nodes and accounts in the drawing, by name; the app writes them.')
});

export type ScenarioFormat = Read<typeof scenarioFormat>;
