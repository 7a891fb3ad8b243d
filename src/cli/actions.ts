/** `bouncer actions`: what patterns such as `s3:Get*` hold, from AWS's Service Authorization Reference. */
import { heldBy, type Held } from '../lib/catalog/held.ts';
import { listedKeysOf } from '../lib/catalog/action-keys.ts';
import { nearAction } from '../lib/catalog/near.ts';
import type { CatalogueAction } from '../lib/catalog/catalogue.ts';
import type { Catalogue } from '../lib/catalog/service.ts';
import { diskCatalogue } from './catalogue.ts';
import { EXIT, paint, printable, type Terminal } from './terminal.ts';

/**
 * @param patterns at least one, as they stand in Action
 * @returns 0 when each holds something, 1 when one holds nothing, 2 without a catalogue
 */
export function actions(patterns: readonly string[], format: string, terminal: Terminal): number {
  const catalogue = diskCatalogue();
  if (catalogue.prefixes.length === 0) {
    terminal.err('bouncer: the catalogue of services is not there\n  help: `npm ci` makes it\n');
    return EXIT.unusable;
  }
  const empty = patterns.filter((pattern) => heldBy(catalogue, [pattern]).count === 0);
  for (const pattern of empty) terminal.err(complaint(catalogue, pattern));
  const held = heldBy(catalogue, patterns);
  if (format === 'json') terminal.out(`${JSON.stringify(toJson(patterns, held), null, 2)}\n`);
  else if (held.count > 0) terminal.out(toText(held, terminal));
  return empty.length > 0 ? EXIT.failed : EXIT.ok;
}

function complaint(catalogue: Catalogue, pattern: string): string {
  const near = /[*?]/.test(pattern) ? null : nearAction(catalogue, pattern);
  const help = near === null ? 'a pattern is SERVICE:NAME, e.g. `s3:Get*`' : `did you mean \`${near}\`?`;
  return `bouncer: \`${printable(pattern)}\` holds no action\n  help: ${help}\n`;
}

function toText({ levels, count, outOf }: Held, terminal: Terminal): string {
  const width = Math.max(...levels.flatMap((level) => level.actions.map(({ id }) => id.length)));
  const blocks = levels.map(({ level, actions: each }) => {
    const lines = each.map((action) => `  ${action.id.padEnd(width)}  ${takes(action)}\n`);
    return `${paint(terminal, 'bold', level)} (${each.length})\n${lines.join('')}`;
  });
  const services = new Set(levels.flatMap((level) => level.actions.map(({ service }) => service.name)));
  const of = services.size === 1 ? [...services].join('') : `${services.size} services`;
  return `${blocks.join('\n')}\n${count} of the ${outOf} actions of ${of}\n`;
}

/** The types of its resources; `*` for an action that takes none (RES-09). */
function takes({ facts }: CatalogueAction): string {
  return facts.resources.map(({ type }) => type).join(', ') || '*';
}

function toJson(patterns: readonly string[], { levels, count, outOf }: Held): unknown {
  return {
    patterns,
    count,
    outOf,
    actions: levels.flatMap(({ level, actions: each }) =>
      each.map((action) => ({
        action: action.id,
        access: level,
        resources: action.facts.resources.map(({ type, required }) => ({ type, required })),
        keys: listedKeysOf(action).map(({ key }) => key),
        dependent: action.facts.dependent
      }))
    )
  };
}
