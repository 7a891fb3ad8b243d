/** What an attempt asks of the file as it began: how far it is, what is locked, which decoy it is, the ways to solve it. */
import type { Catalogue } from '../catalog/service.ts';
import { applyEdits } from '../exercise/apply.ts';
import { Decoys } from '../exercise/decoy.ts';
import { unlockedAt, vetEdit, type Locked } from '../exercise/editable.ts';
import type { Exercise, Unlocked, Way } from '../exercise/exercise.ts';
import type { Graded } from '../exercise/grade.ts';
import { measure } from '../exercise/measure.ts';
import { Surfaces, type Surface } from '../exercise/surface.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { SourceText } from '../source/text.ts';
import type { AttemptKit, Now, SolvedWay } from './attempt-asked.ts';
import { Guard } from './guard.ts';

/** One's own questions may be asked of any world. */
const OWN = { at: '/requests', only: 'add' } as const;

/**
 * Null for a file that cannot be read any more.
 *
 * @param source the exercise as it begins
 * @param catalogue what is known of AWS's services now
 */
export function newAttemptKit(
  exercise: Exercise,
  source: SourceText,
  catalogue: () => Catalogue
): AttemptKit | null {
  const start = parseScenario(source).value;
  if (start === null) return null;
  const unlocked = [...exercise.edit, OWN];
  const decoys = new Decoys(start, exercise);
  const solved = applyEdits(source, exercise.solution.changes);
  const stateOf = ({ scenario, documents }: Now) => ({
    ...scenario,
    root: documents.ground?.file ?? start.root
  });
  let surfaces: { readonly of: Catalogue; readonly surfaces: Surfaces } | null = null;
  const surfaceOf = (state: Graded): Surface | null => {
    if (!solved.scenario) return null;
    const known = catalogue();
    if (surfaces?.of !== known) {
      surfaces = { of: known, surfaces: new Surfaces(exercise, solved.scenario, known) };
    }
    return surfaces.surfaces.of(state);
  };
  const wayOf = (way: Way, name: string): SolvedWay => {
    const { scenario, source: after } = applyEdits(source, way.changes);
    return { name, says: way.says, text: after.text, surface: scenario && surfaceOf(scenario) };
  };
  return {
    measure: (now) => measure(start, stateOf(now)),
    guard: new Guard(unlocked, source, start.root),
    locked: (now) => [
      ...vetEdit(unlocked, start.root, stateOf(now).root),
      ...now.documents.held.map(({ range, path }) => lockedIn(unlocked, range.source.name, path))
    ],
    decoy: (now) => decoys.recognise(stateOf(now)),
    surface: (now) => surfaceOf(stateOf(now)),
    ways: () => [
      wayOf(exercise.solution, 'A solution'),
      ...exercise.alternatives.map((way) => wayOf(way, way.name))
    ]
  };
}

/** What is typed and held back. @param policy its pointer, which goes for its name while it is typed */
function lockedIn(unlocked: readonly Unlocked[], policy: string, path: string): Locked {
  const at = `${policy}${path}`;
  return { kind: 'changed', at, only: unlockedAt(unlocked, at)?.only ?? null };
}
