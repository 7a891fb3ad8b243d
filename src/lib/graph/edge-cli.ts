/**
 * The command with which one tries what an edge says, or reads what makes it, on a real account. Syntax: AWS CLI
 * Command Reference, `aws sts`, `aws iam`, `aws s3api`, `aws kms` and the like. Arguments are quoted for a shell.
 */
import type { Statement } from '../policy/document.ts';
import { splitArn } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import type { EdgeSketch, NodeSketch } from './sketch.ts';

interface Asked {
  readonly world: World;
  readonly edge: EdgeSketch;
  readonly from: NodeSketch;
  readonly to: NodeSketch;
  readonly statements: readonly Statement[];
}

/** Lines for a terminal; a line that begins with `#` says whose credentials they want. Empty where there is no such call. */
export function edgeCommands(asked: Asked): readonly string[] {
  return COMMANDS[asked.edge.kind](asked);
}

const COMMANDS: Readonly<Record<EdgeSketch['kind'], (asked: Asked) => readonly string[]>> = {
  trust: (asked) => [
    ...assuming(asked),
    `aws iam get-role --role-name ${quoted(asked.to.whole ?? asked.to.label)}`
  ],
  permission: simulation,
  pass: simulation,
  deny: (asked) => (asked.to.kind === 'resource' ? ownPolicy(asked.to.id) : simulation(asked)),
  grant: ({ to }) => ownPolicy(to.id),
  attachment: attached,
  membership: ({ from }) => [`aws iam list-groups-for-user --user-name ${quoted(from.label)}`],
  session: ({ from }) => [`# as ${from.label}`, 'aws sts get-caller-identity']
};

function assuming({ from, to, statements }: Asked): readonly string[] {
  const role = `--role-arn ${quoted(to.id)}`;
  if (from.kind === 'service') return ['# only the service itself can become the role; what lets it:'];
  if (from.kind === 'identityProvider') {
    const isSaml = from.id.includes(':saml-provider/');
    return isSaml
      ? [
          `aws sts assume-role-with-saml ${role} --principal-arn ${quoted(from.id)} --saml-assertion file://assertion`
        ]
      : [
          `aws sts assume-role-with-web-identity ${role} --role-session-name try --web-identity-token file://token`
        ];
  }
  const external = valueOf(statements, 'sts:externalid');
  const id = external === null ? '' : ` --external-id ${quoted(external)}`;
  const needsMfa = valueOf(statements, 'aws:multifactorauthpresent') === 'true';
  const code = needsMfa ? ' --serial-number MFA_DEVICE_ARN --token-code CODE' : '';
  return [`# as ${asWhom(from)}`, `aws sts assume-role ${role} --role-session-name try${id}${code}`];
}

function asWhom({ kind, label, box }: NodeSketch): string {
  if (kind === 'account') return `whoever account ${box ?? label} lets do so`;
  return kind === 'anonymous' ? 'anybody' : label;
}

/** What IAM's own simulator says of it; it wants whole names of actions, and users, groups or roles. */
function simulation({ edge, from, to, statements }: Asked): readonly string[] {
  if (!['user', 'group', 'role'].includes(from.kind)) return [];
  const named = statements.flatMap(({ action }) =>
    action.negated ? [] : action.patterns.map(({ text }) => text)
  );
  const actions =
    edge.kind === 'pass' ? ['iam:PassRole'] : named.filter((name) => !/[*?]/.test(name)).slice(0, 3);
  if (actions.length === 0) return [];
  const service = edge.kind === 'pass' ? valueOf(statements, 'iam:passedtoservice') : null;
  const context = `ContextKeyName=iam:PassedToService,ContextKeyValues=${service ?? ''},ContextKeyType=string`;
  const entries = service === null ? '' : ` --context-entries ${quoted(context)}`;
  const names = actions.map(quoted).join(' ');
  return [
    `aws iam simulate-principal-policy --policy-source-arn ${quoted(from.id)} --action-names ${names} --resource-arns ${quoted(to.id)}${entries}`
  ];
}

const OWN_POLICIES: Readonly<Record<string, (arn: string, name: string) => string>> = {
  s3: (_, name) => `aws s3api get-bucket-policy --bucket ${quoted(name)}`,
  kms: (arn) => `aws kms get-key-policy --key-id ${quoted(arn)} --policy-name default`,
  sns: (arn) => `aws sns get-topic-attributes --topic-arn ${quoted(arn)}`,
  secretsmanager: (arn) => `aws secretsmanager get-resource-policy --secret-id ${quoted(arn)}`,
  lambda: (arn) => `aws lambda get-policy --function-name ${quoted(arn)}`,
  dynamodb: (arn) => `aws dynamodb get-resource-policy --resource-arn ${quoted(arn)}`,
  ecr: (_, name) =>
    `aws ecr get-repository-policy --repository-name ${quoted(name.replace('repository/', ''))}`,
  iam: (_, name) => `aws iam get-role --role-name ${quoted(name.slice(name.lastIndexOf('/') + 1))}`
};

function ownPolicy(arn: string): readonly string[] {
  const parts = splitArn(arn);
  const line = parts && OWN_POLICIES[parts.service]?.(arn, parts.resource);
  return line ? [line] : [];
}

function attached({ world, from, edge }: Asked): readonly string[] {
  const [at] = edge.madeBy;
  const paper = at ? world.papers.get(at.policy) : undefined;
  if (!['user', 'group', 'role'].includes(from.kind) || !paper) return [];
  const owner = `--${from.kind}-name ${quoted(from.whole ?? from.label)}`;
  return paper.arn === null
    ? [`aws iam get-${from.kind}-policy ${owner} --policy-name ${quoted(paper.name)}`]
    : [`aws iam list-attached-${from.kind}-policies ${owner}`];
}

/** The first value that a statement wants of a key, as written; null where none asks for it. */
function valueOf(statements: readonly Statement[], key: string): string | null {
  for (const { conditions } of statements) {
    const found = conditions.find((each) => each.key.toLowerCase() === key);
    if (found) return found.values[0]?.text ?? null;
  }
  return null;
}

/** One word of a shell, whatever is in it. */
function quoted(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${Array.from(text, (character) => (character < ' ' ? '?' : character))
    .join('')
    .replaceAll("'", "'\\''")}'`;
}
