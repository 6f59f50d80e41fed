import type { Item } from '../items/item.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Assignment } from './assignment.ts';

/** The items that an assignment can wait for. */
export interface Dependencies {
  /** Those that its agreement names. */
  readonly dependsOn: readonly Item[];
  /** Its clarity items, open or closed. */
  readonly holes: readonly Item[];
}

/** Finds what an assignment depends on. */
export function dependenciesIn(
  items: ReadonlyMap<string, Item>,
): (assignment: Pick<Assignment, 'id' | 'agreement'>) => Dependencies {
  const holes = Map.groupBy(
    // Sorted by id, because the register keeps items in the order they were read.
    [...items.values()].filter(({ clarity }) => clarity !== undefined).toSorted((a, b) => compareTexts(a.id, b.id)),
    ({ clarity }) => clarity?.assignment,
  );
  return ({ id, agreement }) => ({
    dependsOn: (agreement.dependsOn ?? []).flatMap((item) => items.get(item) ?? []),
    holes: holes.get(id) ?? [],
  });
}
