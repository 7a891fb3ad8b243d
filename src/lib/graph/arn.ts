/** The fields of an ARN, as far as drawing needs them. */

export interface ArnFields {
  readonly service: string;
  readonly region: string;
  /** Twelve digits, or empty. */
  readonly account: string;
  /** Everything after the account, `:` and `/` included. */
  readonly resource: string;
}

/** Splits `arn:partition:service:region:account:resource`; null when the text is no ARN. */
export function fieldsOf(arn: string): ArnFields | null {
  const [head, , service, region, account, ...rest] = arn.split(':');
  if (head !== 'arn' || service === undefined || region === undefined || account === undefined) return null;
  if (rest.length === 0) return null;
  return { service, region, account, resource: rest.join(':') };
}

/** The last part of an ARN or path: what people call the thing. */
export function lastPart(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1) || text;
}
