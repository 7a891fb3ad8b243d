/** The three stamps differ in shape, not in colour alone. */
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/components/app.css';
import Stamp from '../../src/lib/components/Stamp.svelte';

type Decision = 'allowed' | 'implicitDeny' | 'explicitDeny';

async function look(decision: Decision) {
  const verdict = {
    id: 'verdict',
    decision,
    word: decision === 'allowed' ? 'ALLOWED' : 'DENIED',
    reason: 'for a reason'
  };
  const { container } = await render(Stamp, { verdict });
  const stamp = container.querySelector('.stamp');
  const reason = stamp?.querySelector('span');
  if (!stamp || !reason) throw new Error('no stamp');
  const style = getComputedStyle(stamp);
  return {
    text: stamp.textContent,
    isDashed: style.borderStyle === 'dashed',
    /** Filled with the colour of its border. */
    isFilled: style.backgroundColor === style.borderTopColor,
    hasBar: getComputedStyle(reason).backgroundColor === style.borderTopColor
  };
}

test.each([
  ['allowed', { isDashed: false, isFilled: true, hasBar: false }],
  ['implicitDeny', { isDashed: true, isFilled: false, hasBar: false }],
  ['explicitDeny', { isDashed: false, isFilled: false, hasBar: true }]
] as const)('%s', async (decision, shape) => {
  const seen = await look(decision);
  expect(seen).toMatchObject(shape);
  expect(seen.text).toContain('for a reason');
});
