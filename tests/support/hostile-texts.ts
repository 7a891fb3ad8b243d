/** Texts of somebody who wishes us ill: each tries to be markup, an address, a mark of direction, a word of the language. */

/** What runs if any text of it becomes markup: {@link RAN} is then set in the page. */
export const RAN = 'hostileTextRan';
const RUN = `globalThis.${RAN}=1`;

export const RLO = '\u202e';
export const LONG = 10_000;

/** Texts for places that take any; each is one line unless the format says otherwise. */
export const MEAN = {
  image: `<img src=x onerror="${RUN}">`,
  script: `</script><script>${RUN}</script>`,
  frame: `"><iframe srcdoc="<script>parent.${RAN}=1</script>"></iframe>`,
  vector: `'><svg onload=${RUN}><style>*{display:none}</style>`,
  foreign: '<img src=https://evil.example/pixel><link rel=stylesheet href=//evil.example/a.css>',
  template: `{{constructor.constructor('${RUN}')()}} \${${RUN}} {@html "<b>"} %s %c`,
  turned: `${RLO}detrevni si siht`,
  isolated: '\u2067right\u2066left\u2067 never closed \u202b\u202a\u202d',
  unseen: 'ad\u200bmin\u200c\u200d\ufeff\u00ad\u2060\u180e',
  controls: 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f\u009bg\th',
  breaks: 'one\u2028two\u2029three\u000bfour\u000cfive',
  halves: 'half \ud800 and \udfff, turned \udc00\ud83d',
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧👍🏿',
  heap: `Z${'\u0300\u0301\u0489\u0360'.repeat(60)}algo`,
  arabic: 'مرحبا (12:30) שלום',
  step: 'scp@x/y#z?&=%2F%00../..',
  proto: '__proto__',
  word: 'W'.repeat(LONG),
  wide: '﷽'.repeat(1000),
  spaces: `x${' '.repeat(LONG)}x`
} as const;

export const TEXTS: readonly string[] = Object.values(MEAN);

/** What the pattern of a name of IAM lets through, at its full length. */
export const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=1+1,@.-_',
  'A'.repeat(128),
  'b'.repeat(128)
];

/** The same as an alias or as the id of a request; these have no greatest length. */
export const IDS = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'x'.repeat(LONG)];

/** Markdown of every form, with an address that must not become a link. */
const ADDRESSES = [
  `javascript:${RUN}`,
  ` JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `&#106;avascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  '//evil.example/x',
  '\\\\evil.example\\x',
  'http://evil.example/',
  'file:///etc/passwd',
  `https://evil.example/${RLO}gpj.exe`
];

/** A story that tries everything; no address of it may be followed but those to https. */
export function meanStory(): string {
  const links = ADDRESSES.flatMap((url, at) => [
    `[click](${url}) [click](<${url}> "title") ![image](${url}) <${url}> [ref${at}][r${at}]`,
    `\n[r${at}]: <${url}>`
  ]);
  const fences = ['```html', MEAN.script, MEAN.word.slice(0, 2000), '```', '', `    ${MEAN.image}`];
  const nested = `${'> '.repeat(12)}${MEAN.turned}`;
  const inline = TEXTS.map((text) => `- **${text.slice(0, 400)}** \`${text.slice(0, 400)}\``);
  return [`# ${MEAN.image}`, ...links, nested, ...fences, ...inline, MEAN.script]
    .join('\n\n')
    .slice(0, 19_900);
}
