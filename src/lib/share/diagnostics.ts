/** Every problem of a link and of what was dropped or pasted: codes, words, ways out. */
import { abridge, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/diagnostics.ts';

const ASK = 'ask whoever sent it for the file instead';

export function notALink(at: Place): Diagnostic {
  return make('share/not-a-link', at, 'this holds no scenario', 'copy the whole link, from `#` to its end');
}

/** No link that Bouncer offers lacks more than so many characters: one that does has its length garbled. */
const CREDIBLE = 100_000;

/** @param missing characters that are not there any more, as the link's own length has it */
export function truncated(at: Place, missing: number): Diagnostic {
  const help = `programs for mail and chat cut long lines; copy the link again, or ${ASK}`;
  const count =
    missing > CREDIBLE ? '' : missing === 1 ? ', one character of it' : `, ${missing} characters of it`;
  return make('share/truncated', at, `the end of the link is missing${count}`, help);
}

export function damaged(at: Place): Diagnostic {
  const help = `copy it again, or ${ASK}`;
  return make('share/damaged', at, 'the link was changed on its way', help);
}

export function newerVersion(at: Place, version: string): Diagnostic {
  const help = `reload the page to get a newer one, or ${ASK}`;
  return make('share/newer-version', at, `the link is of version ${version}, made by a newer Bouncer`, help);
}

/** @param limit in MB (2^20 bytes) */
export function linkTooLarge(at: Place, limit: number): Diagnostic {
  const message = `what the link holds is larger than ${limit} MB`;
  return make('share/too-large', at, message, 'no scenario is; nothing of it was read');
}

/** The letters are as they were sent, but they were no scenario then either. */
export function foreignContent(at: Place): Diagnostic {
  return make('share/foreign-content', at, 'the link holds something that is no scenario', ASK);
}

const DROPPABLE =
  'drop or paste a scenario file (it begins with `bouncer: 1`), policy documents as JSON, what `aws iam get-policy-version` and its like print, or a text with which AWS refused something';

/** What was dropped can be read, but is neither a scenario nor a policy. */
export function nothingToAdopt(at: Place): Diagnostic {
  return make('share/nothing-to-adopt', at, 'this is neither a scenario nor a policy document', DROPPABLE);
}

/** A denial that tells too little to be asked again. */
export function denialWithoutAction(at: Place, isEncoded: boolean): Diagnostic {
  const help = isEncoded
    ? 'decode it with `aws sts decode-authorization-message --encoded-message TEXT --query DecodedMessage --output text`, and paste what that prints'
    : 'paste more of it: the line with the operation, or the event of CloudTrail';
  return make('share/denial-without-action', at, 'this denial names no action', help);
}

/** A denial whose caller and resource cannot stand in a file. */
export function denialWithoutWorld(at: Place): Diagnostic {
  const help = 'open or make a world first, and paste it there';
  return make('share/denial-without-world', at, 'no world can be made of this denial', help);
}

/** What was dropped cannot even be read: the reader's own problem, with what could be dropped besides. */
export function withDroppable(problem: Diagnostic): Diagnostic {
  return { ...problem, help: problem.help === undefined ? DROPPABLE : `${problem.help}; ${DROPPABLE}` };
}

/** @param limit how many policies a world made of them holds */
export function tooManyPolicies(at: Place, limit: number): Diagnostic {
  const message = `these are more than ${limit} policy documents`;
  return make('share/too-many-policies', at, message, 'drop those that belong together');
}

/** Something was dropped together with a scenario, and a page shows one file. */
export function leftOut(at: Place, name: string): Diagnostic {
  const help = 'drop a scenario alone; policies may come together';
  return { ...make('share/left-out', at, `\`${name}\` was left out`, help), severity: 'warning' };
}

function make(code: string, at: Place, message: string, help: string): Diagnostic {
  return { code, severity: 'error', message: abridge(message), range: at.range, path: at.path, help };
}
