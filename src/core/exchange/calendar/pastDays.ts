import { isCorrection } from '../../entries/correction.ts';
import type { Entry } from '../../entries/entry.ts';
import { isSample } from '../../sample/source.ts';
import type { Day } from '../../time/day.ts';

/** What the calendar event is for. */
export type CalendarDayKind = 'promise' | 'until' | 'check' | 'due';

/** The last day of each kind that the log ever said of an item or an assignment, also where that was undone. */
export interface PastDays {
  readonly title: string;
  readonly owner: string | undefined;
  readonly days: ReadonlyMap<CalendarDayKind, Day>;
}

interface Draft extends PastDays {
  title: string;
  owner: string | undefined;
  readonly days: Map<CalendarDayKind, Day>;
  readonly acts: Set<string>;
  isClosed: boolean;
}

/**
 * The days that an earlier export can have held, by the id of the item or the assignment. Without what one act captured
 * and closed, such as an imported record: that was never open. And without the sample, which goes without a trace.
 *
 * @param entries all of the register, in the order of the clock
 */
export function pastDays(entries: readonly Entry[]): ReadonlyMap<string, PastDays> {
  const subjects = new Map<string, Draft>();
  const sampleActs = new Set<string>();
  for (const entry of entries) {
    const id = 'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : undefined;
    if (id === undefined) continue;
    let subject = subjects.get(id);
    if (subject === undefined) {
      subjects.set(id, (subject = { title: '', owner: undefined, days: new Map(), acts: new Set(), isClosed: false }));
    }
    // What a later import corrected was closed before, and stayed closed.
    if (!isCorrection(entry)) subject.acts.add(entry.act);
    if (isSample([entry])) sampleActs.add(entry.act);
    note(entry, subject);
  }
  const isCancelled = ({ acts, isClosed }: Draft): boolean =>
    (acts.size > 1 || !isClosed) && sampleActs.isDisjointFrom(acts);
  return new Map([...subjects].filter(([, subject]) => isCancelled(subject)));
}

function note(entry: Entry, subject: Draft): void {
  switch (entry.type) {
    case 'itemCaptured':
      subject.title = entry.title;
      subject.days.set('promise', entry.promisedOn);
      return;
    case 'promiseMoved':
      subject.days.set('promise', entry.promisedOn);
      return;
    case 'deliberationStarted':
      subject.days.set('until', entry.until);
      return;
    case 'checkDaySet':
      subject.days.set('check', entry.checkOn);
      return;
    case 'assignmentMade':
    case 'assignmentChanged':
    case 'agreementFilled':
      subject.title = entry.outcome ?? subject.title;
      if ('owner' in entry) subject.owner = entry.owner ?? subject.owner;
      if (typeof entry.dueOn === 'string') subject.days.set('due', entry.dueOn);
      return;
    case 'itemDecided':
    case 'itemDecidedBySilence':
    case 'itemCleared':
    case 'itemSettled':
    case 'itemWithdrawn':
      subject.isClosed = true;
      return;
    default:
  }
}
