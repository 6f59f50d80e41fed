import type { Owner } from '../assignments/assignment.ts';
import { mostWaiting } from '../entries/limits.ts';
import { nameKey } from '../text/names.ts';
import { type Day, earlierDay, laterDay } from '../time/day.ts';
import type { WaitingSpell } from './item.ts';
import type { MainNameOf } from '../people/people.ts';

/** Who waits for an item, and since when, while the item is folded. Each name by itself; read, they are people. */
export class WaitingPeople {
  /** By the key of a name as it was written, the spells in which it waited, oldest first. */
  readonly #spells = new Map<string, WaitingSpell[]>();
  #waiting = 0;

  /** @param captured who waited when it was asked */
  constructor(captured: readonly string[]) {
    for (const name of captured) this.start(name, undefined);
  }

  /** A person waits while one of their names does, and is called by their main name. */
  spellsOf(mainNameOf: MainNameOf): readonly WaitingSpell[] {
    if (this.#spells.size === 0) return nobody;
    const byPerson = new Map<string, WaitingSpell[]>();
    for (const [key, spells] of this.#spells) {
      const written = spells[0]?.name ?? '';
      const name = mainNameOf(written);
      const person = name === written ? key : nameKey(name);
      const theirs = name === written ? spells : spells.map((spell) => ({ ...spell, name }));
      const others = byPerson.get(person);
      byPerson.set(person, others === undefined ? theirs : unionOf([...others, ...theirs]));
    }
    return [...byPerson.values()].flat();
  }

  /**
   * Named again on the day they were left out, or said to have waited since then, they have waited all along. More than
   * {@link mostWaiting} at a time do not count.
   *
   * @param from undefined: since it was asked
   */
  start(name: string, from: Day | undefined): void {
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
    const spells = this.#spells.get(nameKey(name));
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
    const last = this.#spells.get(nameKey(name))?.at(-1);
    if (last !== undefined && last.to === undefined) this.#waiting--;
    this.#spells.delete(nameKey(name));
  }
}

const nobody: readonly never[] = [];

/** Who waits now, in the order in which they were first named. Of each person, only the last spell can be unfinished. */
export function namesWaiting(spells: readonly WaitingSpell[]): readonly string[] {
  return spells.length === 0 ? nobody : spells.filter(({ to }) => to === undefined).map(({ name }) => name);
}

/** The spells of several names of one person as spells of the person: what overlaps or touches is one. */
function unionOf(spells: readonly WaitingSpell[]): WaitingSpell[] {
  const union: WaitingSpell[] = [];
  for (const spell of spells.toSorted(byStart)) {
    const last = union.at(-1);
    if (last === undefined || !reaches(last, spell.from)) union.push(spell);
    else union[union.length - 1] = { ...last, to: laterEnd(last.to, spell.to) };
  }
  return union;
}

function byStart(a: WaitingSpell, b: WaitingSpell): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0;
}

/** Whether the spell lasted until the day at least. */
function reaches({ to }: WaitingSpell, day: Day | undefined): boolean {
  return day === undefined || to === undefined || day <= to;
}

function laterEnd(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? undefined : laterDay(a, b);
}

function earlierOf(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? undefined : earlierDay(a, b);
}
