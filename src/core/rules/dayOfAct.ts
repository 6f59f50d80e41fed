import type { Fact } from '../entries/entry.ts';
import type { Day } from '../time/day.ts';

type DayField<F> = F extends unknown ? { [K in keyof F]-?: NonNullable<F[K]> extends Day ? K : never }[keyof F] : never;

/** The fields of facts that hold a day: true where something was done on it, false where it is only planned. */
const isDone: Readonly<Record<DayField<Fact>, boolean>> = {
  acknowledgedOn: true,
  addedOn: true,
  answeredOn: true,
  askedOn: true,
  changedOn: true,
  chasedOn: true,
  clearedOn: true,
  closedOn: true,
  confirmedOn: true,
  correctedOn: true,
  decidedOn: true,
  discussedOn: true,
  draftedOn: true,
  droppedOn: true,
  filledOn: true,
  handedOverOn: true,
  importedOn: true,
  joinedOn: true,
  madeOn: true,
  movedOn: true,
  namedOn: true,
  partedOn: true,
  rankedOn: true,
  reassignedOn: true,
  removedOn: true,
  reopenedOn: true,
  retiredOn: true,
  returnedOn: true,
  sentBackOn: true,
  setOn: true,
  settledOn: true,
  since: false,
  startedOn: true,
  statedOn: true,
  verifiedOn: true,
  withdrawnOn: true,
  checkOn: false,
  dueOn: false,
  promisedOn: false,
  takesEffectOn: false,
  until: false,
};
const doneFields = Object.entries(isDone).flatMap(([field, done]) => (done ? [field] : []));

/**
 * The day that an act of today is dated: today, or the last day on record of what it is about where that is later. The
 * leader's day can go backwards (travel, a machine in another zone, a clock put right), and what is done next is never
 * earlier than what was done before.
 *
 * @param history of the item, the assignment, the priorities or the people
 */
export function dayOfAct(history: readonly Fact[], today: Day): Day {
  let last = today;
  for (const entry of history) {
    for (const field of doneFields) {
      const day = (entry as unknown as Readonly<Record<string, Day | undefined>>)[field];
      if (day !== undefined && day > last) last = day;
    }
  }
  return last;
}

/** The day of an act where a person may say one: a typed today is the day that the act is dated. */
export function typedDay(typed: Day | undefined, today: Day, dated: Day): Day {
  return typed === undefined || typed === today ? dated : typed;
}
