// A context that works out what is asked of it tells nothing else than the whole one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLazyRequest, toRequest } from '../../src/lib/engine/context.ts';
import type { Request, RequestContext } from '../../src/lib/engine/request.ts';
import { facts } from './arbitrary-facts.ts';
import { world } from './context-world.ts';

/** The request, its hops and its checks. */
function partsOf(request: Request): readonly Request[] {
  return [request, ...[...request.hops, ...request.checks].flatMap(partsOf)];
}

function asked(context: RequestContext, keys: readonly string[]) {
  return keys.map((key) => [key, context.get(key)]);
}

test('key by key, in any order', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 30 }), (each, turn) => {
      const eager = partsOf(toRequest(world, each));
      const lazy = partsOf(toLazyRequest(world, each));
      expect(lazy.map(({ id, action }) => [id, action])).toEqual(eager.map(({ id, action }) => [id, action]));
      const all = [...new Set(['aws:nosuchkey', ...eager.flatMap(({ context }) => [...context.keys()])])];
      const keys = [...all.slice(turn), ...all.slice(0, turn)];
      lazy.forEach(({ context }, i) => expect(asked(context, keys)).toEqual(asked(eager[i]!.context, keys)));
    }),
    { numRuns: 600 }
  );
});

test('as a whole', () => {
  fc.assert(
    fc.property(facts, (each) => {
      const eager = partsOf(toRequest(world, each));
      const lazy = partsOf(toLazyRequest(world, each));
      lazy.forEach(({ context }, i) => {
        const whole = eager[i]!.context;
        expect([...context]).toEqual([...whole]);
        expect([...context.keys()]).toEqual([...whole.keys()]);
        expect([...context.values()]).toEqual([...whole.values()]);
        expect(context.size).toBe(whole.size);
      });
    }),
    { numRuns: 200 }
  );
});
