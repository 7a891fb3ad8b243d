/** Runs the command line in this process and keeps what it says; and folders with files to run it on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function run(argv: readonly string[], colour = false): Ran {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    colour
  };
  const code = main(argv, terminal);
  return { code, out, err };
}

/** A folder with these files, and how to be rid of it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): {
  path: string;
  remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'bouncer-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Two requests of which each holds, or does not, as told. */
export function scenario(expectRead: string, expectWrite: string, extra = ''): string {
  return `bouncer: 1
title: One bucket
summary: Dana may read, not write
accounts:
  app:
    id: "111111111111"
    name: App
    users:
      dana:
        inline:
          Read: {"Version": "2012-10-17", "Statement": [{"Sid": "Get", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}
    resources:
      "arn:aws:s3:::bucket": { name: bucket }
requests:
  read: { title: Dana reads, principal: app:user/dana, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a", expect: ${expectRead} }
  write: { principal: app:user/dana, action: "s3:PutObject", resource: "arn:aws:s3:::bucket/a", expect: ${expectWrite} }
  ask: { principal: app:user/dana, action: "s3:ListBucket", resource: "arn:aws:s3:::bucket" }
${extra}`;
}
