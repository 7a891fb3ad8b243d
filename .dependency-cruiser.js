/** The import fence: who may import whom. Reads the table of rooms; knows nothing of its own about them. */
import { DOORS, ROOMS, WITH_SVELTE, folderOf } from './rooms.js';

const escape = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const within = (/** @type {readonly string[]} */ rooms) => `^(${rooms.map(folderOf).map(escape).join('|')})/`;

const directions = Object.entries(ROOMS).map(([room, { imports }]) => ({
  name: `room-${room}`,
  comment: `${room} imports from ${imports.join(', ') || 'no other room'}; see rooms.js`,
  severity: 'error',
  from: { path: within([room]) },
  to: { path: '^src/', pathNot: within([room, ...imports]) }
}));

const doors = Object.entries(DOORS).map(([name, door]) => ({
  name: `door-${name}`,
  comment: `only ${door} imports ${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^${escape(door).replace('\\*', '[\\w-]*')}$`, '\\.d\\.ts$'] }, // a declaration imports nothing at run time
  to: { path: `(^|/)(node_modules/)?(@types/)?${escape(name)}(/|$)` }
}));

const everywhere = Object.keys(ROOMS).filter((room) => !WITH_SVELTE.includes(room));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...directions,
    ...doors,
    {
      name: 'no-cycle',
      comment: 'two files that import each other are one file',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'no-framework',
      comment: 'these rooms run in a test, a terminal, a server and a page',
      severity: 'error',
      from: { path: within(everywhere) },
      to: {
        path: ['^\\$(app|lib|env)(/|$)', '(^|/)node_modules/(svelte|@sveltejs)/', '^(svelte|@sveltejs)(/|$)']
      }
    },
    {
      name: 'no-node',
      comment: 'the library knows no Node; src/cli reads files',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'no-unlisted-room',
      comment: 'a new room joins the table in rooms.js',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: within(Object.keys(ROOMS)) },
      to: {}
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere is one the fence cannot judge',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        couldNotResolve: true,
        pathNot: ['^\\$(app|env)/', '^\\$service-worker$', '^\\./\\$types$', '^virtual:']
      }
    },
    {
      name: 'tests-stay-outside',
      comment: 'what ships does not import its tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // types count
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.json', '.d.ts']
    }
  }
};
