/** What of a scenario file gives somebody away: the words of its names, and the places that stay as they are. */
import { parseEmbeddedJson } from '../source/embedded.ts';
import type { SourceRange } from '../source/text.ts';
import type { Tree, TreeText } from '../source/tree.ts';

/** Words of AWS's and of the file format, which tell nothing of anybody. In small letters. */
const PLAIN = new Set(
  `a aa access account accounts acl action actions active admin administrator administrators alias all allow allowed
 an and anonymous any anything api app are arn as asks assume assumed at attachment aws be bot boundary bucket by can
 cloudformation cloudtrail cloudwatch cluster cn com conditional context database db decrypt default delete denied deny
 deploy developer dynamodb ec2 ecr ecs eks elb encrypt endpoint event events every everyone everything explicit external
 federated federation file files folder for forbids from full function get glue gov grant group groups has html https iam
 id identifier identity ids implicit in instance into invoke is it json key keys kms lambda list log logs main management may
 member membership mfa my name names network no not nothing object objects of on only open operator or org organization
 organizations github gitlab oidc if exists bool string equals like other outside own owner parameter pass path permission permissions policies policy principal principals
 private profile provider public put queue rcp rcps read reads region regions request requests reserved resource resources
 role roles root route s3 saml scp scps secret secrets secretsmanager see send server service services session sessions
 set sid ssm sso state statement step stream streams sts sqs sns tag tags task tasks test that true false the them they this to token topic trust
 type unit units use user users vault version via vpc vpce with without workload write you your`.split(/\s+/)
);

/** Where a map is keyed by names, by its JSON Pointer. */
const NAMED =
  /^\/(accounts|organizations|accounts\/[^/]+\/(users|groups|roles|policies|identityProviders|resources)|.*\/(inline|units|objects|credentials|scps|rcps|grants|endpoints|networks|vpcs|accessPoints|permissionSets|users|groups))$/;
/** Where a map is keyed by what speaks of named things. */
const SPEAKING = /^\/(requests|layout)$/;
/** A condition key of an identity provider by its own host: `gitlab.example.com:sub`. */
const ISSUER = /^[\w-]+(\.[\w-]+)+[/:]/;
/** Texts that are not AWS's or the format's by the key they stand under, and name something. */
const NAMING =
  /\/(name|session|sourceIdentity|bucket|oidc|saml|externalId|sts:ExternalId|sts:RoleSessionName|sts:SourceIdentity|aws:userid|aws:username|aws:SourceIdentity|kms:EncryptionContext:[^/]*)(\/\d+)?$|\/tags\/[^/]+$|(Principal|Request|Resource)Tag~1[^/]*(\/\d+)?$/;
/** What AWS and the format have a fixed choice of. */
const FIXED =
  /\/(Effect|Version|Action|NotAction|action|kind|status|expect|type|acl|endpointType|at|created|lastUsed|changed|via|origin|operations|only|remove|folded|mfa|bouncer|unknown)(\/\d+)?$/;

/** What is told of a file before anything is replaced. */
export interface Found {
  /** Words that give somebody away, in small letters. */
  readonly secret: ReadonlySet<string>;
  /** Stretches of the text that stay as they are, in order. */
  readonly fixed: readonly SourceRange[];
}

/** Whether a word gives anybody away. */
export function isTelling(word: string): boolean {
  return word.length > 1 && !PLAIN.has(word.toLowerCase());
}

/** A name in words: `acme-DenyRegions` as `acme`, `Deny`, `Regions`. Short runs of digits tell nothing. */
export const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d{12,}/g;

/** Collects from the tree of a whole file. */
export function findNames(root: Tree): Found {
  const secret = new Set<string>();
  const fixed: SourceRange[] = [];
  const add = (name: string) => {
    for (const [word] of bare(name).matchAll(WORD)) {
      if (isTelling(word)) secret.add(word.toLowerCase());
    }
  };
  const ofText = (text: TreeText) => {
    const json = /^\s*[{[]/.test(text.text) ? parseEmbeddedJson(text).value : null;
    if (json !== null) walk(json);
    else if (FIXED.test(text.path)) fixed.push(text.range);
    else if (NAMING.test(text.path)) add(text.text);
    else for (const [arn] of text.text.matchAll(/arn:[^\s"',]+|[\w.+-]+@[\w.-]+\.\w+/g)) add(arn);
  };
  const walk = (tree: Tree): void => {
    if (tree.kind === 'text') ofText(tree);
    else if (tree.kind === 'list') tree.items.forEach(walk);
    else {
      for (const { key, keyRange, value } of tree.entries) {
        if (NAMED.test(tree.path)) add(key);
        else if (!SPEAKING.test(tree.path) && !ISSUER.test(key)) fixed.push(keyRange);
        walk(value);
      }
    }
  };
  walk(root);
  return { secret, fixed: fixed.sort((a, b) => a.from - b.from) };
}

/** The part of an ARN that its owner chose; of what AWS keeps, nothing. Any other name as it is. */
function bare(name: string): string {
  if (/^aws:/.test(name) || /^(RCP)?FullAWSAccess$/.test(name)) return '';
  const arn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.*)$/s.exec(name)?.[1];
  return (arn ?? name).replace(KEPT, ' ');
}

/**
 * What stays wherever it stands: hosts of AWS, its own policies and paths, Regions, times, and in prose the names of
 * actions and of condition keys.
 */
export const KEPT =
  /\b[\w.-]*\.?(?:amazonaws\.com|aws\.amazon\.com|amazon\.com)(?:\.cn)?\b|\barn:aws[\w-]*:iam::aws:[\w/-]+|\b(?:token\.actions\.githubusercontent\.com|gitlab\.com|github\.com|accounts\.google\.com|graph\.facebook\.com|api\.bitbucket\.org|app\.terraform\.io)\b|\baws:[A-Za-z]\w+(?:\/[\w-]+)?|\baws-service-role\b|AWSServiceRoleFor\w+|AWSReservedSSO_|\b(?:RCP)?FullAWSAccess\b|\b(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central){1,2}(?:-\d)?\b|(?<![\w/:.@-])[a-z][a-z0-9-]*:(?:\*|[A-Z][A-Za-z]+\*?)(?![\w/-])|\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/g;
