/** What the command line says of itself. */

export const COMMANDS = ['check', 'explain', 'denial', 'flip', 'limits', 'actions', 'lint', 'new'] as const;
export type Command = (typeof COMMANDS)[number];

export const FORMATS: Readonly<Record<Command, readonly string[]>> = {
  check: ['text', 'json', 'junit'],
  explain: ['text', 'json'],
  denial: ['text', 'json'],
  flip: ['text', 'json'],
  limits: ['text', 'json'],
  actions: ['text', 'json'],
  lint: ['text', 'json'],
  new: ['text']
};

export const USAGE = `bouncer – see why AWS IAM says yes or no

Usage:
  bouncer check PATH…              hold scenario files to what they expect
  bouncer explain FILE REQUEST     show how one request is decided, step by step
  bouncer denial FILE < TEXT       ask a file what AWS refused, and hold AWS's word against it
  bouncer flip FILE REQUEST        find the edits that would flip one decision
  bouncer limits                   say which rules of IAM are not held, and what we chose where AWS is silent
  bouncer actions PATTERN…         list the actions that patterns such as s3:Get* hold
  bouncer lint PATH…               find what is unwise in the policies of scenario files
  bouncer new exercise PATH        write a small exercise that checks, to be changed

Options:
  --format FORMAT    text (default), json, or for check also junit
  --mutants          for check: mutate the solutions of exercises, and list what nobody notices
  --strict           for lint: fail when there is a warning
  -h, --help         this text; with a command, the command's
  -v, --version      the version

Examples:
  bouncer check scenarios
  bouncer explain scenarios/tools-to-production.yaml deploy
`;

export const HELP: Readonly<Record<Command, string>> = {
  check: `bouncer check PATH… [--format text|json|junit] [--mutants]

Evaluates every request of the scenario files and compares it with its \`expect\` and \`by\`; scenes of a walkthrough
likewise. A directory means every .yaml, .yml and .json below it, apart from node_modules and hidden directories.

In a file with an exercise, goals and probes are not held against the start. Instead the exercise keeps its law: the
start fails a goal or a probe; the solution and each alternative pass all; every decoy fails; without any single
statement that the solution adds or changes something fails; nobody edits what is locked; par and moves are what the
solution takes. With --mutants the solution is made slightly wrong in many ways (a condition dropped, a resource
widened, a principal added): whatever passes all the same must be explained under \`survivors\`.

Exit code: 0 all hold, 1 something does not, 2 a file could not be read or has errors.

Examples:
  bouncer check scenarios/tools-to-production.yaml
  bouncer check scenarios --format json
  bouncer check scenarios --format junit > report.xml
  bouncer check scenarios/exercises --mutants
`,
  explain: `bouncer explain FILE REQUEST [--format text|json]

Prints how the request with the id REQUEST is decided: every layer, policy, statement, element and condition value,
and the sentence that sums it up.

Exit code: 0 explained, 2 the file could not be read, or has no such request or one with errors.

Examples:
  bouncer explain scenarios/tools-to-production.yaml deploy
  bouncer explain scenarios/tools-to-production.yaml deploy --format json
`,
  denial: `bouncer denial FILE [--format text|json] < TEXT

Reads a text with which AWS refused something (a message, an error of an SDK, XML, JSON, an event of CloudTrail) from
standard input, asks the file the same, and says whether it comes to the same. Whoever the file lacks is added for the
question, and what nobody tells is left open; the file itself is not changed.

Exit code: 0 the file comes to the same, 1 it does not, 2 the file could not be read, or the text tells too little.

Examples:
  aws s3 cp a s3://reports/a 2>&1 | bouncer denial scenarios/read-one-bucket.yaml
  bouncer denial scenarios/read-one-bucket.yaml --format json < error.txt
`,
  flip: `bouncer flip FILE REQUEST [--format text|json]

Finds the smallest edits of the file that flip the decision of the request with the id REQUEST. Each has been made on a
copy of the file, read back and evaluated. With each: which other requests flip, how many cells of the world do (a cell
is one principal, one action and one listed resource), and the lines it changes. The file itself is not changed.

Exit code: 0 there is an edit, 1 none flips it, 2 the file could not be read, or has no such request or one with errors.

Examples:
  bouncer flip scenarios/tools-to-production.yaml pass-admin
  bouncer flip scenarios/tools-to-production.yaml pass-admin --format json
`,
  limits: `bouncer limits [--format text|json]

Prints the rules of IAM that Bouncer does not hold, each with the reason, and the choices it made where AWS documents
nothing. None of them is a documented rule that changes a verdict.

Example:
  bouncer limits --format json
`,
  actions: `bouncer actions PATTERN… [--format text|json]

Lists the actions that the patterns hold, by access level, each with the types of resources it takes; \`*\` stands for
an action that takes none. In a shell, quote patterns with a star.

Exit code: 0 each pattern holds something, 1 one holds nothing, 2 the catalogue of services is not there.

Examples:
  bouncer actions 's3:Get*'
  bouncer actions 'kms:*Grant*' 'sts:Assume*' --format json
`,
  lint: `bouncer lint PATH… [--format text|json] [--strict]

Finds what is unwise in the policies of scenario files, though AWS would store it: holes, statements that match
nothing, conditions that do not do what they seem to. Each finding has a reason and AWS's page under /findings.

Exit code: 0 looked at, 1 with --strict when there is a warning, 2 a file could not be read or has errors.

Examples:
  bouncer lint scenarios
  bouncer lint scenarios --strict --format json
`,
  new: `bouncer new exercise PATH

Writes a small exercise with comments that say what each part is for. It keeps the law of an exercise as it stands:
change it, and hold it to the law with \`bouncer check PATH --mutants\`. A file that is there is never overwritten.

Exit code: 0 written, 2 not written.

Example:
  bouncer new exercise scenarios/my-exercise.yaml
`
};
