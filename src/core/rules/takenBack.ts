import type { Entry } from '../entries/entry.ts';
import { isOutside } from '../entries/sameEntry.ts';
import { type Act, entriesOf, undosInForce } from '../register/acts.ts';
import { compareEntries } from '../register/entryList.ts';
import type { Register } from '../register/register.ts';
import { sampleSource } from '../sample/source.ts';

/** An act that only the machine that did it could take back, and that another one did. */
export interface TakenBack {
  readonly act: Act;
  /** The act that took it back. Undoing that brings the act back into force. */
  readonly by: string;
  /** The machine that the undo says it is of. */
  readonly device: string;
  /** When, ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * What other machines took back, although only the machine that did something can undo it. An undo with the id of that
 * machine counts as foreign too where it stands in another file. Left out are undos that an import brought, which was
 * announced, and the sample, which any machine may remove.
 *
 * @param device the id of this machine
 */
export function takenBackByOthers(register: Register, device: string): TakenBack[] {
  const undos = undosInForce(register).filter(
    (undo) => !register.isImported(undo) && !(undo.device === device && register.isHome(undo)),
  );
  if (undos.length === 0) return [];
  const undosOf = Map.groupBy(undos, ({ undoes }) => undoes);
  const done = entriesOf(register, new Set(undosOf.keys())).filter(({ type }) => type !== 'actUndone');
  const acts = Map.groupBy(done, ({ act }) => act);
  const sample = sampleSubjects(acts.values(), register);
  return [...acts].flatMap(([id, entries]) => {
    // What came from the outside is no machine's own, so any of them may take it back.
    if (entries.every((entry) => sample.has(subjectOf(entry)) || isOutside(entry))) return [];
    const devices = new Set(entries.map((entry) => entry.device));
    const atHome = new Set(entries.flatMap((entry) => (register.isHome(entry) ? [entry.device] : [])));
    const foreign = undosOf
      .get(id)
      ?.find(
        (undo) => devices.size > 1 || !devices.has(undo.device) || (!register.isHome(undo) && atHome.has(undo.device)),
      );
    return foreign === undefined
      ? []
      : [
          {
            act: { id, entries: entries.toSorted(compareEntries) },
            by: foreign.act,
            device: foreign.device,
            at: foreign.loggedAt,
          },
        ];
  });
}

/** What a machine's own sample brought, each with the machine. */
function sampleSubjects(acts: Iterable<readonly Entry[]>, register: Register): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const entries of acts) {
    const captures = entries.filter((entry) => entry.type === 'itemCaptured');
    const isSample =
      captures.length > 0 && captures.every((entry) => entry.importedFrom === sampleSource && register.isHome(entry));
    if (isSample) for (const entry of entries) subjects.add(subjectOf(entry));
  }
  return subjects;
}

function subjectOf(entry: Entry): string {
  const subject =
    'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : 'priority' in entry ? entry.priority : '';
  return `${entry.device} ${subject}`;
}
