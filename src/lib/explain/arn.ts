/** The six fields of an ARN, for showing it. Matching ARNs is the engine's affair. */

export interface ArnParts {
  readonly service: string;
  readonly region: string;
  /** Empty where the service leaves it out. */
  readonly account: string;
  readonly resource: string;
}

/** The parts of an ARN, split at its first five colons (RES-01); null for any other text. */
export function parseArn(text: string): ArnParts | null {
  const match = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):([\s\S]*)$/.exec(text);
  if (!match) return null;
  const [, service = '', region = '', account = '', resource = ''] = match;
  return { service, region, account, resource };
}

/** What people call the thing: the last part of its path; for an assumed-role session the role and the session. */
export function nameOfArn(text: string): string {
  const resource = parseArn(text)?.resource ?? text;
  if (resource.startsWith('assumed-role/')) return resource.slice('assumed-role/'.length);
  return resource.slice(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1);
}
