/** Reading a scenario never throws, whatever the text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const everyKey = readFileSync(new URL('samples/every-key.yaml', import.meta.url), 'utf8');
const lines = everyKey.split('\n');

/** Never throws, and every range lies in its text. */
function readable(text: string): void {
  const { diagnostics } = parseScenario({ name: 'x.yaml', text });
  for (const { range, code, message } of diagnostics) {
    expect(range.from).toBeGreaterThanOrEqual(0);
    expect(range.to).toBeGreaterThanOrEqual(range.from);
    expect(range.to).toBeLessThanOrEqual(range.source.text.length);
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(message).not.toMatch(/\.$/);
  }
}

test('any text is read without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readable(text);
    })
  );
});

test('the sample with lines missing, doubled and swapped is read without throwing', () => {
  const edit = fc.record({
    at: fc.nat(lines.length - 1),
    how: fc.constantFrom('drop', 'double', 'cut', 'indent', 'null')
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const changed = [...lines];
      for (const { at, how } of edits) {
        const line = lines[at] ?? '';
        changed[at] =
          how === 'drop'
            ? ''
            : how === 'double'
              ? `${line}\n${line}`
              : how === 'cut'
                ? line.slice(0, line.length / 2)
                : how === 'indent'
                  ? `  ${line}`
                  : line.replace(/:.*/, ': null');
      }
      readable(changed.join('\n'));
    }),
    { numRuns: 200 }
  );
});

/** Any JSON value where a scalar, list or map of the sample stands. */
test('the sample with any value anywhere is read without throwing', () => {
  const places = lines.flatMap((line, at) => (/^\s+[A-Za-z]+: \S/.test(line) ? [at] : []));
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (at, value) => {
      const changed = [...lines];
      changed[at] = (lines[at] ?? '').replace(/: .*/, `: ${JSON.stringify(value)}`);
      readable(changed.join('\n'));
    }),
    { numRuns: 200 }
  );
});
