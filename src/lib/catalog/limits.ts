/**
 * Where this product ends: rules of IAM that it does not hold, each with the reason. Where one of them may change a
 * verdict, the verdict says so: allowed, unless. What is not listed here is held by tests.
 */

export interface Limit {
  /** Id of a rule. */
  readonly rule: string;
  /** Why it is not held, and what is done instead. One or two sentences, code in backticks. */
  readonly reason: string;
}

const EVENTS = 'Bouncer decides requests and records none; a log of them is not made.';
const COUNTS =
  'A scenario is a world to think with; how many things an account may have in all is not counted.';

export const LIMITS: readonly Limit[] = [
  {
    rule: 'GRAM-29',
    reason:
      'Declarative policies are enforced by the service after the request is authorized, so they have no part in the decision.'
  },
  {
    rule: 'MAL-03',
    reason:
      "What else AWS's older parser turns down is not documented. Values that cannot be read are accepted here, and never match."
  },
  {
    rule: 'QUO-06',
    reason: 'Only the default version of a managed policy counts, and only it is in the file.'
  },
  { rule: 'QUO-07', reason: COUNTS },
  { rule: 'QUO-08', reason: COUNTS },
  { rule: 'QUO-09', reason: COUNTS },
  { rule: 'QUO-10', reason: COUNTS },
  { rule: 'QUO-11', reason: COUNTS },
  { rule: 'QUO-15', reason: COUNTS },
  {
    rule: 'SVC-33',
    reason: "This describes AWS's own policy simulator. Bouncer decides as the services do."
  },
  {
    rule: 'SVC-34',
    reason:
      "Lake Formation's grants are not in a scenario. Its gate says so, and the verdict becomes: Allowed, unless Lake Formation objects."
  },
  {
    rule: 'MSG-08',
    reason:
      'The authorization id is made by AWS for each request and cannot be foretold. A pasted message that has one is understood.'
  },
  { rule: 'CT-02', reason: EVENTS },
  { rule: 'CT-03', reason: EVENTS },
  { rule: 'CT-05', reason: EVENTS },
  { rule: 'CT-06', reason: EVENTS },
  { rule: 'CT-07', reason: EVENTS },
  { rule: 'CT-08', reason: EVENTS },
  {
    rule: 'STS-31',
    reason:
      'How AWS packs session policies and tags is not documented, so the percentage cannot be computed. The plain limit of 2,048 characters is held.'
  },
  {
    rule: 'STS-33',
    reason:
      'Assertions and tokens are read by AWS before the call is authorized. A request says what came out: its tags, its source identity, its claims.'
  },
  {
    rule: 'SSO-03',
    reason:
      'Attributes for access control come from a directory that a scenario does not have; session tags say the same.'
  },
  {
    rule: 'IAM-01',
    reason: 'Passwords are checked when a person signs in, before any request is authorized.'
  },
  { rule: 'IAM-02', reason: 'The credential report is a list to read; it decides nothing.' },
  { rule: 'IAM-03', reason: 'Access Analyzer is another tool; Bouncer has findings of its own.' },
  {
    rule: 'IAM-04',
    reason: 'Only the default version of a managed policy is evaluated, and a file holds that one alone.'
  },
  {
    rule: 'IAM-05',
    reason:
      'AWS needs a moment until a change is seen everywhere. Here every change counts at once, which is what it comes to.'
  }
];
