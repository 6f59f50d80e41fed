import { type Day, earlierDay, laterDay } from '../time/day.ts';
import type { Assignment } from './assignment.ts';

/** A spell in which an open assignment served a priority: the days after one day up to another. */
export interface ServedPriority {
  readonly id: string;
  readonly after: Day;
  /** Undefined while it lasts. */
  readonly until: Day | undefined;
}

/**
 * The priorities that an assignment served while it was open, one after the other. Like every clock, a day belongs to the
 * one that was served when it began; what happened on the day of the hand-out belongs to none.
 */
export function servedPriorities(
  { agreement, amendments, closing }: Pick<Assignment, 'agreement' | 'amendments' | 'closing'>,
  madeOn: Day,
): readonly ServedPriority[] {
  const changes = amendments.flatMap(({ on, fields }) =>
    fields.flatMap(({ field, from, to }) => (field === 'serves' ? [{ on, from, to }] : [])),
  );
  const spells: ServedPriority[] = [];
  let after = madeOn;
  for (const { on, from } of [...changes, { on: undefined, from: agreement.serves }]) {
    // Entries of two machines can have days that run backwards, and the day of the closing can be an earlier one.
    const changedOn = on === undefined ? undefined : laterDay(after, on);
    const end =
      changedOn === undefined || closing === undefined ? (changedOn ?? closing?.on) : earlierDay(changedOn, closing.on);
    if (typeof from === 'string') spells.push({ id: from, after, until: end && laterDay(after, end) });
    after = changedOn ?? after;
  }
  return spells;
}
