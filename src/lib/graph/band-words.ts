/** What a hatched band says in the room it has: names stay whole as far as they can, the first of many before a count. */
import { textWidth } from './label.ts';

const DOT = ' · ';
/** What every organization starts with says least: it is counted before another is. */
const PLAIN = /FullAWSAccess$/;
/** Fewer letters than these are no name any more. */
const LEAST = 4;

/**
 * A band's label (`SCP · OU · One, Two`), no wider than `max` model units: whole; else its first policy and how many more;
 * else with a shorter name of its level, or none, as the place of the band tells it too; else a beginning of the name.
 */
export function bandWords(label: string, max: number): string {
  const parts = label.split(DOT);
  const [type = '', level = ''] = parts;
  const names = (parts.at(-1) ?? '').split(', ');
  const first = names.find((name) => !PLAIN.test(name)) ?? names[0] ?? '';
  const rest = names.length > 1 ? ` +${names.length - 1}` : '';
  const told = parts.length > 2 ? [level] : [];
  const tries = [label, [type, ...told, first + rest].join(DOT)];
  const fitting = tries.find((text) => textWidth(text) <= max);
  if (fitting !== undefined) return fitting;
  const bare = [type, first + rest].join(DOT);
  const room = max - textWidth(bare) - textWidth(DOT);
  const short = told.map((name) => beginning(name, room)).filter((name) => name !== '');
  const shortened = [type, ...short, first + rest].join(DOT);
  if (textWidth(shortened) <= max) return shortened;
  const cut = beginning(first, max - textWidth([type, rest].join(DOT)));
  return [type, (cut === '' ? '…' : cut) + rest].join(DOT);
}

/** As much of a name as fits with an ellipsis, up to a joint if there is one near; empty for hardly any of it. */
function beginning(name: string, max: number): string {
  const characters = Array.from(name).slice(0, 200);
  let kept = characters.length;
  while (kept > 0 && textWidth(`${characters.slice(0, kept).join('')}…`) > max) kept--;
  if (kept < LEAST) return '';
  const text = characters.slice(0, kept).join('');
  const joint = [...text.matchAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[\s\-_])/gu)].at(-1)?.index ?? 0;
  return `${joint >= Math.max(LEAST, 0.6 * text.length) ? text.slice(0, joint) : text}…`;
}
