/**
 * A small world around a denial that came without one: whoever called, what was asked of, and the refused call as its
 * request. It has no policies yet; those that really apply are for the reader to add.
 */
import { toGround } from '../edit/edit.ts';
import { parseScenario } from '../scenario/parse.ts';
import { applyChanges } from '../source/change.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { accountIn, asArn, isAccountId, roleOfSession, splitArn } from '../world/arn.ts';
import { compose } from './compose.ts';
import { callerAccount, isUnnamed, type ReadDenial } from './denial.ts';
import { filledBy, planDenial, type Filled } from './denial-request.ts';
import { LAYER_WORDS } from './denial-words.ts';
import { denialWithoutAction, denialWithoutWorld } from './diagnostics.ts';
import { Sketch } from './sketch.ts';

const NAME = 'denied.yaml';
/** Where nothing names an account. */
const SOME_ACCOUNT = '111111111111';

/** The scenario of a denial, or why there is none: a text that names no action asks nothing. */
export function sketchDenial(denial: ReadDenial, source: SourceText): Checked<SourceText> {
  const place = { range: { source, from: 0, to: source.text.length }, path: '' };
  if (denial.action === null) return no(denialWithoutAction(place, denial.isEncoded));
  const { base, filled } = baseOf(denial);
  const world = parseScenario(base).value?.world;
  const ground = world ? toGround(base, world) : null;
  if (!ground) return no(denialWithoutWorld(place));
  const plan = planDenial(ground, denial, filled);
  const applied = plan.value === null ? null : applyChanges(base, plan.value.edit.changes);
  if (!applied?.value) return no(...(plan.value === null ? plan.diagnostics : [denialWithoutWorld(place)]));
  return { value: { name: NAME, text: applied.value }, diagnostics: [] };
}

function no(...diagnostics: readonly Diagnostic[]): Checked<SourceText> {
  return { value: null, diagnostics };
}

/** The accounts, with all that the text names in them, and what had to be made up. */
function baseOf(denial: ReadDenial): { readonly base: SourceText; readonly filled: Filled } {
  const said = filledBy(denial);
  const owner = isUnnamed(said.resource) ? null : accountIn(said.resource);
  const sketch = new Sketch(callerAccount(denial) ?? owner ?? SOME_ACCOUNT);
  const principal = callerIn(sketch, said.principal);
  const resource = isUnnamed(said.resource) ? '*' : said.resource;
  if (said.resource !== resource) {
    sketch.assumed.push(`The text names \`${said.resource}\`, which is no ARN: the request asks of anything`);
  }
  listResource(sketch, resource);
  const text = compose(headline(denial, sketch), sketch).replace(/\nrequests:\n$/, '\n');
  return { base: { name: NAME, text }, filled: { ...said, principal, resource } };
}

function callerIn(sketch: Sketch, principal: string): string {
  const role = roleOfSession(asArn(principal));
  const isMasked = principal.startsWith('arn:') && accountIn(principal) === null;
  if (principal === '' || isMasked || splitArn(principal)?.resource.startsWith('federated-user/') === true) {
    sketch.who(sketch.home, 'users', 'caller');
    sketch.assumed.push(
      'Who called is not told as this world needs it: a user called `caller` stands for them'
    );
    return `${sketch.home.alias}:user/caller`;
  }
  sketch.named(role ?? principal);
  return principal;
}

/** A bucket that nobody lists is taken for the caller's. */
function listResource(sketch: Sketch, resource: string): void {
  const arn = splitArn(resource);
  if (arn === null || /[*?]/.test(resource)) return;
  if (arn.service === 'iam' || arn.service === 'sts') {
    if (isAccountId(arn.account)) sketch.named(resource);
    return;
  }
  const isBucket = arn.service === 's3' && arn.account === '';
  if (isBucket) sketch.assumed.push('The bucket belongs to the account of whoever called');
  sketch.list(isBucket ? (resource.split('/')[0] ?? resource) : resource);
}

function headline({ action, kind, layer }: ReadDenial, { assumed }: Sketch) {
  const by =
    layer === null
      ? ''
      : ` AWS named ${LAYER_WORDS[layer]}${kind === 'explicit' ? ' with an explicit deny' : ', which does not allow it'}.`;
  return {
    title: `AWS refused ${action ?? 'this'}`,
    summary: 'The world that one denial speaks of, without its policies',
    story: [
      `You brought a text with which AWS refused something.${by} Here is what it names, and the refused call as a request. No policy is here yet: add those that apply, and see whether they come to the same.`,
      ...(assumed.length === 0 ? [] : [assumed.map((assumption) => `- ${assumption}`).join('\n')])
    ]
  };
}
