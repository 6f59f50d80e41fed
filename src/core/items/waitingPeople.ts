import type { Owner } from '../assignments/assignment.ts';
import { mostWaiting } from '../entries/limits.ts';
import { nameKey } from '../text/names.ts';
import { type Day, earlierDay, laterDay } from '../time/day.ts';
import type { WaitingSpell } from './item.ts';
import type { PersonOf } from '../people/people.ts';

/** Who waits for an item, and since when, while the item is folded. */
export class WaitingPeople {
  /** By the key of what a person is called, the spells in which that person waited, oldest first. */
  readonly #spells = new Map<string, WaitingSpell[]>();
  #waiting = 0;

  /** @param captured who waited when it was asked */
  constructor(
    captured: readonly string[],
    readonly personOf: PersonOf,
  ) {
    for (const name of captured) this.start(name, undefined);
  }

  get spells(): readonly WaitingSpell[] {
    return [...this.#spells.values()].flat();
  }

  /** Who waits now, in the order in which they were first named. */
  get names(): readonly string[] {
    const names: string[] = [];
    for (const spells of this.#spells.values()) {
      const last = spells.at(-1);
      if (last !== undefined && last.to === undefined) names.push(last.name);
    }
    return names;
  }

  /**
   * Named again on the day they were left out, or said to have waited since then, they have waited all along. More than
   * {@link mostWaiting} at a time do not count.
   *
   * @param from undefined: since it was asked
   */
  start(written: string, from: Day | undefined): void {
    const name = this.personOf(written);
    const key = nameKey(name);
    const spells = this.#spells.get(key) ?? [];
    const [first, last] = [spells[0], spells.at(-1)];
    const isWaiting = last !== undefined && last.to === undefined;
    if (!isWaiting && this.#waiting >= mostWaiting) return;
    if (!isWaiting) this.#waiting++;
    let since = from;
    for (let earlier = last; earlier !== undefined && reaches(earlier, since); earlier = spells.at(-1)) {
      since = earlierOf(earlier.from, since);
      spells.pop();
    }
    spells.push({ name: first?.name ?? name, from: since, to: undefined });
    this.#spells.set(key, spells);
  }

  end(name: string, on: Day): void {
    const spells = this.#spells.get(nameKey(this.personOf(name)));
    const last = spells?.at(-1);
    if (spells === undefined || last === undefined || last.to !== undefined) return;
    spells[spells.length - 1] = { ...last, to: last.from === undefined ? on : laterDay(last.from, on) };
    this.#waiting--;
  }

  /** Replaces who was captured as waiting for a hole by those who owned the assignment, each while they did. */
  replaceByOwners(captured: readonly string[], owners: readonly Owner[]): void {
    if (owners.length === 0) return;
    for (const name of captured) this.#forget(name);
    owners.forEach(({ name, since }, at) => {
      this.start(name, since);
      const until = owners[at + 1]?.since;
      if (until !== undefined) this.end(name, until);
    });
  }

  #forget(name: string): void {
    const key = nameKey(this.personOf(name));
    const last = this.#spells.get(key)?.at(-1);
    // Two captured names of one person are forgotten together.
    if (last !== undefined && last.to === undefined) this.#waiting--;
    this.#spells.delete(key);
  }
}

/** Whether the spell lasted until the day at least. */
function reaches({ to }: WaitingSpell, day: Day | undefined): boolean {
  return day === undefined || to === undefined || day <= to;
}

function earlierOf(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? undefined : earlierDay(a, b);
}
