/** A new exercise, small and whole, with comments that say what each part is for: it checks, and is there to be changed. */

/**
 * @param schema where the JSON Schema of the format lies, as seen from the file; null leaves the line out
 * @returns YAML that keeps the law of an exercise, mutants included
 */
export function newExercise(schema: string | null): string {
  const modeline = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${modeline}${TEXT}`;
}

const TEXT = `# An exercise: a world, requests with what is expected of them, and a task. Hold it to its law with
#   bouncer check FILE --mutants
bouncer: 1
title: A door of one's own
summary: One line for the map of exercises.
# Two to five sentences: who, where, what went wrong. Markdown.
story: |
  Ana writes the newsletter of a small theatre. The pictures lie in a
  bucket, and today is her first day.

accounts:
  main:
    id: '111111111111'
    users:
      ana: {}
    resources:
      arn:aws:s3:::theatre-pictures: {}
      # Company: without a second bucket nobody would notice a Resource of \`*\`.
      arn:aws:s3:::theatre-contracts: {}

# Goals and probes are requests with \`expect\`: allowed, implicitDeny, explicitDeny or denied.
requests:
  see-picture:
    title: Ana opens a picture
    principal: main:user/ana
    action: s3:GetObject
    resource: arn:aws:s3:::theatre-pictures/hamlet.jpg
    expect: allowed
  delete-picture:
    title: Ana deletes a picture
    principal: main:user/ana
    action: s3:DeleteObject
    resource: arn:aws:s3:::theatre-pictures/hamlet.jpg
    expect: denied
  see-contract:
    title: Ana opens a contract
    principal: main:user/ana
    action: s3:GetObject
    resource: arn:aws:s3:::theatre-contracts/hamlet.pdf
    expect: denied

exercise:
  # The false belief it attacks, and the terms it teaches.
  belief: Whoever is in the account may look around.
  teaches: [statement, implicit deny]
  # The task, Markdown. It says what, not how.
  brief: |
    Let Ana open the theatre's pictures, and nothing else.
  # What may be edited, as JSON Pointers into this file; \`only: add\`, say, narrows it.
  edit:
    - at: /accounts/main/users/ana/inline
  # Seen from the start. Beside requests: { unreachable: [main:user/ana, main:role/admin] } and
  # { state: /accounts/main/root/mfa, equals: 'true' }.
  goals: [see-picture]
  # Hidden until the goals first pass: what a solution must not do.
  probes: [delete-picture, see-contract]
  # Guessed before the first step; the right answer is worked out on the start.
  predict:
    - request: see-picture
  # Statements that the solution adds, changes or removes; \`moves\` counts what is hung and tagged.
  par: 1
  # Three: where to look, what it is about, what to write.
  hints:
    - Step to the gate that stops Ana. Which policies does it read?
    - One statement, one verb, one noun.
    - Allow \`s3:GetObject\` on \`arn:aws:s3:::theatre-pictures/*\`.
  # Edits of this file, one after the other: \`set: VALUE\` or \`remove: true\`.
  solution:
    - at: /accounts/main/users/ana/inline/Pictures
      set: |
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "OpenPictures",
              "Effect": "Allow",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::theatre-pictures/*"
            }
          ]
        }
  # Looks like a solution and is none: each fails something. \`says\` answers the one who tries it.
  decoys:
    - name: a star for the noun
      says: The star covers the contracts too. Name the bucket.
      edits:
        - at: /accounts/main/users/ana/inline/Pictures
          set: |
            {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
            }
    - name: a star for the verb
      says: The star covers deleting too. Name the action.
      edits:
        - at: /accounts/main/users/ana/inline/Pictures
          set: |
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": "s3:*",
                  "Resource": "arn:aws:s3:::theatre-pictures/*"
                }
              ]
            }
  # Said once it is solved, Markdown.
  debrief: |
    Nobody can do anything in AWS until a statement allows it.
`;
