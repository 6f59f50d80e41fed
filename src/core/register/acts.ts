import type { ActUndone, Entry, Envelope } from '../entries/entry.ts';
import { isOutside } from '../entries/sameEntry.ts';
import { compareEntries } from './entryList.ts';
import type { Register } from './register.ts';

/** The entries of one act that were read so far, in the order of the clock. */
export interface Act {
  readonly id: string;
  readonly entries: readonly Entry[];
  /** What came from the outside and this took back. */
  readonly takesBack?: readonly Entry[];
}

/** An undone act, and the id of the act that undid it. */
export interface Undone {
  readonly by: string;
  readonly act: Act;
}

/**
 * The last act of a person on the device in force, other than undos: the one that an undo takes back. Taking back what
 * came from the outside is no undo, but an act like any other.
 */
export function lastActOf(register: Register, device: string): Act | undefined {
  const outside = outsideActs(register);
  return lastAct(register, (entry) => isBy(register, device, entry) && !isUndo(entry, outside));
}

/**
 * The act that a redo restores: the last one the device undid, if a person did nothing else there since. Redos do not
 * count as something else, so that repeated redos restore one act after the other.
 */
export function lastUndoneBy(register: Register, device: string): Undone | undefined {
  const outside = outsideActs(register);
  const undos = new Set(register.undos.filter((undo) => isUndo(undo, outside)).map(({ act }) => act));
  const isRedo = (entry: Entry): boolean => entry.type === 'actUndone' && undos.has(entry.undoes);
  const [last] = lastAct(register, (entry) => isBy(register, device, entry) && !isRedo(entry))?.entries ?? [];
  return last?.type === 'actUndone' && isUndo(last, outside)
    ? { by: last.act, act: actOf(register, last.undoes) }
    : undefined;
}

function isUndo(entry: Entry, outside: ReadonlySet<string>): boolean {
  return entry.type === 'actUndone' && !outside.has(entry.undoes);
}

/** The acts of the outside. */
function outsideActs(register: Register): ReadonlySet<string> {
  const acts = new Set<string>();
  for (const entry of register.unsorted) if (isOutside(entry)) acts.add(entry.act);
  return acts;
}

/** All acts in force except undos, each with its entries, in the order of the clock. */
export function actsInForce(register: Register): Act[] {
  const inForce = [...register.unsorted].filter(
    (entry) => entry.type !== 'actUndone' && register.isEntryInForce(entry),
  );
  const byAct = Map.groupBy(inForce.sort(compareEntries), ({ act }) => act);
  return [...byAct].map(([id, entries]) => ({ id, entries }));
}

/** Undos that count, oldest first. */
export function undosInForce(register: Register): (ActUndone & Envelope)[] {
  return register.undos.filter((undo) => register.isEntryInForce(undo));
}

/**
 * The entries of these acts, in no order. Scans all entries instead of keeping an index: acts are needed only for undos,
 * and entries are added all the time.
 */
export function entriesOf(register: Register, acts: ReadonlySet<string>): Entry[] {
  return [...register.unsorted].filter((entry) => acts.has(entry.act));
}

function actOf(register: Register, id: string): Act {
  const entries = entriesOf(register, new Set([id])).toSorted(compareEntries);
  const undone = new Set(entries.flatMap((entry) => (entry.type === 'actUndone' ? [entry.undoes] : [])));
  if (undone.size === 0) return { id, entries };
  const takesBack = entriesOf(register, undone).filter(isOutside).toSorted(compareEntries);
  return takesBack.length === 0 ? { id, entries } : { id, entries, takesBack };
}

/** The last act in force that has a matching entry. */
function lastAct(register: Register, matches: (entry: Entry) => boolean): Act | undefined {
  let last: Entry | undefined;
  for (const entry of register.unsorted) {
    if (!register.isEntryInForce(entry) || !matches(entry)) continue;
    if (last === undefined || compareEntries(entry, last) > 0) last = entry;
  }
  return last && actOf(register, last.act);
}

/**
 * Whether a person wrote the entry on the device, into its own file. Anybody can write its id into another one, and what
 * came from the outside is nobody's act here.
 */
function isBy(register: Register, device: string, entry: Entry): boolean {
  return entry.device === device && !isOutside(entry) && register.isHome(entry);
}
