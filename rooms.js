/**
 * The rooms of the house and what each may import: the one table. The fence (.dependency-cruiser.js) enforces it,
 * README.md quotes it. A room imports from the rooms listed for it and from nothing else; types count.
 */

/** All rooms that know no framework: what a page's state is made of. */
const BELOW_WORKBENCH = [
  'source',
  'catalog',
  'policy',
  'world',
  'engine',
  'lint',
  'explain',
  'graph',
  'scenario',
  'edit',
  'share',
  'counterfactual',
  'exercise',
  'ladder'
];

/** @type {Readonly<Record<string, { holds: string, imports: readonly string[] }>>} */
export const ROOMS = {
  source: { holds: 'Texts, places, problems; text to tree', imports: [] },
  catalog: { holds: "AWS's actions and managed policies, as facts", imports: ['source'] },
  policy: { holds: 'A policy document: read, check, match, print', imports: ['source', 'catalog'] },
  world: { holds: 'Accounts, principals, resources, attachments', imports: ['source', 'policy'] },
  engine: {
    holds: 'A request and a world in, the whole trace out',
    imports: ['source', 'catalog', 'policy', 'world']
  },
  lint: {
    holds: 'What is unwise in a policy that AWS would store: findings and their fixes',
    imports: ['source', 'catalog', 'policy', 'world']
  },
  explain: {
    holds: 'A trace as frames, sentences, outline',
    imports: ['source', 'catalog', 'policy', 'world', 'engine']
  },
  graph: {
    holds: 'A world as nodes and edges; what a step lights',
    imports: ['catalog', 'policy', 'world', 'engine']
  },
  scenario: {
    holds: 'The file format: tree to world and requests; check',
    imports: ['source', 'catalog', 'policy', 'world', 'engine', 'lint', 'explain']
  },
  edit: {
    holds: 'What a person does to a scenario, as changes of its file',
    imports: ['source', 'catalog', 'policy', 'world', 'engine', 'scenario']
  },
  share: {
    holds: 'A scenario to and from a link, a paste, another file',
    imports: ['source', 'catalog', 'policy', 'world', 'scenario', 'edit']
  },
  counterfactual: {
    holds: 'What would change a decision: edits that flip it, each verified, and whom else they touch',
    imports: ['source', 'catalog', 'policy', 'world', 'engine', 'scenario', 'edit']
  },
  exercise: {
    holds: 'A task: graded by what the policies do, held to its law, measured',
    imports: [
      'source',
      'catalog',
      'policy',
      'world',
      'engine',
      'explain',
      'scenario',
      'edit',
      'counterfactual'
    ]
  },
  ladder: {
    holds: 'The chapters and their map; myths, questions and terms',
    imports: []
  },
  workbench: {
    holds: "A page's state: what follows from the facts",
    imports: BELOW_WORKBENCH
  },
  components: {
    holds: 'Svelte components: props in, events out',
    imports: [...BELOW_WORKBENCH, 'workbench']
  },
  routes: {
    holds: 'Pages: read the URL and files, lay out',
    imports: [...BELOW_WORKBENCH, 'workbench', 'components']
  },
  cli: {
    holds: 'The command line: what the page answers, for a terminal',
    imports: BELOW_WORKBENCH
  }
};

/** Rooms that lie beside src/lib, as SvelteKit and the shell want them. */
export const BESIDE_LIB = ['routes', 'cli'];

/** Rooms that know a framework and a browser. All others run anywhere. */
export const WITH_SVELTE = ['workbench', 'components', 'routes'];

/**
 * Each foreign thing has one door: the only file that imports it; `*` stands for the rest of a file's name.
 * @type {Readonly<Record<string, string>>}
 */
export const DOORS = {
  yaml: 'src/lib/source/yaml.ts',
  cytoscape: 'src/lib/components/graph-canvas.ts',
  prismjs: 'src/lib/components/prism.ts',
  '@codemirror': 'src/lib/components/code-editor*.ts',
  '@lezer': 'src/lib/components/code-editor*.ts',
  'idb-keyval': 'src/lib/workbench/device-store.ts',
  'mdast-util-from-markdown': 'src/lib/workbench/markdown.ts'
};

/**
 * @param {string} room
 * @returns {string} its folder, from the root of the project
 */
export function folderOf(room) {
  return BESIDE_LIB.includes(room) ? `src/${room}` : `src/lib/${room}`;
}
