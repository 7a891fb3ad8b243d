/** Format 1, sections `exercise` and `walkthrough`. */
import { expectation } from './format-requests.ts';
import { either, field, isText, list, named as shared, object, required } from './shape-compound.ts';
import { choice, flag, integer, matching, raw, reference, text, type Read } from './shape.ts';

const pointer = matching('a JSON Pointer into the file', /^(\/.*)?$/, (written) =>
  /^#?\/?[^\s.$#]+$/.test(written)
    ? `write \`/${written.replace(/^#?\/?/, '')}\``
    : 'a pointer has `/` before each key, as in `/accounts/main/users`'
);

const edit = shared('edit', () =>
  object({
    at: required(pointer, 'JSON Pointer of what is changed.'),
    set: field(raw('any value'), 'The new value.'),
    remove: field(flag, '`true`: the place is removed.')
  })
);

const goal = either(
  isText,
  reference('a request'),
  object({
    unreachable: field(list(reference('a principal')), 'The first must not get to the second.'),
    state: field(pointer, 'JSON Pointer of a value of the file …'),
    equals: field(text, '… and what it must be.')
  })
);

const named = object({
  name: required(text, 'For people.'),
  says: field(text, 'What is said when it is tried.'),
  edits: required(list(edit), 'The edits.')
});

export const exercise = object({
  number: field(matching('a number such as `5.10`', /^[0-9]+(\.[0-9]+)?$/), 'Place on the ladder: `5.10`.'),
  optional: field(flag, '`true`: not needed to finish the chapter.'),
  belief: field(text, 'The false belief it attacks, one line.'),
  teaches: field(list(text), 'Terms of the glossary it teaches.'),
  brief: required(text, 'The task, Markdown.'),
  edit: required(
    list(
      object({
        at: required(pointer, 'JSON Pointer of what may be edited.'),
        only: field(choice('remove', 'add', 'change'), 'The only kind of edit allowed there.')
      })
    ),
    'What may be edited.'
  ),
  goals: required(list(goal), 'Requests whose expectation must hold, unreachable pairs, states.'),
  probes: field(list(reference('a request')), 'Requests checked too, hidden until the goals first pass.'),
  predict: field(
    list(object({ request: required(reference('a request'), 'Id of the request.') })),
    'Requests whose decision is guessed on the start.'
  ),
  par: field(integer(), 'Statements added, changed or removed by a good solution.'),
  moves: field(integer(), 'Structural edits of a good solution.'),
  startErrors: field(list(text), 'Codes of diagnostics that the start is meant to have.'),
  hints: field(list(text), 'Rungs 1 to 3.'),
  solution: required(list(edit), 'Edits that solve it.'),
  alternatives: field(list(named), 'Other solutions.'),
  decoys: field(list(named), 'Edits that look like solutions and are none.'),
  survivors: field(
    list(
      object({
        mutant: required(text, 'What was changed, as `bouncer check --mutants` calls it.'),
        because: required(text, 'Why no goal and no probe needs to notice it.')
      })
    ),
    'Mutations of the solution that goals and probes do not notice, explained.'
  ),
  debrief: field(text, 'What to take away, Markdown.')
});

export type ExerciseFormat = NonNullable<Read<typeof exercise>>;
export type EditFormat = NonNullable<ExerciseFormat['solution']>[number];

export const walkthrough = list(
  object({
    title: required(text, 'Title of the scene.'),
    request: field(
      reference('a request'),
      'Id of the request shown. Without one the scene shows the graph alone.'
    ),
    step: field(
      text,
      'Id of a step of that request, as the address of the page names it at any level of detail: a stop or layer such as `resource`, `scp` or `hop1.identity`, a level such as `scp@Prod`, a statement such as `identity@app/Deploy#Update`; with `?` at its end the question before the answer. The verdict by default.'
    ),
    focus: field(
      list(reference('the name of something the graph shows')),
      'What the graph moves to: principals, groups, resources as requests name them, accounts by alias.'
    ),
    say: required(text, 'What is said, Markdown.'),
    note: field(text, 'Note for the presenter.'),
    expect: field(expectation, 'What the decision must be; checked like that of a request.')
  })
);

export type SceneFormat = Read<typeof walkthrough> extends readonly (infer Scene)[] | null ? Scene : never;
