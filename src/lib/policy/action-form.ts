/** The form of an action (GRAM-09; MAL-08, MAL-09, MAL-10). Whether it exists is the catalogue's affair. */
import { malformed } from './answers.ts';
import { NO_VENDOR, type ActionProblem } from './diagnostics.ts';

const COLONS = malformed('Actions/Condition can contain only one colon.');

/** What is wrong with an action, as its author wrote it; null for a good one. */
export function actionProblem(text: string): ActionProblem | null {
  if (/^\*+$/.test(text)) return null;
  const [service = '', ...names] = text.split(':');
  if (names.length === 0) return { says: 'has no service before it', aws: NO_VENDOR, ...dotted(text) };
  if (names.length > 1) return { says: 'has more than one colon', aws: COLONS, ...doubled(text) };
  if (/^[A-Za-z0-9*?-]+$/.test(service)) return null;
  return {
    says: `begins with \`${service}\`, which names no service`,
    aws: malformed(`Vendor ${service} is not valid`),
    ...spaced(text)
  };
}

/** `s3.GetObject` */
function dotted(text: string): { meant?: string } {
  return /^[a-z][a-z0-9-]*\.[A-Z]\w*\*?$/.test(text) ? { meant: text.replace('.', ':') } : {};
}

/** `s3::GetObject` */
function doubled(text: string): { meant?: string } {
  return /^[a-z0-9-]+::+[\w*?]+$/i.test(text) ? { meant: text.replace(/::+/, ':') } : {};
}

/** ` s3:GetObject` */
function spaced(text: string): { meant?: string } {
  const meant = text.replaceAll(/\s/g, '');
  return meant !== text && /^[A-Za-z0-9*?-]+:[\w*?]+$/.test(meant) ? { meant } : {};
}
