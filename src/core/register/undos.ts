import type { ActUndone, Entry, Envelope } from '../entries/entry.ts';
import { EntryList } from './entryList.ts';
import { entriesPerStep, type Steps } from './steps.ts';

/**
 * Which acts and which imported copies are in force. An undo takes an act out of force while it is in force itself; a
 * copy that an import brought counts only while one of the acts that imported it does.
 */
export class Undos {
  readonly #undos = new EntryList<ActUndone & Envelope>();
  #undone: ReadonlySet<string> = new Set();
  /** Importing acts by id of entry, for entries read only as imported copies. An original counts without them. */
  readonly #importActs = new Map<string, Set<string>>();

  /** In force or not, oldest first. */
  get all(): readonly (ActUndone & Envelope)[] {
    return this.#undos.sorted;
  }

  /** Whether everything is in force. */
  get isNothingUndone(): boolean {
    return this.#undone.size === 0;
  }

  add(undo: ActUndone & Envelope): void {
    this.#undos.add(undo);
  }

  remove(undo: ActUndone & Envelope): void {
    this.#undos.remove(undo);
  }

  /** Records the source of a copy. Returns whether it is a new source of a known entry. */
  addSource({ id, importedBy }: Entry, isKnown: boolean): boolean {
    const acts = this.#importActs.get(id);
    if (importedBy === undefined) return this.#importActs.delete(id);
    if (acts === undefined) {
      if (!isKnown) this.#importActs.set(id, new Set([importedBy]));
      return false;
    }
    if (acts.has(importedBy)) return false;
    acts.add(importedBy);
    return true;
  }

  isUndone(act: string): boolean {
    return this.#undone.has(act);
  }

  /** Whether the entry was read only as an imported copy. */
  isImported(id: string): boolean {
    return this.#importActs.has(id);
  }

  /** Whether every import of the entry was undone. */
  isImportUndone(id: string, undone = this.#undone): boolean {
    const acts = this.#importActs.get(id);
    return acts !== undefined && [...acts].every((act) => undone.has(act));
  }

  /** Whether neither the act of the entry nor all of its imports were undone. */
  isInForce({ id, act }: Entry): boolean {
    return !this.#undone.has(act) && !this.isImportUndone(id);
  }

  /**
   * Finds out which acts are undone, and returns those of which that changed. An undo counts unless a later undo in force
   * undoes it, so one pass from the latest to the first is enough.
   */
  *recompute(): Steps<ReadonlySet<string>> {
    const undone = new Set<string>();
    const undos = this.#undos.sorted;
    for (let at = undos.length - 1; at >= 0; at--) {
      const undo = undos[at]!;
      if (!undone.has(undo.act) && !this.isImportUndone(undo.id, undone)) undone.add(undo.undoes);
      if (at > 0 && at % entriesPerStep === 0) yield;
    }
    const changed = undone.symmetricDifference(this.#undone);
    this.#undone = undone;
    return changed;
  }

  /** Whether the entry is of one of the acts, or was imported by one. */
  isOfAny({ id, act }: Entry, acts: ReadonlySet<string>): boolean {
    return acts.has(act) || this.#importActs.get(id)?.isDisjointFrom(acts) === false;
  }
}
