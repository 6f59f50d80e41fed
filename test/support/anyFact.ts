import fc from 'fast-check';
import { type Day, dayFromNumber, dayNumber } from '../../src/core/time/day.ts';
import { closedAs, doors, itemKinds } from '../../src/core/entries/itemFacts.ts';
import { type AgreementField, assignmentResults } from '../../src/core/entries/workFacts.ts';
import type { Envelope, Fact, FactOf } from '../../src/core/entries/entry.ts';

/** Any day in the range. Random choice reaches the ends of months and years often enough. */
export function anyDay(from: Day = '1995-01-01', to: Day = '2060-12-31'): fc.Arbitrary<Day> {
  return fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dayFromNumber);
}

const trickyParts = [
  '🧭',
  '👩‍👩‍👧',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u001b[31m',
  '"',
  '\\',
  '{"v":',
  ',"crc":"',
  '\n',
  '\r',
  '\ufeff',
  '\ud800',
  '\udc00',
];

/** Any text: whole code points, lone surrogates, control characters and fragments that look like part of a line. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...trickyParts), { maxLength: 6 }).map((parts) => parts.join('')),
);
const nonEmptyText = anyText.filter((text) => text !== '');
const texts = fc.array(anyText, { maxLength: 4 });
/** Any id that can be on disk. */
const anyId = fc.string({
  unit: fc.constantFrom('a', 'b', 'Z', '0', '9', '_', '-'),
  minLength: 1,
  maxLength: 12,
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constantFrom(null, undefined), arbitrary);

/** Fields of an agreement that can have a hole. */
const holes: readonly AgreementField[] = [
  'excluded',
  'deliverables',
  'owner',
  'doneWhen',
  'dueOn',
  'isAgreed',
  'serves',
];

type Facts = { readonly [T in Fact['type']]: fc.Arbitrary<FactOf<T>> };

/** One arbitrary per type of fact. A new type does not compile until it is added here. */
function anyFactAbout(item: fc.Arbitrary<string>, act: fc.Arbitrary<string>, day: fc.Arbitrary<Day>): Facts {
  const is = <T extends string>(type: T) => fc.constant(type);
  // Assignments and priorities share the small set of item ids, so that they refer to each other.
  const agreement = {
    excluded: maybe(anyText),
    deliverables: maybe(anyText),
    doneWhen: maybe(anyText),
    dependsOn: maybe(fc.array(item, { maxLength: 3 })),
    dueOn: maybe(day),
    isAgreed: maybe(fc.boolean()),
    serves: maybe(item),
    displaces: maybe(anyText),
  };
  const change = {
    outcome: maybe(nonEmptyText),
    excluded: orNull(anyText),
    deliverables: orNull(anyText),
    doneWhen: orNull(anyText),
    dependsOn: orNull(fc.array(item, { maxLength: 3 })),
    dueOn: orNull(day),
    isAgreed: orNull(fc.boolean()),
    serves: orNull(item),
    displaces: orNull(anyText),
  };
  const source = { sourceSystem: maybe(anyText), sourceKey: maybe(anyText) };
  const isEstimated = maybe(fc.boolean());
  const outside = {
    via: maybe(fc.constantFrom('github', 'unheard-of')),
    at: maybe(fc.constantFrom('2026-03-02T09:00:00.000Z', '2026-03-05T09:00:00.000Z')),
  };
  const reasonCode = maybe(fc.constantFrom('merged', 'commented', 'requested', 'unheard-of'));
  /** Of an entry, where ids are few. */
  const entryId = fc.oneof(act, fc.nat(12).map(String));
  const costInDays = fc.constantFrom(0, 0.5, 1, 3);
  return {
    itemCaptured: fc.record({
      type: is('itemCaptured'),
      item,
      kind: fc.constantFrom(...itemKinds),
      title: nonEmptyText,
      askedOn: day,
      promisedOn: day,
      target: maybe(fc.nat(400)),
      door: maybe(fc.constantFrom(...doors)),
      askedBy: maybe(anyText),
      waiting: maybe(texts),
      owedBy: maybe(anyText),
      tags: maybe(texts),
      link: maybe(anyText),
      note: maybe(anyText),
      importedFrom: maybe(anyText),
      ...source,
      isAskedEstimated: maybe(fc.boolean()),
      team: maybe(anyText),
      ...outside,
    }),
    itemEdited: fc.record({
      type: is('itemEdited'),
      item,
      title: maybe(nonEmptyText),
      kind: maybe(fc.constantFrom(...itemKinds)),
      askedOn: maybe(day),
      isAskedEstimated: maybe(fc.boolean()),
      door: orNull(fc.constantFrom(...doors)),
      askedBy: orNull(anyText),
      owedBy: orNull(anyText),
      tags: maybe(texts),
      link: orNull(anyText),
      note: orNull(anyText),
      team: orNull(anyText),
      ...source,
      ...outside,
      changedOn: maybe(day),
    }),
    promiseMoved: fc.record({
      type: is('promiseMoved'),
      item,
      promisedOn: day,
      reason: nonEmptyText,
      reasonCode: maybe(fc.constantFrom('earlier', 'unheard-of')),
      movedOn: day,
    }),
    waitingChanged: fc.record({
      type: is('waitingChanged'),
      item,
      added: maybe(texts),
      removed: maybe(texts),
      since: maybe(day),
      ...outside,
    }),
    itemDecided: fc.record({
      type: is('itemDecided'),
      item,
      outcome: nonEmptyText,
      because: maybe(anyText),
      decidedOn: day,
      isEstimated,
      recordStatus: maybe(anyText),
      expect: maybe(nonEmptyText),
      sureness: maybe(fc.integer({ min: 50, max: 99 })),
      ...outside,
    }),
    itemCleared: fc.record({ type: is('itemCleared'), item, note: maybe(anyText), clearedOn: day, isEstimated }),
    itemWithdrawn: fc.record({
      type: is('itemWithdrawn'),
      item,
      reason: nonEmptyText,
      reasonCode,
      withdrawnOn: day,
      isEstimated,
      ...outside,
    }),
    closingCorrected: fc.record({
      type: is('closingCorrected'),
      item,
      closedAs: fc.constantFrom(...closedAs),
      closedOn: day,
      isEstimated,
      outcome: maybe(nonEmptyText),
      because: maybe(anyText),
      recordStatus: maybe(anyText),
      note: maybe(anyText),
      reason: maybe(nonEmptyText),
      promisedOn: maybe(day),
      correctedOn: day,
    }),
    itemReopened: fc.record({
      type: is('itemReopened'),
      item,
      reason: nonEmptyText,
      reasonCode,
      reopenedOn: day,
      ...outside,
    }),
    itemAcknowledged: fc.record({ type: is('itemAcknowledged'), item, note: maybe(anyText), acknowledgedOn: day }),
    itemSentBack: fc.record({
      type: is('itemSentBack'),
      item,
      question: nonEmptyText,
      questionCode: reasonCode,
      to: maybe(anyText),
      sentBackOn: day,
      ...outside,
    }),
    itemReturned: fc.record({ type: is('itemReturned'), item, answer: maybe(anyText), returnedOn: day, ...outside }),
    itemHandedOver: fc.record({
      type: is('itemHandedOver'),
      item,
      to: nonEmptyText,
      note: maybe(anyText),
      handedOverOn: day,
    }),
    deliberationStarted: fc.record({
      type: is('deliberationStarted'),
      item,
      question: nonEmptyText,
      until: day,
      startedOn: day,
    }),
    // Blockers and successors share the small set of item ids, so that chains and cycles occur.
    blockerNamed: fc.record({ type: is('blockerNamed'), item, blocker: item, namedOn: day }),
    blockerVerified: fc.record({ type: is('blockerVerified'), item, blocker: item, verifiedOn: day }),
    blockerRemoved: fc.record({ type: is('blockerRemoved'), item, blocker: item, removedOn: day }),
    dependencyChased: fc.record({
      type: is('dependencyChased'),
      item,
      whom: nonEmptyText,
      note: maybe(anyText),
      chasedOn: day,
    }),
    defaultStated: fc.record({
      type: is('defaultStated'),
      item,
      outcome: nonEmptyText,
      takesEffectOn: day,
      statedOn: day,
    }),
    defaultDropped: fc.record({ type: is('defaultDropped'), item, droppedOn: day }),
    itemDecidedBySilence: fc.record({
      type: is('itemDecidedBySilence'),
      item,
      outcome: nonEmptyText,
      decidedOn: day,
      confirmedOn: day,
    }),
    checkDaySet: fc.record({ type: is('checkDaySet'), item, checkOn: day, setOn: day }),
    checkHeld: fc.record({ type: is('checkHeld'), item, note: maybe(anyText), answeredOn: day }),
    itemReversed: fc.record({
      type: is('itemReversed'),
      item,
      reason: nonEmptyText,
      successor: item,
      replaces: maybe(entryId),
      reworkInDays: maybe(costInDays),
      answeredOn: day,
    }),
    disagreementSettled: fc.record({
      type: is('disagreementSettled'),
      item,
      counts: entryId,
      over: fc.array(entryId, { maxLength: 3 }),
      settledOn: day,
    }),
    clarityOwed: fc.record({
      type: is('clarityOwed'),
      item,
      assignment: item,
      hole: fc.constantFrom(...holes),
    }),
    itemSettled: fc.record({ type: is('itemSettled'), item, answer: nonEmptyText, settledOn: day }),
    assignmentDrafted: fc.record({
      type: is('assignmentDrafted'),
      assignment: item,
      outcome: maybe(anyText),
      owner: maybe(anyText),
      ...agreement,
      draftedOn: day,
      // A missing field and `undefined` are equal: neither is written.
    }) as fc.Arbitrary<FactOf<'assignmentDrafted'>>,
    draftDropped: fc.record({ type: is('draftDropped'), assignment: item, droppedOn: day }),
    assignmentMade: fc.record({
      type: is('assignmentMade'),
      assignment: item,
      outcome: nonEmptyText,
      owner: nonEmptyText,
      ...agreement,
      anyway: maybe(anyText),
      madeOn: day,
    }),
    assignmentChanged: fc.record({
      type: is('assignmentChanged'),
      assignment: item,
      ...change,
      reason: nonEmptyText,
      costInDays,
      changedOn: day,
    }),
    agreementFilled: fc.record({
      type: is('agreementFilled'),
      assignment: item,
      ...change,
      owner: maybe(nonEmptyText),
      settles: item,
      filledOn: day,
    }),
    assignmentReassigned: fc.record({
      type: is('assignmentReassigned'),
      assignment: item,
      owner: nonEmptyText,
      reason: nonEmptyText,
      costInDays,
      reassignedOn: day,
    }),
    assignmentClosed: fc.record({
      type: is('assignmentClosed'),
      assignment: item,
      result: fc.constantFrom(...assignmentResults),
      note: maybe(anyText),
      closedOn: day,
    }),
    priorityAdded: fc.record({
      type: is('priorityAdded'),
      priority: item,
      title: nonEmptyText,
      stops: maybe(anyText),
      because: maybe(anyText),
      told: maybe(anyText),
      addedOn: day,
    }),
    priorityRenamed: fc.record({ type: is('priorityRenamed'), priority: item, title: nonEmptyText }),
    priorityRetired: fc.record({ type: is('priorityRetired'), priority: item, reason: nonEmptyText, retiredOn: day }),
    prioritiesRanked: fc.record({
      type: is('prioritiesRanked'),
      order: fc.array(item, { maxLength: 5 }),
      stops: nonEmptyText,
      because: nonEmptyText,
      told: nonEmptyText,
      rankedOn: day,
    }),
    namesJoined: fc.record({
      type: is('namesJoined'),
      names: fc.array(nonEmptyText, { maxLength: 4 }),
      joinedOn: day,
    }),
    namesParted: fc.record({
      type: is('namesParted'),
      names: fc.array(nonEmptyText, { maxLength: 4 }),
      partedOn: day,
    }),
    personDiscussed: fc.record({ type: is('personDiscussed'), person: nonEmptyText, discussedOn: day }),
    entriesImported: fc.record({ type: is('entriesImported'), from: anyText, count: fc.nat(400), importedOn: day }),
    actUndone: fc.record({ type: is('actUndone'), undoes: act }),
  };
}

/** A fact of any type. Pass small sets of items, acts and days so that facts refer to each other. */
export function anyFact(
  item: fc.Arbitrary<string> = anyId,
  act: fc.Arbitrary<string> = anyId,
  day: fc.Arbitrary<Day> = anyDay(),
): fc.Arbitrary<Fact> {
  return fc.oneof(...Object.values(anyFactAbout(item, act, day) as Record<string, fc.Arbitrary<Fact>>));
}

/** Any envelope that can be on disk. Pass a small set as `names` so that ids, devices and acts repeat. */
export function anyEnvelope(names: fc.Arbitrary<string> = anyId): fc.Arbitrary<Envelope> {
  return fc.record({
    id: names,
    clock: fc
      .tuple(fc.nat(0xffff), fc.nat(3))
      .map(([millisecond, counter]) => `0190${millisecond.toString(16).padStart(8, '0')}-000${counter}`),
    device: names,
    act: names,
    loggedAt: fc
      .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
      .map((instant) => instant.toISOString()),
    day: maybe(anyDay()),
  });
}
