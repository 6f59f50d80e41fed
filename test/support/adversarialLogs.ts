import type { Entry } from '../../src/core/entries/entry.ts';
import { addDays, type Day } from '../../src/core/time/day.ts';
import { captured, decided, logged, reversed, type TestFact } from './facts.ts';

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: Math.floor(count) }, (_, at) => make(at));
}
function named(at: number): string {
  return `item-${at}`;
}
/** A day of its own for each number, from long ago to 2026. */
function dayOf(at: number, of: number): Day {
  return addDays('2026-03-03', at - Math.floor(of));
}
const agreed = {
  type: 'assignmentMade',
  assignment: 'work',
  outcome: 'It runs',
  owner: 'anna',
  madeOn: '2026-03-02',
} as const;
const on = '2026-03-04';

/** Logs of about `n` entries in which one subject, one id or one pair of subjects has all of them. */
export const adversarialLogs: Readonly<Record<string, (n: number) => readonly TestFact[]>> = {
  'people added one by one to one item': (n) => [
    captured(),
    ...times(n, (at): TestFact => ({ type: 'waitingChanged', item: 'vendor', added: [`name ${at}`] })),
  ],
  'people added and removed in turn': (n) => [
    captured(),
    ...times(n, (at): TestFact => ({
      type: 'waitingChanged',
      item: 'vendor',
      [at % 2 ? 'removed' : 'added']: [`name ${at >> 1}`],
    })),
  ],
  'blockers of one item, named and verified': (n) => [
    captured(),
    ...times(n / 2, (at): TestFact => ({ type: 'blockerNamed', item: 'vendor', blocker: named(at), namedOn: on })),
    ...times(n / 2, (at): TestFact => ({
      type: 'blockerVerified',
      item: 'vendor',
      blocker: named(at),
      verifiedOn: on,
    })),
  ],
  'items that one other blocks': (n) => [
    captured(),
    ...times(n / 2, (at) => captured({ item: named(at) })),
    ...times(n / 2, (at): TestFact => ({ type: 'blockerNamed', item: named(at), blocker: 'vendor', namedOn: on })),
  ],
  'a chain of blockers': (n) => [
    ...times(n / 2, (at) => captured({ item: named(at) })),
    ...times(n / 2 - 1, (at): TestFact => ({
      type: 'blockerNamed',
      item: named(at),
      blocker: named(at + 1),
      namedOn: on,
    })),
  ],
  'items reversed into one': (n) => [
    captured({ item: 'vendor-2' }),
    ...times(n / 3, (at) => captured({ item: named(at) })),
    ...times(n / 3, (at): TestFact => ({ ...decided, item: named(at) })),
    ...times(n / 3, (at): TestFact => ({ ...reversed, item: named(at), successor: 'vendor-2' })),
  ],
  'moves of one promise': (n) => [
    captured(),
    ...times(n, (at): TestFact => ({
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: at % 2 ? '2026-03-09' : '2026-03-10',
      reason: 'r',
      movedOn: on,
    })),
  ],
  'one item sent back and returned': (n) => [
    captured(),
    ...times(n, (at): TestFact =>
      at % 2
        ? { type: 'itemReturned', item: 'vendor', returnedOn: on }
        : { type: 'itemSentBack', item: 'vendor', question: 'q', sentBackOn: on },
    ),
  ],
  'one item closed and reopened': (n) => [
    captured(),
    ...times(n, (at): TestFact =>
      at % 2 ? { type: 'itemReopened', item: 'vendor', reason: 'r', reopenedOn: on } : decided,
    ),
  ],
  'changes of one assignment': (n) => [
    agreed,
    ...times(n, (at): TestFact => ({
      type: 'assignmentChanged',
      assignment: 'work',
      outcome: `It runs ${at}`,
      reason: 'r',
      costInDays: 1,
      changedOn: on,
    })),
  ],
  'one assignment handed from one to the next': (n) => [
    agreed,
    ...times(n, (at): TestFact => ({
      type: 'assignmentReassigned',
      assignment: 'work',
      owner: `owner ${at}`,
      reason: 'r',
      costInDays: 1,
      reassignedOn: on,
    })),
  ],
  'holes of one assignment': (n) => [
    agreed,
    ...times(n / 2, (at) => captured({ item: named(at), kind: 'clarity' })),
    ...times(n / 2, (at): TestFact => ({ type: 'clarityOwed', item: named(at), assignment: 'work', hole: 'doneWhen' })),
  ],
  'assignments of one owner that serve one priority': (n) => [
    { type: 'priorityAdded', priority: 'first', title: 'First', addedOn: '2026-03-02' },
    ...times(n, (at): TestFact => ({ ...agreed, assignment: `work-${at}`, serves: 'first' })),
  ],
  'orders of a list of priorities that is full, which more are added to': (n) => [
    ...times(100, (at): TestFact => ({ type: 'priorityAdded', priority: named(at), title: `P ${at}`, addedOn: on })),
    ...times(n / 3, (at): TestFact[] => [
      { type: 'priorityAdded', priority: `more-${at}`, title: `More ${at}`, addedOn: on },
      { type: 'priorityRenamed', priority: named(at % 100), title: `Q ${at}` },
      { type: 'prioritiesRanked', order: [named(99 - (at % 100))], stops: 's', because: 'b', told: 't', rankedOn: on },
    ]).flat(),
  ],
  'a full list that is changed in every way': (n) => [
    ...times(100, (at): TestFact => ({ type: 'priorityAdded', priority: named(at), title: `P ${at}`, addedOn: on })),
    ...times(n / 4, (at): TestFact[] => [
      { type: 'priorityRetired', priority: named(at), reason: 'r', retiredOn: on },
      { type: 'priorityAdded', priority: named(at + 100), title: `P ${at + 100}`, addedOn: on },
      { type: 'priorityRenamed', priority: named(at + 100), title: `Q ${at}` },
      { type: 'prioritiesRanked', order: [named(at + 100)], stops: 's', because: 'b', told: 't', rankedOn: on },
    ]).flat(),
  ],
  'assignments that serve a priority which is moved again and again': (n) => [
    ...['first', 'second'].map((priority): TestFact => ({
      type: 'priorityAdded',
      priority,
      title: priority,
      addedOn: '1900-01-01',
    })),
    ...times(n / 2, (at): TestFact => ({
      ...agreed,
      assignment: `work-${at}`,
      serves: 'first',
      madeOn: dayOf(at, n / 2),
    })),
    ...times(n / 2, (at): TestFact => ({
      type: 'prioritiesRanked',
      order: at % 2 ? ['first'] : ['second'],
      stops: 's',
      because: 'b',
      told: 't',
      rankedOn: dayOf(at, n / 2),
    })),
  ],
  'one assignment that is handed on, and its priority moved, in turn': (n) => [
    { type: 'priorityAdded', priority: 'first', title: 'First', addedOn: '1900-01-01' },
    { type: 'priorityAdded', priority: 'second', title: 'Second', addedOn: '1900-01-01' },
    { ...agreed, serves: 'first', madeOn: '1900-01-01' },
    ...times(n / 2, (at): TestFact[] => [
      {
        type: 'prioritiesRanked',
        order: at % 2 ? ['first'] : ['second'],
        stops: 's',
        because: 'b',
        told: 't',
        rankedOn: dayOf(at, n / 2),
      },
      {
        type: 'assignmentReassigned',
        assignment: 'work',
        owner: `owner ${at}`,
        reason: 'r',
        costInDays: 1,
        reassignedOn: dayOf(at, n / 2),
      },
    ]).flat(),
  ],
  'assignments that depend on an item sent back again and again': (n) => [
    captured({ askedOn: '1900-01-01' }),
    ...times(n / 2, (at): TestFact =>
      at % 2
        ? { type: 'itemReturned', item: 'vendor', returnedOn: dayOf(at, n / 2) }
        : { type: 'itemSentBack', item: 'vendor', question: 'q', sentBackOn: dayOf(at, n / 2) },
    ),
    ...times(n / 2, (at): TestFact => ({
      ...agreed,
      assignment: `work-${at}`,
      dependsOn: ['vendor'],
      madeOn: dayOf(at, n / 2),
    })),
  ],
  'items in one circle of blockers': (n) => [
    ...times(n / 2, (at) => captured({ item: named(at) })),
    ...times(n / 2, (at): TestFact => ({
      type: 'blockerNamed',
      item: named(at),
      blocker: named((at + 1) % Math.floor(n / 2)),
      namedOn: on,
    })),
  ],
  'edits of one item': (n) => [
    captured(),
    ...times(n, (at): TestFact => ({ type: 'itemEdited', item: 'vendor', title: `Title ${at}`, note: `Note ${at}` })),
  ],
  'drafts of one assignment': (n) =>
    times(n, (at): TestFact => ({
      type: 'assignmentDrafted',
      assignment: 'work',
      outcome: `It runs ${at}`,
      draftedOn: on,
    })),
  'undos by another machine of act after act': (n) => [
    ...times(n / 2, (at) => captured({ item: named(at) })),
    ...times(n / 2, (at): TestFact => ({ type: 'actUndone', undoes: `act-${at + 1}`, device: 'desktop' })),
  ],
  'undos of imports of the same entries': (n) => [
    ...times(n / 3, (at) => captured({ item: named(at), importedBy: 'import-1' })),
    ...times(n / 3, (at) => captured({ id: `entry-${at + 1}`, item: named(at), importedBy: `import-${at}` })),
    ...times(n / 3, (at): TestFact => ({ type: 'actUndone', undoes: `import-${at}` })),
  ],
  'undos of undos': (n) => [
    captured(),
    ...times(n, (at): TestFact => ({ type: 'actUndone', undoes: `act-${at + 1}` })),
  ],
  'undos of one act': (n) => [
    captured(),
    ...times(n, (): TestFact => ({ type: 'actUndone', undoes: 'act-1', device: 'desktop' })),
  ],
  'captures of one item': (n) => times(n, (at) => captured({ title: `Title ${at}` })),
  'different things under one id': (n) => times(n, (at) => captured({ id: 'same', title: `Title ${at}` })),
  'two things under each id': (n) =>
    times(n, (at) => captured({ id: `entry-${at >> 1}`, item: named(at >> 1), title: `Title ${at}` })),
  'entries that are dated ahead': (n) =>
    times(n, (at) => captured({ item: named(at), clock: `e6ff${at.toString(16).padStart(8, '0')}-0000` })),
  'copies that each came with an import of their own': (n) =>
    times(n, (at) => captured({ id: 'same', clock: '019000000000-0000', act: 'same', importedBy: `import-${at}` })),
  'chases of one dependency': (n) => [
    captured({ kind: 'dependency' }),
    ...times(n, (): TestFact => ({ type: 'dependencyChased', item: 'vendor', whom: 'legal', chasedOn: on })),
  ],
};

/** The orders in which the entries of a log can arrive. */
export const orders: Readonly<Record<string, (entries: Entry[]) => Entry[]>> = {
  'in order': (entries) => entries,
  reversed: (entries) => entries.toReversed(),
  'the later half first': (entries) => [...entries.slice(entries.length / 2), ...entries.slice(0, entries.length / 2)],
  'from both ends in turn': (entries) => entries.map((_, at) => entries.at(at % 2 ? -((at + 1) >> 1) : at >> 1)!),
};

export function adversarialEntries(name: string, order: string, n: number): Entry[] {
  return orders[order]!(logged(...adversarialLogs[name]!(n)));
}
